import type { components } from '../docs/api-types.ts';
import { openApi } from './api.ts';
import { type Command, takeNone } from './command.ts';
import { readAll } from './pages.ts';
import { faint, titled } from './print/print.ts';
import { toSafeText } from './print/terminal.ts';
import { take } from './refusal.ts';

type Consumers = components['schemas']['Consumers'];
type Consumer = Consumers['items'][number];

export const consumersCommand: Command = {
  usage: '',
  operations: ['list-consumers'],
  help: [
    'Ahead is a revision that was never made here; silent, no report for three of the tool’s own intervals. Devices are counts by the tool’s own word.',
  ],
  example: 'consumers',
  options: {},
  async run(given) {
    takeNone(given);
    const api = await openApi(given);
    const { items: _, nextCursor: __, ...summary } = take(await api.GET('/v1/policy/consumers', { params: { query: { limit: 1 } } }));
    const items = await readAll((page) => api.GET('/v1/policy/consumers', { params: { query: page } }));
    return { data: { ...summary, items }, lines: () => [...toLines(summary), ...(items.length === 0 ? [] : ['', ...toTable(items)])] };
  },
};

function toLines({ revision, freshUntil, withheld, total, behind, ahead, silent, missing }: Omit<Consumers, 'items' | 'nextCursor'>): string[] {
  return [
    revision === null ? 'No revision of the exports has been made yet.' : `Revision ${revision} is served, fresh until ${freshUntil}.`,
    ...(withheld ? [`A newer one is held back since ${withheld.since}: ${toSafeText(withheld.reason)}`] : []),
    `${total} consumers: ${behind} behind (${ahead} of them ahead of what was made here), ${silent} silent.`,
    ...(missing.length === 0 ? [] : [`Expected, but no report has come: ${missing.join(', ')}.`]),
  ];
}

const toTable = (items: readonly Consumer[]) =>
  titled(
    ['consumer', 'reports as', 'revision', 'state', 'in force on', 'last heard of', 'error'],
    items.map((one) => [
      toSafeText([one.id, one.name && `(${one.name})`, one.target ?? one.bundle].filter(Boolean).join(' ')),
      toSafeText(one.by),
      toSafeText(one.revision ?? '–'),
      stateOf(one),
      one.devices === null ? '' : `${one.enforcing} of ${one.devices}`,
      faint(one.reportedAt.slice(0, 16)),
      one.error ? toSafeText(`${one.error.code} ${one.error.message}`) : '',
    ]),
  );

function stateOf({ isAhead, isBehind, isSilent }: Consumer): string {
  const standing = isAhead ? 'ahead' : isBehind ? 'behind' : 'current';
  return isSilent ? `silent, was ${standing}` : standing;
}
