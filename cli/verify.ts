import type { components } from '../docs/api-types.ts';
import { openApi } from './api.ts';
import { checkProof } from './check-proof.ts';
import { type Command, takeNone, takeText } from './command.ts';
import { EXIT } from './exit-codes.ts';
import { PAGE } from './pages.ts';
import { strong, titled } from './print/print.ts';
import { take } from './refusal.ts';
import { toPlatformId } from './take-facts.ts';

export const verifyCommand: Command = {
  usage: '[--platform PLATFORM] | FILE --proof PROOF --policy POLICY',
  operations: ['verify-audit'],
  help: [
    'Recomputes every event, score and decision of the record, and holds them against the tree, and the tree against what was signed.',
    'With --proof it calls nothing: it verifies a file by its .tlog-proof and by the keys of log and witnesses in a policy.',
  ],
  example: 'verify --as auditor',
  options: {
    platform: { takes: 'PLATFORM', means: 'only the record of this one' },
    proof: { takes: 'PROOF', means: 'the .tlog-proof of FILE' },
    policy: { takes: 'POLICY', means: 'the keys that count, as a C2SP tlog-policy' },
  },
  async run(given) {
    if (takeText(given, 'proof') !== undefined) return checkProof(given);
    takeNone(given);
    const named = takeText(given, 'platform');
    const platform = named === undefined ? {} : { platform: toPlatformId(named) };
    const api = await openApi(given);
    const total = {
      intact: true,
      chains: 0,
      events: 0,
      items: 0,
      leaves: 0,
      broken: [] as Broken[],
      brokenCount: 0,
      repaired: [] as Repaired[],
      checkpoint: null as Checkpoint,
      archive: { checkpoints: 0, begun: null } as Archive,
    };
    let cursor: string | null = null;
    do {
      const query = { limit: PAGE, ...platform, ...(cursor !== null && { cursor }) };
      const part: Report = take(await api.GET('/v1/audit/verify', { params: { query } }));
      total.intact &&= part.intact;
      for (const count of ['chains', 'events', 'items', 'leaves', 'brokenCount'] as const) total[count] += part[count];
      total.broken.push(...part.broken);
      total.repaired.push(...part.repaired);
      total.checkpoint = part.checkpoint;
      total.archive = part.archive;
      cursor = part.nextCursor;
    } while (cursor !== null);
    const { intact, chains, events, items, leaves, broken, brokenCount, repaired, checkpoint, archive } = total;
    return {
      data: total,
      exitCode: intact ? EXIT.done : EXIT.bad,
      lines: () => [
        strong(intact ? 'The record is whole.' : `The record is broken in ${brokenCount} places.`),
        `  ${chains} chains, ${events} events, ${items} other items were recomputed.`,
        ...(leaves > 0 ? [`  ${leaves} leaves of the tree were held against feed and chains.`] : []),
        checkpoint
          ? `  The record was held against the signed checkpoint of ${checkpoint.day}.`
          : '  There is no signed checkpoint out of the table yet: a record that was put back to an earlier day would not be noticed.',
        ...describe(archive),
        ...repaired.map(
          ({ chain, event, by, items: anew }) => `  ${chain}: ${by.join(' and ')} made ${anew.join(', ')} anew from the events by ${event}.`,
        ),
        ...titled(
          ['chain', 'item', 'fault', 'what'],
          broken.map(({ chain, item, fault, detail }) => [chain, item, fault, detail]),
        ).slice(broken.length === 0 ? 1 : 0),
      ],
    };
  },
};

type Report = components['schemas']['AuditReport'];
type Repaired = Report['repaired'][number];
type Broken = Report['broken'][number];
type Checkpoint = Report['checkpoint'];
type Archive = Report['archive'];

function describe({ checkpoints, begun }: Archive): string[] {
  if (!begun) return [];
  const { event, by, reason, before } = begun;
  return [
    `  The archive begins anew with ${event} (${by}: ${reason}); ${checkpoints} checkpoints since are looked for, ${before} before it are not held here.`,
  ];
}
