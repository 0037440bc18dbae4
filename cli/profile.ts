import type { paths } from '../docs/api-types.ts';
import { type FieldName, fieldNames, PROFILE_FIELDS } from '../domain/facts/profile-fields.ts';
import { openApi } from './api.ts';
import { type Answer, type Command, takeTwo } from './command.ts';
import { strong, table } from './print/print.ts';
import { toSafeText } from './print/terminal.ts';
import { readProfile } from './read-profile.ts';
import { take } from './refusal.ts';
import { toPlatformId } from './take-facts.ts';

type Route = paths['/v1/platforms/{platform}'];
type View = Route['get']['responses']['200']['content']['application/json'];

export const profileCommand: Command = {
  usage: 'PLATFORM [FILE]',
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
  const rows = fieldNames.filter((name) => name !== 'name').flatMap((name) => toRows(PROFILE_FIELDS[name].label, view[name]));
  // A decision that stands keeps the apps it sealed, so these are blocked nowhere until a new one names them.
  if (view.undecidedApps) rows.push(['not in the decision', view.undecidedApps.join(' ')]);
  return {
    data: view,
    lines: () => [strong(`${view.id}: ${toSafeText(view.name)}`), ...table(rows.map(([label, value]) => [label, toSafeText(value)]))],
  };
}

/** Each kind of field by what it holds. */
function toRows(label: string, value: View[FieldName]): [label: string, value: string][] {
  if (value === undefined) return [];
  if (typeof value === 'string') return [[label, value]];
  if (typeof value === 'number') return [[label, value.toLocaleString('en')]];
  if ('days' in value) return [[label, `every ${value.days} days: ${value.reason}`]];
  return Object.entries(value).map(([os, ids]) => [os, ids.join(' ') || 'none']);
}
