import * as z from 'zod';
import { Instant } from '../../facts/date.ts';
import { type Hearing, STATEMENTS, StatementKind } from './hearing.ts';

/** Of a hearing what the platform's head carries: enough for the score, the lists and the machine's daily look. */
export const StandingHearing = z.strictObject({
  notifiedAt: Instant.optional(),
  deadline: Instant.optional(),
  /** By when the party of an urgent decision is notified at the latest. */
  by: Instant.optional(),
  waivedAt: Instant.optional(),
  answeredAt: Instant.optional(),
  /** Of how many facts the answers say what. */
  says: z.partialRecord(StatementKind, z.int().min(1)).optional(),
});
export type StandingHearing = z.infer<typeof StandingHearing>;

export function summarizeHearing({ held, waived, afterwards, answers }: Hearing): StandingHearing {
  const answeredAt = answers?.at(-1)?.answeredAt ?? held?.answeredAt;
  const says = answers && sum(answers.map((answer) => answer.says));
  return {
    ...(held && { notifiedAt: held.notifiedAt, deadline: held.deadline }),
    ...(afterwards && { by: afterwards.by }),
    ...(waived?.confirmedAt !== undefined && { waivedAt: waived.confirmedAt }),
    ...(answeredAt !== undefined && { answeredAt }),
    ...(says && { says }),
  };
}

function sum(all: readonly NonNullable<StandingHearing['says']>[]): NonNullable<StandingHearing['says']> {
  const totals = STATEMENTS.map((kind) => [kind, all.reduce((total, says) => total + (says[kind] ?? 0), 0)] as const);
  return Object.fromEntries(totals.filter(([, total]) => total > 0));
}
