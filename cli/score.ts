import { explainScore } from '../domain/explain.ts';
import { explainMove } from '../domain/explain-moved.ts';
import { hashOf } from '../domain/hash.ts';
import { toScore } from '../domain/published-score.ts';
import { scoreAssessment } from '../domain/score.ts';
import { type Command, isSet, takeDate, takeOne, today } from './command.ts';
import { printExplanation } from './print-explanation.ts';
import { printMoved, printScore } from './print-score.ts';
import { readAssessment } from './read-assessment.ts';
import { readRegister } from './read-register.ts';

export const scoreCommand: Command = {
  usage: 'score FILE [--as-of DATE] [--known-by DATE] [--compare-known-by DATE] [--explain] [--json]',
  help: [
    'Scores an assessment (a JSON file, or - for standard input) offline.',
    '--as-of: what was true then (default: the date of the file). --known-by: by what could be known then (default: today).',
    '--compare-known-by: beside what could be known on another day, and why the point differs.',
  ],
  options: {
    'as-of': { type: 'string' },
    'known-by': { type: 'string' },
    'compare-known-by': { type: 'string' },
    explain: { type: 'boolean' },
    json: { type: 'boolean' },
  },
  run(given) {
    const file = takeOne(given, 'FILE');
    const [asOfGiven, knownBy, comparedWith] = [
      takeDate(given, 'as-of'),
      takeDate(given, 'known-by') ?? today(),
      takeDate(given, 'compare-known-by'),
    ];
    const assessment = readAssessment(file);
    const register = readRegister();
    const asOf = asOfGiven ?? assessment.asOf;

    const scored = scoreAssessment(assessment, register, { asOf, knownBy });
    const to = { assessment, register, asOf, knownBy };
    const moved = comparedWith === undefined ? undefined : explainMove({ ...to, knownBy: comparedWith }, to);
    const context = { register, assessment: { hash: hashOf(assessment) } };
    const score = toScore(scored, { ...context, explain: explainScore(assessment, scored, register, moved) });
    if (isSet(given, 'json')) {
      const { explain, ...plain } = score;
      return `${JSON.stringify(isSet(given, 'explain') || moved ? score : plain, null, 2)}\n`;
    }
    const before = comparedWith === undefined ? undefined : toScore(scoreAssessment(assessment, register, { asOf, knownBy: comparedWith }), context);
    return `${[
      ...printScore(file, score),
      ...(before && moved ? printMoved(before, score, moved) : []),
      ...(isSet(given, 'explain') && score.explain ? printExplanation(score.explain) : []),
    ].join('\n')}\n`;
  },
};
