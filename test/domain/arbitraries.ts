import fc from 'fast-check';
import type { Assessment } from '../../domain/facts/assessment.ts';
import { addDays, type CalendarDate, toDayNumber } from '../../domain/facts/date.ts';
import type { Source } from '../../domain/facts/evidence.ts';
import { JURISDICTION_CODES } from '../../domain/facts/jurisdictions.ts';
import { DATA_CLASSES, EXTENTS, INCIDENT_KINDS, MODES, SAFEGUARDS, STAKES, TRANSFER_TOOLS } from '../../domain/facts/vocabulary.ts';
import { register } from '../register.ts';
import { type Scenario, toEvidenceList, toIncident, toPath } from './scenario.ts';

/** How often each property is tried: few while one works, FC_RUNS=1000 where it counts. A failure prints its seed; FC_SEED repeats it. */
const { FC_RUNS = 100, FC_SEED } = process.env;
fc.configureGlobal({ numRuns: Number(FC_RUNS), ...(FC_SEED && { seed: Number(FC_SEED) }) });

/** One time in six. */
function rarely<T>(some: fc.Arbitrary<T>): fc.Arbitrary<T | undefined> {
  return fc.oneof({ weight: 5, arbitrary: fc.constant(undefined) }, { weight: 1, arbitrary: some });
}

/** Jurisdictions with rows of their own, whose borders are worth standing on. */
const CODED = ['CN', 'RU', 'US', 'US', 'US', 'GB', 'GB', 'CA', 'JP', 'KR', 'IN', 'SG', 'HK', 'CH', 'IL', 'AR', 'AE', 'TR', 'UA', 'KP', 'BR'] as const;
const EUROPEAN = ['IE', 'DE', 'FR', 'NO', 'IS', 'GP', 'EU'] as const;

/** The days on which the law of a jurisdiction changes, within the years that the generated facts lie in. */
function listBorders(code: string): CalendarDate[] {
  const members = register.euEea.filter(({ country }) => country === code);
  const rows = register.jurisdictions[code]?.rows ?? [];
  const dates = [...members, ...rows, ...rows.map(({ adequacy }) => adequacy)].flatMap((span) => [span?.from, span?.to]);
  return dates.filter((date) => typeof date === 'string' && date >= '2018' && date < '2028') as CalendarDate[];
}

const jurisdiction = fc.oneof(
  { weight: 12, arbitrary: fc.constantFrom(...CODED) },
  { weight: 3, arbitrary: fc.constantFrom(...EUROPEAN) },
  { weight: 2, arbitrary: fc.constantFrom('ZZ', 'ZZ', 'ZZ', 'XK') },
  { weight: 1, arbitrary: fc.constantFrom(...JURISDICTION_CODES) },
);

/** Two in three dates lie on a border of a jurisdiction in the file, or the day beside it. */
const asOf = fc.record({
  border: fc.option(fc.nat(99), { nil: undefined, freq: 3 }),
  beside: fc.integer({ min: -1, max: 1 }),
  day: fc.integer({ min: toDayNumber('2017-10-01'), max: toDayNumber('2027-12-31') }),
});

function toAsOf({ border, beside, day }: { border: number | undefined; beside: number; day: number }, codes: readonly string[]): CalendarDate {
  const borders = codes.flatMap(listBorders);
  const chosen = border === undefined ? undefined : borders[border % borders.length];
  return chosen ? addDays(chosen, beside) : addDays('1970-01-01', day);
}

/** Several countries of one sentence, each once. */
const jurisdictions = fc.uniqueArray(jurisdiction, { minLength: 2, maxLength: 4 });

/** Days before the date in question: mostly some, now and then some after it, so that a few facts do not exist yet. */
const age = fc.oneof(
  { weight: 9, arbitrary: fc.integer({ min: 0, max: 1500 }) },
  { weight: 3, arbitrary: fc.integer({ min: 0, max: 100 }) },
  { weight: 1, arbitrary: fc.integer({ min: -300, max: -1 }) },
);

const source = fc.record({
  age,
  reliability: fc.constantFrom('A', 'A', 'B', 'B', 'C', 'C', 'D', 'E', 'F'),
  statementBy: fc.constantFrom(undefined, undefined, 'third-party', 'platform', 'platform-accountable'),
  origin: fc.constantFrom(undefined, undefined, undefined, undefined, 'o0', 'o1', 's0', 's1'),
  /** Days before the date by which it could be known. */
  withdrawn: rarely(fc.integer({ min: -400, max: 700 })),
});

/** How long before its observation an item speaks, and how long after it holds. */
const since = rarely(fc.integer({ min: 0, max: 900 }));
const holds = rarely(fc.integer({ min: 0, max: 900 }));

export const evidence = fc.record({
  source: fc.nat(99),
  credibility: fc.constantFrom(...([1, 1, 2, 2, 3, 3, 4, 5, 6] as const)),
  age,
  since,
  holds,
  users: fc.constantFrom(...([undefined, undefined, undefined, undefined, 'other'] as const)),
  stance: fc.constantFrom(...([undefined, undefined, 'supports', 'supports', 'contradicts'] as const)),
});

