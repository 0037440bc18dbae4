import type { paths } from '../docs/api-types.ts';
import { openApi } from './api.ts';
import { type Answer, type Command, takeTwo, toPlatformId } from './command.ts';
import { strong, table } from './print/print.ts';
import { toSafeText } from './print/terminal.ts';
import { readProfile } from './read-profile.ts';
import { take } from './refusal.ts';

type Route = paths['/v1/platforms/{platform}'];
type View = Route['get']['responses']['200']['content']['application/json'];

export const profileCommand: Command = {
  usage: 'PLATFORM [FILE]',
  summary: 'Show who a platform is and which apps it has, or put FILE in the place of that',
  operations: ['put-platform', 'get-platform'],
  help: [
    'FILE is a platform.json as new writes it; the whole of it replaces what was there, unless somebody else was faster. A platform that is not',
    'there yet is made. Decisions keep the app ids that they sealed: other ones take a new decision.',
  ],
  example: 'profile signal examples/signal/platform.json',
  options: {},
  async run(given) {
    const [named, file] = takeTwo(given, 'PLATFORM', 'FILE');
    const platform = toPlatformId(named);
    const api = await openApi(given);
    const found = await api.GET('/v1/platforms/{platform}', { params: { path: { platform } } });
    if (file === undefined) return answer(take(found));
    const body = await readProfile(file, given.io);
    if (found.response.status !== 404) take(found);
    // The version that was just read, or none: a change in between is not overwritten.
    const header = found.data ? { 'If-Match': found.response.headers.get('etag') ?? '' } : { 'If-None-Match': '*' as const };
    return answer(take(await api.PUT('/v1/platforms/{platform}', { params: { path: { platform }, header }, body })));
  },
};

function answer(view: View): Answer {
  const { id, name, operator, parent, homepage, apps = {}, euMonthlyUsers, vlopSince, reviewEveryDays, note } = view;
  const rows: [string, string | undefined][] = [
    ['operator', operator],
    ['parent', parent],
    ['homepage', homepage],
    ...Object.entries(apps).map(([os, ids]): [string, string] => [os, ids.join(' ') || 'none']),
    ['users in the Union', euMonthlyUsers?.toLocaleString('en')],
    ['VLOP since', vlopSince],
    ['reviewed', reviewEveryDays && `every ${reviewEveryDays.days} days: ${reviewEveryDays.reason}`],
    ['note', note],
  ];
  return {
    data: view,
    lines: () => [
      strong(`${id}: ${toSafeText(name)}`),
      ...table(rows.flatMap(([what, value]) => (value === undefined ? [] : [[what, toSafeText(value)]]))),
    ],
  };
}
