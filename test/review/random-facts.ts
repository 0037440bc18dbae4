import { Assessment, type Path } from '../../domain/facts/assessment.ts';
import { addDays } from '../../domain/facts/date.ts';
import type { Evidence } from '../../domain/facts/evidence.ts';
import { DATA_CLASSES, INCIDENT_KINDS, MODES, SAFEGUARDS } from '../../domain/facts/vocabulary.ts';
import type { Random } from './random.ts';

/** Jurisdictions that the random files name; the law of some of them changes during a run. */
export const NAMED = ['CN', 'US', 'RU', 'IN', 'GB', 'SG', 'AE', 'IE', 'DE', 'ZZ'] as const;

/** A small file of facts, some of them contested, some promised, some not to be known before a later day. */
export function randomFacts(random: Random, day: string): Assessment {
  const { whole, chance, pick, several } = random;
  const sources = Object.fromEntries(
    several(3, 6, (i) => [
      `s${i}`,
      {
        title: `Report ${i}`,
        publisher: pick(['A newspaper', 'A regulator', 'The operator']),
        published: addDays(day, chance(0.12) ? whole(1, 60) : -whole(0, 300)),
        reliability: pick(['A', 'B', 'B', 'C', 'D', 'F'] as const),
        ...(chance(0.4) && { statementBy: pick(['platform', 'platform-accountable', 'third-party'] as const) }),
        ...(chance(0.2) && { origin: 'agency' }),
      },
    ]),
  );
  const item = (stance?: 'contradicts'): Evidence => ({
    source: pick(Object.keys(sources)),
    credibility: pick([1, 2, 2, 3, 4] as const),
    observed: addDays(day, chance(0.08) ? whole(1, 40) : -whole(0, 500)),
    ...(stance && { stance }),
    ...(chance(0.5) && { quote: `Words number ${whole(1, 999)}.` }),
  });
  const evidence = (contested = 0.06): Evidence[] => [...several(1, 2, () => item()), ...(chance(contested) ? [item('contradicts')] : [])];
  const path = (i: number): Path => {
    const mode = pick(MODES);
    return {
      id: `p${i}`,
      jurisdiction: pick(NAMED),
      mode,
      data: pick(DATA_CLASSES),
      ...(mode === 'control' && { stake: pick(['sole', 'blocking', 'minority'] as const) }),
      ...(chance(0.35) && { transfer: { tool: pick(['dpf', 'scc', 'consent'] as const), evidence: evidence(0.12) } }),
      ...(chance(0.4) && {
        safeguards: several(1, 2, () => ({
          kind: pick(SAFEGUARDS),
          status: pick(['operating', 'operating', 'announced'] as const),
          evidence: evidence(0.12),
        })),
      }),
      ...(chance(0.1) && { ended: { on: addDays(day, whole(-200, 60)), evidence: evidence(0.12) } }),
      evidence: evidence(),
    };
  };
  return Assessment.parse({
    asOf: day,
    sources,
    paths: several(2, 5, path),
    incidents: several(0, 2, (i) => {
      const kind = pick(INCIDENT_KINDS);
      return {
        id: `i${i}`,
        kind,
        on: addDays(day, -whole(0, 700)),
        summary: 'Something went wrong.',
        ...((kind === 'state-access' || chance(0.2)) && { jurisdiction: pick(NAMED) }),
        ...(chance(0.5) && { data: pick(DATA_CLASSES), extent: pick(['few', 'some', 'many'] as const) }),
        evidence: evidence(0.12),
      };
    }),
    complete: Object.fromEntries(MODES.filter(() => chance(0.6)).map((mode) => [mode, { evidence: evidence(0.12) }])),
    ...(chance(0.5) && { clearText: { residual: pick(DATA_CLASSES), evidence: evidence(0.12) } }),
    commitments: several(0, 2, (i) => ({
      id: `c${i}`,
      summary: `A promise, number ${i}.`,
      announcedOn: addDays(day, -whole(0, 100)),
      ...(chance(0.8) && { dueOn: addDays(day, whole(-30, 300)) }),
      evidence: evidence(0),
    })),
  });
}

/** The same file, looked at again: a word more, some more evidence, or a promise less. */
export function reviseFacts(random: Random, before: Assessment, day: string): Assessment {
  if (random.chance(0.4)) return randomFacts(random, day);
  const [path, ...others] = before.paths;
  const source = random.pick(Object.keys(before.sources));
  const seen: Evidence = { source, credibility: 2, observed: addDays(day, -random.whole(0, 20)) };
  return Assessment.parse({
    ...before,
    asOf: day,
    note: `Looked at on ${day}.`,
    ...(path && random.chance(0.6) && { paths: [{ ...path, evidence: [...path.evidence.slice(-3), seen] }, ...others] }),
    ...(random.chance(0.3) && { commitments: [] }),
  });
}
