import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { Assessment, type Path } from '../../domain/facts/assessment.ts';
import { toDayNumber } from '../../domain/facts/date.ts';
import type { Evidence, Source } from '../../domain/facts/evidence.ts';
import { findRow, isEuEea, isWithin } from '../../domain/score/register.ts';
import type { Scored } from '../../domain/score/score.ts';
import { register } from '../register.ts';
import { scenario } from './arbitraries.ts';
import { codesOf, mapEvidence, type Scenario, score } from './scenario.ts';

type Drawn = Scenario & { readonly scored: Scored };
let drawn: Drawn[] = [];
beforeAll(() => {
  drawn = fc.sample(scenario, { numRuns: 300, seed: 20230223 }).map((scene) => ({ ...scene, scored: score(scene) }));
});

const pathsOf = ({ assessment }: Scenario) => assessment.paths;
const admitted = ({ scored }: Drawn) => scored.paths;
const rowOf = ({ moment }: Scenario, code: string) => findRow(register, code, moment.asOf);
const isEuropean = ({ moment }: Scenario, code: string) => isEuEea(register, code, moment.asOf);

function evidenceOf(scene: Scenario): Evidence[] {
  const items: Evidence[] = [];
  mapEvidence(scene, (list) => {
    items.push(...list);
    return list;
  });
  return items;
}

const isOnBorder = (scene: Drawn) =>
  pathsOf(scene)
    .flatMap(codesOf)
    .some((code) =>
      [
        ...(register.jurisdictions[code]?.rows ?? []).flatMap(({ from, to, adequacy }) => [from, to, adequacy?.from, adequacy?.to]),
        ...register.euEea.filter(({ country }) => country === code).flatMap(({ from, to }) => [from, to]),
      ].some((date) => date && Math.abs(toDayNumber(date) - toDayNumber(scene.moment.asOf)) <= 1),
    );

const sharesOrigin = ({ assessment }: Drawn) =>
  assessment.paths.some(({ evidence }) => {
    const origins = evidence.map(({ source }) => assessment.sources[source]?.origin);
    return origins.some((origin, i) => origin !== undefined && origins.indexOf(origin) < i);
  });

const sameKindSameDay = ({ scored }: Drawn) => {
  const days = scored.findings.incidents.map(({ kind, on }) => `${kind} ${on}`);
  return new Set(days).size < days.length;
};

