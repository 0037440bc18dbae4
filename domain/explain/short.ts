import type { Assessment } from '../facts/assessment.ts';
import { toPoints, toRange } from '../score/points.ts';
import type { Scored } from '../score/score.ts';
import { say } from './say.ts';
import type { Sentence } from './sentence.ts';

/** The groups of sentences of an explanation, in the order in which it says them. */
export type Groups = {
  readonly gate: readonly Sentence[];
  readonly unrated: readonly Sentence[];
  readonly holds: readonly Sentence[];
  readonly facts: readonly (readonly Sentence[])[];
  readonly aged: readonly Sentence[];
  readonly hangsOn: readonly Sentence[];
  readonly matters: readonly Sentence[];
  readonly lowers: readonly Sentence[];
  readonly next: readonly Sentence[];
};

/** All of them, one after the other. */
export function inOrder({ gate, unrated, holds, facts, aged, hangsOn, matters, lowers, next }: Groups): Sentence[] {
  return [...gate, ...unrated, ...holds, ...facts.flat(), ...aged, ...hangsOn, ...matters, ...lowers, ...next];
}

/** Lines between the score and what to find out next. */
const BETWEEN = 3;

/** The explanation in five lines: the score and its gate; three of what holds it, whose words those are, and what is old; what to find out next. */
export function shorten(groups: Groups, { sources }: Assessment, { score, band, open, findings }: Scored): Sentence[][] {
  const { gate, unrated, holds, facts, aged, hangsOn, matters, lowers, next } = groups;
  const { low, point, high } = toRange(score);
  const first = band === 'unrated' ? say('score-unrated', { low, high }) : say('score-is', { low, point, high, band });
  const [one = [], two = [], three = []] = facts;
  const between = [
    unrated,
    one.length > 0 ? [...holds, ...one] : holds,
    two,
    aged.slice(0, 1),
    hangsOn,
    three,
    matters.slice(0, 1),
    lowers.slice(0, 1),
    aged.slice(1, 2),
    [say('open-is', { points: toPoints(open.whole) })],
    [say('rests-on', { facts: findings.paths.length + findings.incidents.length, sources: Object.keys(sources).length })],
  ];
  return [[first, ...gate], ...between.filter((line) => line.length > 0).slice(0, BETWEEN), next].map((line) => [...line]);
}
