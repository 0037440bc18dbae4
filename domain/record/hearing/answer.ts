import * as z from 'zod';
import { StatementKind } from '../../explain/hearing-shown.ts';
import { Instant } from '../../facts/date.ts';
import { LIMITS, text } from '../../facts/evidence.ts';
import { toFault } from '../../facts/fault.ts';
import { Sha256 } from '../../facts/hash.ts';
import { findRepeated, sayRepeated } from '../../facts/once.ts';

/** Facts that one answer speaks of; a letter on more of them is recorded as several answers. */
const MOST_STATEMENTS = 100;

const Statement = z
  .strictObject({
    fact: text(200).meta({
      description: 'The fact of the dossier, by its place and id: paths/…, incidents/…, complete/…, commitments/… or clearText.',
      example: 'paths/remote-cn',
    }),
    says: StatementKind,
    quote: text(LIMITS.quote).meta({
      description: 'The words of the letter, which must stand in its capture.',
      example: 'No employee in China has access to data of users in the EEA.',
    }),
  })
  .meta({ id: 'PartyStatement', description: 'What the party says of one fact.' });

/** An answer as it is recorded: once and for all. */
export const PartyAnswer = z
  .strictObject({
    id: z.string().meta({ example: 'ans_01JX8Z3T9V6M2N4P5Q7R8S9T0V' }),
    platform: z.string().meta({ example: 'tiktok' }),
    decision: z.string().meta({ example: 'dec_01JX8Z3T9V6M2N4P5Q7R8S9T0V' }),
    capture: Sha256.meta({ description: 'The letter as it came, which can be erased as every capture can.' }),
    answeredAt: Instant.meta({ description: 'When the letter came in.', example: '2026-12-09T10:00:00Z' }),
    statements: z
      .array(Statement)
      .max(MOST_STATEMENTS)
      .meta({ description: 'What it says fact by fact; of one fact one thing. Empty: it speaks of none in particular.' }),
    recordedBy: z.string().meta({ example: 'decider-1' }),
    recordedAt: Instant,
  })
  .meta({ id: 'PartyAnswer', description: 'What the party answered. No answer moves a score: what it proves becomes a fact by a revision.' });
export type PartyAnswer = z.infer<typeof PartyAnswer>;

/** What a person records of a letter. */
export const GivenAnswer = PartyAnswer.pick({ capture: true, answeredAt: true, statements: true })
  .superRefine(({ statements }, context) => {
    const repeated = findRepeated(statements.map(({ fact }) => fact));
    if (repeated !== undefined) context.addIssue({ code: 'custom', path: ['statements'], message: sayRepeated(repeated) });
  })
  .meta({ id: 'GivenAnswer', description: 'An answer of the party, as somebody records it.' });
export type GivenAnswer = z.infer<typeof GivenAnswer>;

/** Of how many facts an answer says what. */
export function countStatements({ statements }: Pick<PartyAnswer, 'statements'>): Partial<Record<z.infer<typeof StatementKind>, number>> {
  const counts: Partial<Record<z.infer<typeof StatementKind>, number>> = {};
  for (const { says } of statements) counts[says] = (counts[says] ?? 0) + 1;
  return counts;
}

/** A fact that the party was not shown is none that it can speak of. */
export function listUnknownFacts({ statements }: Pick<PartyAnswer, 'statements'>, shown: ReadonlySet<string>) {
  return statements.flatMap(({ fact: named }, i) =>
    shown.has(named) ? [] : [{ pointer: `/statements/${i}/fact`, ...toFault('not-in-dossier', { fact: named }) }],
  );
}
