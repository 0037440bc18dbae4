import type { components } from '../docs/api-types.ts';
import { ENTRY_KINDS, type EntryKind } from '../domain/inbox/entry.ts';
import { openApi } from './api.ts';
import { type Command, takeChoice, takeNone } from './command.ts';
import { readAll } from './pages.ts';
import { titled } from './print/print.ts';
import { toSafeText } from './print/terminal.ts';

type Entry = components['schemas']['InboxEntry'];

const WHAT: Readonly<Record<EntryKind, string>> = {
  'exports-withheld': 'exports are withheld',
  broken: 'the record is broken',
  'decision-waits': 'waits for your word',
  overdue: 'review overdue',
  'to-check': 'submission to check',
  'consumer-failing': 'policy tool fails',
  'consumer-behind': 'policy tool is behind',
  'consumer-missing': 'policy tool does not report',
  'set-aside': 'cannot be read',
  'review-open': 'review open',
  'due-soon': 'review due soon',
  'gate-undecided': 'restriction without a decision',
  'undecided-apps': 'apps that no decision names',
  'decision-ends': 'decision ends',
  'exemption-ends': 'exemption ends',
  draft: 'your draft',
  'never-assessed': 'never assessed',
  'not-watched': 'terms not watched',
};

export const inboxCommand: Command = {
  usage: '[--kind KIND]',
  operations: ['get-inbox'],
  help: ['The most pressing first: by what your sign-in may do, and by who you are. It never lists for checking what you wrote yourself.'],
  example: 'inbox --kind decision-waits',
  options: { kind: { takes: 'KIND', means: ENTRY_KINDS.join(', ') } },
  async run(given) {
    takeNone(given);
    const kind = takeChoice(given, 'kind', ENTRY_KINDS);
    const api = await openApi(given);
    const entries = await readAll((page) => api.GET('/v1/inbox', { params: { query: { ...page, ...(kind && { kind }) } } }));
    return {
      data: entries,
      lines: () => (entries.length === 0 ? ['Nothing waits for you.'] : titled(['what', 'platform', 'until', 'about'], entries.map(toRow))),
    };
  },
};

function toRow({ kind, platform, until, about, asks, by, reasons = [], names = [], words }: Entry): string[] {
  const more = [
    asks === 'end' ? `the end of ${about}` : asks ? `${asks} ${about}` : (about ?? ''),
    by === null ? '' : `by ${by}`,
    ...reasons.map(({ text }) => text),
    names.join(', '),
    words ?? '',
  ];
  return [WHAT[kind], platform ?? '', until ?? '', toSafeText(more.filter((part) => part !== '').join('; '))];
}
