import type { Assessment } from '../facts/assessment.ts';
import { expandPath } from '../facts/expand-paths.ts';
import { isNamed, wasLookedAt } from '../score/looked-at.ts';
import type { Register } from '../score/register.ts';
import type { Scored } from '../score/score.ts';
import type { Explanation } from './explanation.ts';
import { say } from './say.ts';
import { sayHangsOn } from './say-hangs-on.ts';
import type { Sentence } from './sentence.ts';

type Explained = Omit<Explanation, 'summary'>;

/** The explanation in sentences: what the gate asks for, what it hangs on, what matters, what would lower the point, what to find out next. */
export function summarise(assessment: Assessment, scored: Scored, register: Register, explained: Explained): Sentence[] {
  return [
    say(`gate-${scored.gate}`, {}),
    ...sayUnrated(scored),
    ...sayHangsOn(explained.hangsOn),
    ...sayWhatMatters(register, explained),
    ...sayTopFact(explained),
    ...sayLowerBands(explained),
    ...sayCommitments(explained),
    ...sayAnnounced(assessment, scored),
    ...sayFindOutNext(scored, explained),
  ];
}

function sayUnrated({ band, findings, method }: Scored): Sentence[] {
  if (band !== 'unrated') return [];
  if (!isNamed(findings, method)) return [say('unrated-nothing', {})];
  return (['storage', 'access'] as const).filter((part) => !wasLookedAt(part, findings, method)).map((part) => say(`unrated-${part}`, {}));
}

function sayWhatMatters(register: Register, { whatMatters }: Explained): Sentence[] {
  if (whatMatters === undefined) return [];
  const { jurisdiction: code, change, alone } = whatMatters;
  const name = Object.hasOwn(register.jurisdictions, code) ? (register.jurisdictions[code]?.name ?? code) : code;
  const modes = alone.map(({ mode }) => mode);
  const paths = alone.flatMap((single) => single.paths);
  const first = say('matters', { name, code, modes, paths, points: change.point });
  if (alone.length < 2) return [first];
  return [first, ...alone.map((single) => say('matters-alone', { mode: single.mode, points: single.change.point })), say('matters-maximum', {})];
}

function sayTopFact({ marginal }: Explained): Sentence[] {
  const [top] = marginal;
  return top === undefined || top.change.point === 0 ? [] : [say('top-fact', { act: top.act, ref: top.ref, points: top.change.point })];
}

function sayLowerBands({ smallestSets }: Explained): Sentence[] {
  const bySet = Map.groupBy(smallestSets, ({ jurisdictions }) => jurisdictions.join());
  return [...bySet].map(([set, reached]) => {
    const bands = reached.map(({ band }) => band);
    return set === '' ? say('lower-none', { bands }) : say('lower-set', { jurisdictions: set.split(','), bands });
  });
}

function sayCommitments({ commitments }: Explained): Sentence[] {
  return commitments.map(({ id, becomes, band, change }) => say('promise', { id, points: change.point, point: becomes.point, band }));
}

function sayAnnounced(assessment: Assessment, { findings }: Scored): Sentence[] {
  const admitted = new Set(findings.paths.map(({ id }) => id));
  const announced = assessment.paths
    .filter((entry) => expandPath(entry).some(({ id }) => admitted.has(id)))
    .flatMap(({ id, safeguards = [] }) => safeguards.filter(({ status }) => status === 'announced').map(({ kind }) => `${kind} on ${id}`));
  return announced.length > 0 ? [say('announced', { safeguards: [...new Set(announced)].sort() })] : [];
}

function sayFindOutNext({ gate, band }: Scored, { findOutNext }: Explained): Sentence[] {
  if (findOutNext === undefined) return [say('next-nothing', {})];
  const { acts, moves, change } = findOutNext;
  const effects = {
    gate: () => say('moves-gate', { before: gate, after: change.gate ?? gate }),
    band: () => say('moves-band', { before: band, after: change.band ?? band }),
    width: () => say('moves-width', { points: -change.width }),
    open: () => say('moves-open', { points: -change.open }),
  };
  return [...acts.map(({ act, ref }) => say(`next-${act}`, { ref })), ...(acts.length > 1 ? [say('next-both', {})] : []), effects[moves]()];
}
