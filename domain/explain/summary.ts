import type { Assessment } from '../facts/assessment.ts';
import type { Mode } from '../facts/vocabulary.ts';
import type { Register } from '../score/register.ts';
import type { Scored } from '../score/score.ts';
import type { Explanation } from './explanation.ts';

type Explained = Omit<Explanation, 'summary'>;

/** How a sentence names a mode in a jurisdiction. */
const MODE_WORDS = {
  storage: 'storage',
  'remote-access': 'staff access',
  control: 'control',
  subprocessor: 'subprocessors',
  'client-code': 'client code',
} as const satisfies Record<Mode, string>;

/** The explanation in sentences: what matters, what would lower the point, what promises weigh, what to find out next. */
export function summarise(assessment: Assessment, scored: Scored, register: Register, explained: Explained): string[] {
  return [
    ...sayWhatMatters(register, explained),
    ...sayTopFact(explained),
    ...sayLowerBands(explained),
    ...sayCommitments(explained),
    ...sayAnnounced(assessment, scored),
    ...sayFindOutNext(explained),
  ];
}

function sayWhatMatters(register: Register, { whatMatters }: Explained): string[] {
  if (whatMatters === undefined) return [];
  const { jurisdiction, change, alone } = whatMatters;
  const name = Object.hasOwn(register.jurisdictions, jurisdiction) ? `${register.jurisdictions[jurisdiction]?.name} (${jurisdiction})` : jurisdiction;
  const modes = alone.map(({ mode, paths }) => `${MODE_WORDS[mode]} (${paths.join(', ')})`);
  const first = `The jurisdiction that matters most is ${name}, by ${join(modes)}: ending all of it would change the point by ${signed(change.point)}.`;
  if (alone.length < 2) return [first];
  const singly = alone.map((single) => `ending ${MODE_WORDS[single.mode]} alone by ${signed(single.change.point)}`);
  const together = `${alone.length === 2 ? 'both' : 'all of them'} together by ${signed(change.point)}`;
  return [first, `There, ${join(singly)}, ${together}: only the strongest path of a jurisdiction counts, and the others stand behind it.`];
}

function sayTopFact({ marginal }: Explained): string[] {
  const [top] = marginal;
  if (top === undefined || top.change.point === 0) return [];
  return [`The single fact that moves the point most: ${ACT_WORDS[top.act]} ${top.ref} changes it by ${signed(top.change.point)}.`];
}

const ACT_WORDS = {
  'remove-path': 'without the path',
  'remove-safeguard': 'without the safeguard',
  'remove-incident': 'without the incident',
  'prove-list': 'a proven list of',
  'prove-safeguard': 'proof of the safeguard',
} as const;

function sayLowerBands({ smallestSets }: Explained): string[] {
  const bySet = new Map<string, string[]>();
  for (const { band, jurisdictions } of smallestSets) bySet.set(join(jurisdictions), [...(bySet.get(join(jurisdictions)) ?? []), band]);
  return [...bySet].map(([set, bands]) =>
    set === '' ? `No end of up to three jurisdictions reaches ${join(bands, 'or')}.` : `Ending ${set} is the smallest step to ${join(bands)}.`,
  );
}

function sayCommitments({ commitments }: Explained): string[] {
  return commitments.map(
    ({ id, becomes, band, change }) =>
      `The promise ${id} weighs 0; delivered and proven it would change the point by ${signed(change.point)} to ${becomes.point} (${band}).`,
  );
}

function sayAnnounced(assessment: Assessment, { findings }: Scored): string[] {
  const admitted = new Set(findings.paths.map(({ id }) => id));
  const announced = assessment.paths
    .filter(({ id }) => admitted.has(id))
    .flatMap(({ id, safeguards = [] }) => safeguards.filter(({ status }) => status === 'announced').map(({ kind }) => `${kind} on ${id}`));
  return announced.length > 0 ? [`Only announced, so weighing 0: ${join([...new Set(announced)].sort())}.`] : [];
}

function sayFindOutNext({ findOutNext }: Explained): string[] {
  if (findOutNext === undefined) return ['Nothing that one could find out next narrows the range.'];
  const { act, refs, change } = findOutNext;
  const by = `${refs.length > 1 ? 'together they' : 'this alone'} would narrow the range by ${Math.abs(change.width)}`;
  if (act === 'prove-list')
    return [`Find out next whether the list of paths is complete for ${join(refs.map((mode) => MODE_WORDS[mode as Mode]))}: ${by}.`];
  const question = { 'remove-path': 'is real', 'remove-incident': 'is real', 'remove-safeguard': 'operates at all', 'prove-safeguard': 'operates' }[
    act
  ];
  return [`Find out next whether ${refs.join(', ')} ${question}: ${by}.`];
}

function signed(points: number): string {
  return points > 0 ? `+${points}` : points === 0 ? '0' : `−${-points}`;
}

function join(words: readonly string[], last = 'and'): string {
  return words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} ${last} ${words[words.length - 1]}`;
}