/** What a property must meet often enough to say anything about it, with the least share of assessments that hold it. */
const FEATURES: [feature: string, share: number, holds: (drawn: Drawn) => boolean][] = [
  ['several jurisdictions with a say', 0.35, ({ scored }) => [...scored.jurisdictions.values()].filter(([, point]) => point > 0).length >= 3],
  ['an unrated file', 0.1, ({ scored }) => scored.band === 'unrated'],
  ['a contradicted path that is admitted', 0.2, (d) => admitted(d).some(({ path }) => path.conflict > 0)],
  ['a lead', 0.3, ({ scored }) => scored.findings.leads.paths.length > 0],
  [
    'a path that does not exist yet',
    0.2,
    ({ assessment, scored }) => scored.paths.length + scored.findings.leads.paths.length < assessment.paths.flatMap(codesOf).length,
  ],
  ['a path with two items of one origin', 0.2, sharesOrigin],
  [
    'a statement by the platform',
    0.6,
    ({ assessment }) => Object.values(assessment.sources).some(({ statementBy }) => statementBy?.startsWith('platform')),
  ],
  ['evidence from the future', 0.5, (d) => evidenceOf(d).some(({ observed }) => observed > d.moment.asOf)],
  [
    'a source published too late',
    0.2,
    ({ assessment, moment }) => Object.values(assessment.sources).some(({ published }) => published > moment.knownBy),
  ],
  ['a date beside a border of the register', 0.25, isOnBorder],
  ['a path in the EU or EEA', 0.3, (d) => admitted(d).some(({ path }) => isEuropean(d, path.jurisdiction))],
  ['Great Britain as a member', 0.03, (d) => admitted(d).some(({ path }) => path.jurisdiction === 'GB' && isEuropean(d, 'GB'))],
  ['Great Britain on the bridge', 0.005, (d) => admitted(d).some(({ path }) => path.jurisdiction === 'GB' && rowOf(d, 'GB')?.bridge === true)],
  [
    'a jurisdiction that is not in the register',
    0.05,
    (d) => admitted(d).some(({ path }) => !isEuropean(d, path.jurisdiction) && !rowOf(d, path.jurisdiction)),
  ],
  ['a row with unknown items', 0.2, (d) => admitted(d).some(({ path }) => Object.values(rowOf(d, path.jurisdiction) ?? {}).includes(null))],
  [
    'an adequacy decision in full force',
    0.2,
    (d) => admitted(d).some(({ path, factors }) => !isEuropean(d, path.jurisdiction) && factors[1].law === 0.5),
  ],
  ['a scheme that the recipient is covered by', 0.015, (d) => admitted(d).some(({ path }) => isCovered(d, path))],
  ['a contract', 0.08, (d) => admitted(d).some(({ factors }) => factors[0].law >= 0.95 && factors[0].law < 1)],
  ['a range of data classes', 0.5, (d) => admitted(d).some(({ path }) => path.data[0] !== path.data[2])],
  [
    'an operating safeguard of either sort',
    0.3,
    (d) => admitted(d).some(({ factors: [low] }) => low.technical < 1) && admitted(d).some(({ factors: [low] }) => low.organisational < 1),
  ],
  [
    'two safeguards of one kind',
    0.1,
    (d) => pathsOf(d).some(({ safeguards = [] }) => new Set(safeguards.map(({ kind }) => kind)).size < safeguards.length),
  ],
  ['an announced safeguard', 0.5, (d) => pathsOf(d).some(({ safeguards = [] }) => safeguards.some(({ status }) => status === 'announced'))],
  ['a path that ended', 0.3, (d) => admitted(d).some(({ path }) => (path.ended?.[1] ?? 0) > 0)],
  ['an end that lies ahead', 0.05, (d) => pathsOf(d).some(({ ended }) => ended && ended.on > d.moment.asOf)],
  ['a partial stake', 0.15, (d) => admitted(d).some(({ path }) => path.mode === 'control' && path.stake !== 'sole')],
  ['an admitted incident', 0.4, ({ scored }) => scored.findings.incidents.length > 0],
  ['two incidents of one kind on one day', 0.02, sameKindSameDay],
  ['an access by a state', 0.15, ({ scored }) => scored.findings.incidents.some(({ kind }) => kind === 'state-access')],
  ['a floor under the score', 0.02, ({ scored }) => scored.contributions.some(({ of, tenths }) => of === 'floor' && tenths > 0)],
  ['a list proven complete in part', 0.5, ({ scored }) => Object.values(scored.findings.complete).some(([, proven]) => proven > 0)],
  ['clear text proven in part', 0.2, ({ scored }) => (scored.findings.clearText?.belief[1] ?? 0) > 0],
  ['a path in several jurisdictions', 0.3, (d) => pathsOf(d).some(({ jurisdictions }) => jurisdictions)],
  ['a path in a country that nobody names', 0.1, (d) => admitted(d).some(({ path }) => path.jurisdiction === 'ZZ')],
  ['a reservation', 0.2, (d) => evidenceOf(d).some(({ stance }) => stance === 'reserves')],
  ['a path that a reservation alone admits', 0.02, (d) => pathsOf(d).some((path) => isReserved(path) && isAdmitted(d, path))],
  ['an item about users elsewhere', 0.5, (d) => evidenceOf(d).some(({ users }) => users === 'other')],
  ['an item that speaks from before it was observed', 0.02, (d) => evidenceOf(d).some(({ from, observed }) => speaksAlready(d, from, observed))],
  ['an attestation that still holds', 0.2, (d) => evidenceOf(d).some(({ validTo }) => validTo !== undefined && validTo > d.moment.asOf)],
  ['a source that was withdrawn', 0.1, (d) => Object.values(d.assessment.sources).some((source) => isWithdrawn(d, source))],
  ['an origin that is another source', 0.3, ({ assessment }) => Object.values(assessment.sources).some(({ origin }) => origin?.startsWith('s'))],
  ['a reading of the law that came later', 0.02, (d) => admitted(d).some(({ path }) => isReadLater(d, path.jurisdiction))],
  ['a small incident', 0.2, (d) => (d.assessment.incidents ?? []).some(({ extent }) => extent === 'few')],
  [
    'an access by a member state',
    0.03,
    (d) => (d.assessment.incidents ?? []).some(({ jurisdiction: code, on }) => code && isEuEea(register, code, on)),
  ],
  ['something open and not all of it', 0.1, ({ scored }) => scored.open.whole > 0 && scored.open.whole < 1000],
  ['a state with a programme and one without', 0.1, ({ scored }) => scored.ways.programme[1] > 0 && scored.ways.law[1] > 0],
];

const isReserved = ({ evidence }: Path) => evidence.every(({ stance }) => stance === 'reserves');
const isAdmitted = (d: Drawn, { id }: Path) => admitted(d).some(({ path }) => path.id === id || path.id.startsWith(`${id}-`));
const speaksAlready = ({ moment }: Scenario, from: string | undefined, observed: string) =>
  from !== undefined && from <= moment.asOf && observed > moment.asOf;
const isWithdrawn = ({ moment }: Scenario, { withdrawn }: Source) => withdrawn !== undefined && withdrawn.on <= moment.knownBy;
const isReadLater = (d: Scenario, code: string) => Object.values(rowOf(d, code)?.knownFrom ?? {}).some((known) => known > d.moment.knownBy);

function isCovered(scene: Drawn, path: Drawn['scored']['paths'][number]['path']): boolean {
  const adequacy = rowOf(scene, path.jurisdiction)?.adequacy;
  return adequacy?.scheme === path.transfer?.tool && adequacy !== null && adequacy !== undefined && isWithin(adequacy, scene.moment.asOf);
}

describe('generated assessments are rich enough to matter', () => {
  it('are valid, every one', () => {
    for (const { assessment } of drawn) expect(Assessment.safeParse(assessment).error).toBeUndefined();
  });

  it.each(FEATURES)('%s occurs in at least %d of them', (_, share, holds) => {
    expect(drawn.filter(holds).length / drawn.length).toBeGreaterThanOrEqual(share);
  });

  it.each(['minimal', 'low', 'elevated', 'high', 'severe'] as const)('the band %s occurs', (band) => {
    expect(drawn.some(({ scored }) => scored.band === band)).toBe(true);
  });

  it.each(['restrict', 'precaution', 'unproven', 'review'] as const)('the gate %s occurs', (gate) => {
    expect(drawn.some(({ scored }) => scored.gate === gate)).toBe(true);
  });

  it.each(['high', 'moderate', 'low', 'very-low', 'none'] as const)('the confidence %s occurs', (confidence) => {
    expect(drawn.some(({ scored }) => scored.confidence === confidence)).toBe(true);
  });
});
