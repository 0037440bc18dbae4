import type { Assessment } from '../facts/assessment.ts';
import type { Evidence } from '../facts/evidence.ts';
import { UNNAMED } from '../facts/jurisdictions.ts';
import { MODES } from '../facts/vocabulary.ts';
import { massOf } from '../score/belief.ts';
import type { FoundPath } from '../score/findings.ts';
import type { Scored } from '../score/score.ts';
import { type Witnesses, witnessOf } from '../score/witnesses.ts';
import { CERTAIN, end, guard, unguard } from './counterfactual.ts';
import type { Edit } from './edit.ts';
import type { MARGINAL_ACTS } from './explanation.ts';
import { listWeighedFacts, reweigh, type WeighedFact, witnessesOf } from './weighed-facts.ts';

/** Something that one could find out, and what the findings would then be. */
export type Act = { readonly act: (typeof MARGINAL_ACTS)[number]; readonly ref: string; readonly edit: Edit };

/** Section 8.3: everything that one could find out about a file. */
export function listActs(assessment: Assessment, scored: Scored): Act[] {
  const { findings, incidents } = scored;
  return [
    ...findings.paths.flatMap(listActsOn),
    ...incidents.map((incident): Act => ({ act: 'remove-incident', ref: incident.id, edit: { incidents: new Map([[incident, undefined]]) } })),
    ...MODES.filter((mode) => findings.complete[mode][1] < 100).map(
      (mode): Act => ({ act: 'prove-list', ref: mode, edit: { complete: { [mode]: CERTAIN } } }),
    ),
    ...listRefreshing(assessment, scored),
  ];
}

function listActsOn(path: FoundPath): Act[] {
  const { id, safeguards, transfer, ended } = path;
  const on = (act: Act['act'], ref: string, edit: (path: FoundPath) => FoundPath | undefined): Act => ({
    act,
    ref,
    edit: { paths: new Map([[path, edit]]) },
  });
  const acts = [on('remove-path', id, () => undefined)];
  for (const [kind, [claimed, proven]] of safeguards) {
    acts.push(on('remove-safeguard', `${id}:${kind}`, (from) => unguard(from, kind)));
    if (claimed < 100 || proven < 100) acts.push(on('prove-safeguard', `${id}:${kind}`, (from) => guard(from, kind)));
  }
  if (transfer && transfer.belief[1] < 100)
    acts.push(on('prove-transfer', `${id}:transfer`, (from) => ({ ...from, transfer: { ...transfer, belief: CERTAIN } })));
  if (ended && ended[1] < 100) acts.push(on('prove-end', `${id}:ended`, end));
  if (path.jurisdiction === UNNAMED) acts.push({ act: 'name-country', ref: id, edit: { named: path } });
  return acts;
}

/** Every fact whose strongest supporting item has aged, as if that item had been observed on the day. */
function listRefreshing(assessment: Assessment, scored: Scored): Act[] {
  const witnesses = witnessesOf(assessment, scored);
  return listWeighedFacts(assessment, scored).flatMap((fact): Act[] => {
    const belief = reweigh(fact, (list) => refresh(list, fact, witnesses, scored), witnesses, scored);
    return `${belief}` === `${fact.belief}` ? [] : [{ act: 'refresh', ref: fact.ref, edit: fact.edit(belief) }];
  });
}

function refresh(list: readonly Evidence[], { nature }: WeighedFact, witnesses: Witnesses, { findings, method }: Scored): readonly Evidence[] {
  let strongest: { readonly place: number; readonly mass: number } | undefined;
  for (const [place, item] of list.entries()) {
    const source = witnessOf(item, witnesses, findings)?.source;
    if (source === undefined || (item.stance ?? 'supports') !== 'supports') continue;
    const mass = massOf(nature, item, source, method);
    if (strongest === undefined || mass > strongest.mass) strongest = { place, mass };
  }
  if (strongest === undefined) return list;
  const { validTo: _, ...item } = list[strongest.place] as Evidence;
  return list.with(strongest.place, { ...item, observed: findings.asOf });
}
