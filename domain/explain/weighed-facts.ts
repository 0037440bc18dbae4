import type { Assessment } from '../facts/assessment.ts';
import type { Evidence } from '../facts/evidence.ts';
import { expandPath } from '../facts/expand-paths.ts';
import { MODES, type Safeguard } from '../facts/vocabulary.ts';
import { believeAdverse, believeFavourable, type Nature, type Triple } from '../score/belief.ts';
import { type FoundPath, largest } from '../score/findings.ts';
import type { FactKind } from '../score/method.ts';
import type { Scored } from '../score/score.ts';
import { listWitnesses, type Witnesses } from '../score/witnesses.ts';
import { guard, unguard } from './counterfactual.ts';
import type { Edit } from './edit.ts';

/** A fact that counts, with its evidence as the assessment states it. */
export type WeighedFact = {
  /** An id of a path or an incident, `path:safeguard`, `path:transfer`, `path:ended`, a mode, or `clear-text`. */
  readonly ref: string;
  readonly kind: FactKind;
  readonly nature: Nature;
  /** Its lists of evidence: several where a path claims one kind of safeguard more than once. */
  readonly lists: readonly (readonly Evidence[])[];
  readonly belief: Triple | undefined;
  /** The admitted paths that it is a fact about: several where one entry names several jurisdictions. */
  readonly paths: readonly FoundPath[];
  /** What another belief in it changes; undefined: it is not there. */
  readonly edit: (belief: Triple | undefined) => Edit;
};

/** Every fact that counts in a score: the admitted paths and incidents, and all that is claimed in the platform's favour. */
export function listWeighedFacts(assessment: Assessment, { findings, incidents }: Scored): WeighedFact[] {
  const found = new Map(findings.paths.map((path) => [path.id, path]));
  const foundIncidents = new Map(incidents.map((incident) => [incident.id, incident]));
  const facts: WeighedFact[] = [];
  const add = (
    ref: string,
    kind: FactKind,
    nature: Nature,
    claims: readonly { evidence: readonly Evidence[] }[],
    rest: Pick<WeighedFact, 'belief' | 'edit'> & { paths?: readonly FoundPath[] },
  ) => facts.push({ ref, kind, nature, lists: claims.map(({ evidence }) => evidence), paths: [], ...rest });

  for (const entry of assessment.paths) {
    const paths = expandPath(entry).flatMap(({ id }) => found.get(id) ?? []);
    const [first] = paths;
    if (!first) continue;
    const onEach = (edit: (path: FoundPath) => FoundPath | undefined): Edit => ({ paths: new Map(paths.map((path) => [path, edit])) });
    add(entry.id, entry.mode, 'adverse', [entry], {
      paths,
      belief: first.belief,
      edit: (belief) => onEach((path) => belief && { ...path, belief }),
    });
    for (const kind of first.safeguards.keys())
      add(
        `${entry.id}:${kind}`,
        'safeguard',
        'favourable',
        (entry.safeguards ?? []).filter((claim) => isOperating(claim, kind)),
        {
          paths,
          belief: first.safeguards.get(kind),
          edit: (belief) => onEach((path) => (belief ? guard(path, kind, belief) : unguard(path, kind))),
        },
      );
    const { transfer, ended } = entry;
    if (transfer && first.transfer)
      add(`${entry.id}:transfer`, 'transfer', 'favourable', [transfer], {
        paths,
        belief: first.transfer.belief,
        edit: (belief) => onEach((path) => ({ ...path, transfer: belief && { tool: transfer.tool, belief } })),
      });
    if (ended && first.ended)
      add(`${entry.id}:ended`, 'ended', 'favourable', [ended], {
        paths,
        belief: first.ended,
        edit: (belief) => onEach((path) => ({ ...path, ended: belief })),
      });
  }
  for (const entry of assessment.incidents ?? []) {
    const incident = foundIncidents.get(entry.id);
    if (incident)
      add(entry.id, 'incident', 'adverse', [entry], {
        belief: incident.belief,
        edit: (belief) => ({ incidents: new Map([[incident, belief && { ...incident, belief }]]) }),
      });
  }
  for (const mode of MODES) {
    const claim = assessment.complete?.[mode];
    if (claim)
      add(mode, 'completeness', 'favourable', [claim], {
        belief: findings.complete[mode],
        edit: (belief = [0, 0, 0]) => ({ complete: { [mode]: belief } }),
      });
  }
  const { clearText } = findings;
  if (assessment.clearText && clearText)
    add('clear-text', 'clear-text', 'favourable', [assessment.clearText], {
      belief: clearText.belief,
      edit: (belief) => ({ clearText: { becomes: belief && { residual: clearText.residual, belief } } }),
    });
  return facts;
}

function isOperating(claim: { kind: Safeguard; status: string }, kind: Safeguard): boolean {
  return claim.kind === kind && claim.status === 'operating';
}

/** Belief in a fact with its evidence changed; undefined where it is then not there, or no more than a lead. */
export function reweigh(
  { kind, nature, lists }: WeighedFact,
  change: (list: readonly Evidence[]) => readonly Evidence[],
  witnesses: Witnesses,
  { findings, method }: Scored,
): Triple | undefined {
  if (nature === 'favourable')
    return lists
      .map((list) => believeFavourable(kind, change(list), witnesses, findings, method)?.columns)
      .reduce((strongest, columns) => (columns ? largest(strongest, columns) : strongest), undefined);
  const [list = []] = lists;
  const believed = believeAdverse(kind, change(list), witnesses, findings, method);
  return believed?.isAdmitted ? believed.columns : undefined;
}

export function witnessesOf({ sources }: Assessment, { findings }: Scored): Witnesses {
  return listWitnesses(sources, findings);
}
