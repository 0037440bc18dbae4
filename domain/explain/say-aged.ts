import type { Assessment } from '../facts/assessment.ts';
import type { Scored } from '../score/score.ts';
import { describeIn } from './describe-fact.ts';
import type { Marginal } from './explanation.ts';
import type { HeldFact, Holds } from './explanation-holds.ts';
import { say } from './say.ts';
import type { Sentence } from './sentence.ts';
import { listWeighedFacts } from './weighed-facts.ts';

/** Most of each that a reader wants to see. */
const MOST = 3;

/** Evidence that nobody renewed for so long is named, where to renew it would move the score. */
const STALE_DAYS = 365;

/** What is said to have ended, and what rests on old evidence, beside the facts that hold the gate, which say so themselves. */
export function sayAged(assessment: Assessment, scored: Scored, { facts }: Holds, marginal: readonly Marginal[]): Sentence[] {
  const moved = ({ change }: Marginal) => Math.abs(change.point) + Math.abs(change.width);
  const weight = new Map(marginal.map((one) => [`${one.act} ${one.ref}`, moved(one)]));
  const weightOf = (act: Marginal['act'], ref: string) => weight.get(`${act} ${ref}`) ?? 0;
  const others = listWeighedFacts(assessment, scored)
    .filter(({ nature, paths, ref }) => nature === 'adverse' && paths.length > 0 && facts.every(({ fact }) => fact !== ref))
    .map(describeIn(assessment, scored));
  const ended = others.filter(({ ended }) => ended).sort(by(({ fact }) => weightOf('prove-end', `${fact}:ended`)));
  const stale = others
    .filter(({ newest, fact }) => newest.days > STALE_DAYS && weightOf('refresh', fact) > 0)
    .sort(by(({ fact }) => weightOf('refresh', fact)));
  return [...ended.slice(0, MOST).flatMap(sayEnded), ...stale.slice(0, MOST).map((fact) => say('stale-path', { ...toWords(fact), ...fact.newest }))];
}

function by(weightOf: (fact: HeldFact) => number): (x: HeldFact, y: HeldFact) => number {
  return (x, y) => weightOf(y) - weightOf(x);
}

function sayEnded(fact: HeldFact): Sentence[] {
  return fact.ended ? [say('ended-path', { ...toWords(fact), ...fact.ended })] : [];
}

function toWords({ mode, data, countries, parties }: HeldFact) {
  return { mode: mode ?? '', data, countries, parties };
}
