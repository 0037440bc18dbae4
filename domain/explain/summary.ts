import type { Assessment } from '../facts/assessment.ts';
import { expandPath } from '../facts/expand-paths.ts';
import { isNamed, wasLookedAt } from '../score/looked-at.ts';
import type { Register } from '../score/register.ts';
import type { Scored } from '../score/score.ts';
import { compare } from './change.ts';
import type { Explanation } from './explanation.ts';
import type { Tried } from './marginal.ts';
import type { FoundNext } from './next.ts';
import { type Refer, referIn } from './refer.ts';
import { say } from './say.ts';
import { sayFindOut, sayTopFact } from './say-act.ts';
import { sayAged } from './say-aged.ts';
import { sayHangsOn } from './say-hangs-on.ts';
import { sayHeldFact, sayHolds } from './say-holds.ts';
import type { Sentence } from './sentence.ts';
import type { Groups } from './short.ts';

type Explained = Omit<Explanation, 'summary' | 'short' | 'findOutNext'> & {
  readonly tried: readonly Tried[];
  readonly findOutNext: FoundNext | undefined;
};

/** The explanation in sentences: what the gate asks for, what holds it, what is old, what matters, what would lower the point, what to find out next. */
export function summarise(assessment: Assessment, scored: Scored, register: Register, explained: Explained): Groups {
  const refer = referIn(assessment, scored);
  return {
    gate: [say(`gate-${scored.gate}`, {})],
    unrated: sayUnrated(scored),
    holds: sayHolds(explained.holds, scored.gate),
    facts: explained.holds.facts.map(sayHeldFact),
    aged: sayAged(assessment, scored, explained.holds, explained.marginal),
    hangsOn: sayHangsOn(explained.hangsOn),
    matters: [...sayWhatMatters(register, explained), ...sayTop(explained, refer)],
    lowers: [...sayLowerBands(explained, assessment, scored), ...sayCommitments(assessment, explained), ...sayAnnounced(assessment, scored)],
    next: sayFindOutNext(scored, explained, refer),
  };
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
  const first = say('matters', { name, code, modes, points: change.point });
  if (alone.length < 2) return [first];
  return [first, ...alone.map((single) => say('matters-alone', { mode: single.mode, points: single.change.point })), say('matters-maximum', {})];
}

function sayTop({ tried }: Explained, { toSubject }: Refer): Sentence[] {
  const [top] = tried;
  return top === undefined || top.change.point === 0 ? [] : [sayTopFact(top.act, toSubject(top), top.change.point)];
}

function sayLowerBands({ smallestSets }: Explained, assessment: Assessment, scored: Scored): Sentence[] {
  const bySet = Map.groupBy(smallestSets, ({ jurisdictions }) => jurisdictions.join());
  return [...bySet].flatMap(([set, reached]) => {
    const bands = reached.map(({ band }) => band);
    if (set === '') return [say('lower-none', { bands })];
    const jurisdictions = set.split(',');
    const on = findClaimedEnd(jurisdictions, assessment, scored);
    return [say('lower-set', { jurisdictions, bands }), ...(on === undefined ? [] : [say('lower-claimed', { on })])];
  });
}

/** The day by which every path that reaches from there is said to have ended; undefined where one is not. */
function findClaimedEnd(jurisdictions: readonly string[], assessment: Assessment, scored: Scored): string | undefined {
  const dayOf = new Map(assessment.paths.flatMap((entry) => expandPath(entry).map(({ id }) => [id, entry.ended?.on])));
  const reaching = scored.paths.filter(({ path, exposure }) => jurisdictions.includes(path.jurisdiction) && exposure[1] > 0);
  const days = reaching.map(({ path }) => (path.ended ? dayOf.get(path.id) : undefined));
  return days.some((day) => day === undefined) ? undefined : days.sort().at(-1);
}

function sayCommitments({ commitments: promised = [] }: Assessment, { commitments }: Explained): Sentence[] {
  const summaries = new Map(promised.map(({ id, summary }) => [id, summary]));
  return commitments.map(({ id, becomes, band, change }) =>
    say('promise', { summary: summaries.get(id) ?? id, points: change.point, point: becomes.point, band }),
  );
}

function sayAnnounced(assessment: Assessment, { findings }: Scored): Sentence[] {
  const admitted = new Set(findings.paths.map(({ id }) => id));
  const announced = assessment.paths.flatMap((entry) => {
    const paths = expandPath(entry).filter(({ id }) => admitted.has(id));
    const kinds = (entry.safeguards ?? []).filter(({ status }) => status === 'announced').map(({ kind }) => kind);
    return kinds.flatMap((safeguard) => paths.map(({ mode, jurisdiction }) => ({ safeguard, mode, jurisdiction })));
  });
  return [...Map.groupBy(announced, ({ safeguard }) => safeguard)]
    .sort(([a], [b]) => compare(a, b))
    .map(([safeguard, on]) =>
      say('announced', {
        safeguard,
        modes: [...new Set(on.map(({ mode }) => mode))].sort(),
        countries: [...new Set(on.map(({ jurisdiction }) => jurisdiction))].sort(),
      }),
    );
}

function sayFindOutNext({ gate, band }: Scored, { findOutNext }: Explained, { toSubject }: Refer): Sentence[] {
  if (findOutNext === undefined) return [say('next-nothing', {})];
  const { acts, moves, change } = findOutNext;
  const effects = {
    gate: () => say('moves-gate', { before: gate, after: change.gate ?? gate }),
    band: () => say('moves-band', { before: band, after: change.band ?? band }),
    width: () => say('moves-width', { points: -change.width }),
    open: () => say('moves-open', { points: -change.open }),
  };
  return [
    ...acts.map((act) => sayFindOut(act, toSubject(act))),
    ...(acts.length > 1 ? [say('next-both', {})] : []),
    effects[moves](),
    ...(change.point === 0 ? [] : [say('moves-point', { points: change.point })]),
  ];
}