const evidenceList = fc.array(evidence, { minLength: 1, maxLength: 4 });

/** A right that is reserved in a notice says something of what raises the score only. */
const reservation = evidence.map((seed) => ({ ...seed, stance: 'reserves' as const }));
const adverseList = fc.array(fc.oneof({ weight: 6, arbitrary: evidence }, { weight: 1, arbitrary: reservation }), { minLength: 1, maxLength: 4 });

export const safeguard = fc.record({
  kind: fc.constantFrom(...SAFEGUARDS),
  status: fc.constantFrom(...(['operating', 'operating', 'operating', 'announced'] as const)),
  evidence: evidenceList,
});

const dataClass = fc.constantFrom(...DATA_CLASSES);
const rank = (name: (typeof DATA_CLASSES)[number]) => DATA_CLASSES.indexOf(name);
const data = fc.oneof(
  dataClass,
  fc.tuple(dataClass, dataClass, dataClass).map((three) => {
    const [low, point, high] = three.sort((x, y) => rank(x) - rank(y)) as typeof three;
    return { low, point, high };
  }),
);

export const ended = fc.record({ age, evidence: evidenceList });

/** The tools that decide something come more often. */
const tool = fc.constantFrom(
  ...TRANSFER_TOOLS,
  ...(['dpf', 'dpf', 'dpf', 'privacy-shield', 'privacy-shield', 'privacy-shield', 'pipeda', 'scc', 'bcr'] as const),
);

export const path = fc.record({
  jurisdiction,
  jurisdictions: rarely(jurisdictions),
  mode: fc.constantFrom(...MODES),
  stake: fc.constantFrom(undefined, ...STAKES),
  data,
  transfer: fc.option(fc.record({ tool, evidence: evidenceList }), { nil: undefined, freq: 2 }),
  safeguards: fc.array(safeguard, { maxLength: 4 }),
  ended: fc.option(ended, { nil: undefined, freq: 2 }),
  evidence: adverseList,
});

/** Few days and few kinds, so that two of one kind on one day are no rarity. */
export const incident = fc.record({
  kind: fc.constantFrom(...INCIDENT_KINDS),
  age: fc.oneof(fc.constantFrom(0, 30), fc.integer({ min: -60, max: 2000 })),
  jurisdiction,
  data: fc.option(dataClass, { nil: undefined }),
  extent: fc.constantFrom(undefined, ...EXTENTS),
  evidence: adverseList,
});

const maybeEvidence = fc.option(evidenceList, { nil: undefined, freq: 4 });

export const scenario: fc.Arbitrary<Scenario> = fc
  .record({
    asOf,
    learnt: fc.oneof(fc.constant(0), fc.integer({ min: -400, max: 1500 })),
    sources: fc.array(source, { minLength: 1, maxLength: 7 }),
    paths: fc.array(path, { maxLength: 8 }),
    incidents: fc.array(incident, { maxLength: 5 }),
    complete: fc.record({
      storage: maybeEvidence,
      'remote-access': maybeEvidence,
      control: maybeEvidence,
      subprocessor: maybeEvidence,
      'client-code': maybeEvidence,
    }),
    clearText: fc.option(fc.record({ residual: dataClass, evidence: evidenceList }), { nil: undefined, freq: 3 }),
  })
  .map((seed) => {
    const asOf = toAsOf(
      seed.asOf,
      seed.paths.flatMap(({ jurisdiction, jurisdictions }) => jurisdictions ?? jurisdiction),
    );
    const moment = { asOf, knownBy: addDays(asOf, seed.learnt) };
    const sources = Object.fromEntries(
      seed.sources.map(({ age, reliability, statementBy, origin, withdrawn }, i) => [
        `s${i}`,
        {
          title: `Source ${i}`,
          publisher: 'A publisher',
          published: addDays(moment.knownBy, -age),
          reliability,
          ...(statementBy && { statementBy }),
          ...(origin && { origin }),
          ...(withdrawn !== undefined && { withdrawn: { on: addDays(moment.knownBy, -withdrawn), why: 'It was an error.' } }),
        } as Source,
      ]),
    );
    const empty: Scenario = { assessment: { asOf: moment.asOf, sources, paths: [] }, moment };
    const complete: Assessment['complete'] = {};
    for (const mode of MODES) if (seed.complete[mode]) complete[mode] = { evidence: toEvidenceList(seed.complete[mode], empty) };
    const assessment: Assessment = {
      ...empty.assessment,
      paths: seed.paths.map((path, i) => toPath(path, `p${i}`, empty)),
      incidents: seed.incidents.map((incident, i) => toIncident(incident, `i${i}`, empty)),
      complete,
      ...(seed.clearText && { clearText: { residual: seed.clearText.residual, evidence: toEvidenceList(seed.clearText.evidence, empty) } }),
    };
    return { assessment, moment };
  });
