import { diffLaw } from '../../domain/explain/diff-law.ts';
import { explainScore } from '../../domain/explain/explain.ts';
import { explainMove } from '../../domain/explain/moved.ts';
import { CURRENT } from '../../domain/score/method.ts';
import { scoreAssessment } from '../../domain/score/score.ts';
import { register } from '../../lambdas/runtime/register.ts';
import { readExample, readFacts } from './facts.ts';
import type { Json } from './json.ts';

const [BEFORE, LATER] = ['2023-02-23', '2023-09-30'];

/** Values for components that the story does not show: an explanation with leads and causes, and a file that proves its lists. */
export function besideTheStory(): [component: string, value: Json][] {
  const [before, facts] = [readFacts(BEFORE), readFacts(LATER)];
  const moved = explainMove(
    { register, assessment: before, revision: 1, asOf: BEFORE, knownBy: BEFORE },
    { register, assessment: facts, revision: 2, asOf: LATER, knownBy: LATER },
  );
  return [
    ['Explanation', explainScore(facts, scoreAssessment(facts, register, { asOf: LATER, knownBy: LATER }), register, moved)],
    ['LawChanges', diffLaw(register, new Set(['US']), BEFORE, LATER, CURRENT)],
    ['Assessment', readExample('mastodon-eu/2023-02-23.json')],
  ];
}
