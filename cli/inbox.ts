import type { components } from '../docs/api-types.ts';
import { ENTRY_KINDS, type EntryKind } from '../domain/inbox/entry.ts';
import { openApi } from './api.ts';
import { type Answer, type Command, demandText, takeChoice, takeNone, takeOne } from './command.ts';
import { readAll } from './pages.ts';
import { titled } from './print/print.ts';
import { toSafeText } from './print/terminal.ts';
import { take } from './refusal.ts';
import { toPlatformId } from './take-facts.ts';

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

/** In the place of a subject id: nobody in particular. */
const ANYBODY = 'anybody';

export const assignCommand: Command = {
  usage: `PLATFORM --to SUBJECT|${ANYBODY}`,
  operations: ['assign-platform'],
  help: ['It ends with the review, or with the facts that are approved.'],
  example: 'assign telegram --to analyst-2',
  options: { to: { takes: 'SUBJECT', means: `the subject id of somebody who has acted before, or ${ANYBODY}` } },
  async run(given): Promise<Answer> {
    const platform = toPlatformId(takeOne(given, 'PLATFORM'));
    const to = demandText(given, 'to', 'say who is to look at it');
    const api = await openApi(given);
    const body = { to: to === ANYBODY ? null : to };
    const after = take(await api.POST('/v1/platforms/{platform}/assignment', { params: { path: { platform } }, body }));
    return { data: after, lines: () => [`${platform} is for ${after.assigned ? toSafeText(after.assigned.to) : ANYBODY} to look at.`] };
  },
};

export const snoozeCommand: Command = {
  usage: 'PLATFORM --until DAY --reason TEXT',
  operations: ['snooze-platform'],
  help: ['What is due stays due. It comes back on that day, and at once when there is a new reason to look or the review ends.'],
  example: 'snooze telegram --until 2027-01-15 --reason "The DPC publishes its decision then."',
  options: {
    until: { takes: 'DAY', means: 'when it comes back, at most 90 days ahead' },
    reason: { takes: 'TEXT', means: 'why it can wait' },
  },
  async run(given): Promise<Answer> {
    const platform = toPlatformId(takeOne(given, 'PLATFORM'));
    const until = demandText(given, 'until', 'say when it comes back');
    const reason = demandText(given, 'reason', 'say why it can wait');
    const api = await openApi(given);
    const after = take(await api.POST('/v1/platforms/{platform}/snooze', { params: { path: { platform } }, body: { until, reason } }));
    return { data: after, lines: () => [`${platform} is out of all inboxes until ${after.snoozed?.until ?? until}.`] };
  },
};

function toRow({ kind, platform, until, about, asks, by, assignedTo, reasons = [], names = [], words }: Entry): string[] {
  const more = [
    asks === 'end' ? `the end of ${about}` : asks ? `${asks} ${about}` : (about ?? ''),
    by === null ? '' : `by ${by}`,
    assignedTo === undefined ? '' : `for ${assignedTo}`,
    ...reasons.map(({ text }) => text),
    names.join(', '),
    words ?? '',
  ];
  return [WHAT[kind], platform ?? '', until ?? '', toSafeText(more.filter((part) => part !== '').join('; '))];
}
