import { explainScore } from '../domain/explain/explain.ts';
import { explainMove } from '../domain/explain/moved.ts';
import { toScore } from '../domain/explain/published-score.ts';
import { hashOf } from '../domain/facts/hash.ts';
import { scoreAssessment } from '../domain/score/score.ts';
import { type Answer, type Given, takeCount, today } from './command.ts';
import { Usage } from './failure.ts';
import { printExplained } from './print/explained.ts';
import { toQuotesNamed } from './print/quotes.ts';
import { printMoved, printScore } from './print/score.ts';
import { readAssessment } from './read-assessment.ts';
import { readRegister } from './read-register.ts';
import { takeDate } from './take-facts.ts';

/** How much of the explanation is asked for. */
export type HowExplained = 'whole' | 'short' | undefined;

/** Scores a file, offline. */
export async function scoreFile(file: string, given: Given, explained: HowExplained): Promise<Answer> {
  const [asOfGiven, knownBy, comparedWith] = [takeDate(given, 'as-of'), takeDate(given, 'known-by') ?? today(), takeDate(given, 'compare-known-by')];
  if (takeCount(given, 'revision') !== undefined) throw new Usage('--revision is of a platform, not of a file');
  const { assessment } = await readAssessment(file, given.io);
  const register = readRegister();
  const asOf = asOfGiven ?? assessment.asOf;

  const scored = scoreAssessment(assessment, register, { asOf, knownBy });
  const to = { assessment, register, asOf, knownBy };
  const moved = comparedWith === undefined ? undefined : explainMove({ ...to, knownBy: comparedWith }, to);
  const context = { register, assessment: { hash: hashOf(assessment) } };
  const score = toScore(scored, { ...context, explain: explainScore(assessment, scored, register, moved) });
  const before = comparedWith === undefined ? undefined : toScore(scoreAssessment(assessment, register, { asOf, knownBy: comparedWith }), context);
  const { explain, ...plain } = score;
  const beside = before && moved ? printMoved(before, score, moved, given.t.score) : [];
  return {
    data: explained || moved ? score : plain,
    lines: () =>
      explained && explain
        ? printExplained(file, { ...score, explain }, { how: explained, known: toQuotesNamed(assessment, given.t), beside, t: given.t })
        : [...printScore(file, score, given.t), ...beside],
  };
}
