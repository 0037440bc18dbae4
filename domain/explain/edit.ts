import type { Mode } from '../facts/vocabulary.ts';
import type { Triple } from '../score/belief.ts';
import type { Findings, FoundIncident, FoundPath } from '../score/findings.ts';
import type { Scored } from '../score/score.ts';
import type { Counterfactual, Outcome, Variation } from './counterfactual.ts';

/** What a path becomes; undefined: it is not there. */
type PathEdit = (path: FoundPath) => FoundPath | undefined;

/** A change of the findings that goes together with others, whatever they change. */
export type Edit = {
  readonly paths?: ReadonlyMap<FoundPath, PathEdit>;
  readonly incidents?: ReadonlyMap<FoundIncident, FoundIncident | undefined>;
  readonly complete?: Partial<Record<Mode, Triple>>;
  readonly clearText?: { readonly becomes: Findings['clearText'] };
  /** Its country has been named. */
  readonly named?: FoundPath;
};

/** The score with these changes; a single change of a single path is the cheap and frequent one. */
export function outcomeOf(edits: readonly Edit[], scored: Scored, { rescore, replace }: Counterfactual): Outcome {
  const [only, ...others] = edits;
  const [edited, ...further] = only?.paths ?? [];
  const isSingle = others.length === 0 && further.length === 0 && !only?.incidents && !only?.complete && !only?.clearText && !only?.named;
  if (edited && isSingle) return replace(edited[0], edited[1](edited[0]));
  return rescore(vary(edits, scored));
}

function vary(edits: readonly Edit[], { findings, incidents }: Scored): Variation {
  const named = new Set(edits.flatMap(({ named }) => named ?? []));
  const clearText = edits.findLast((edit) => edit.clearText)?.clearText;
  const editedPaths = edits.filter((edit) => edit.paths);
  const editedIncidents = edits.filter((edit) => edit.incidents);
  const editedLists = edits.filter((edit) => edit.complete);
  return {
    ...(editedPaths.length > 0 && { paths: findings.paths.flatMap((path) => editPath(path, editedPaths) ?? []) }),
    ...(editedIncidents.length > 0 && { incidents: incidents.flatMap((incident) => editIncident(incident, editedIncidents) ?? []) }),
    ...(editedLists.length > 0 && { complete: Object.assign({}, findings.complete, ...editedLists.map(({ complete }) => complete)) }),
    ...(clearText && { clearText: clearText.becomes }),
    ...(named.size > 0 && { named }),
  };
}

function editPath(path: FoundPath, edits: readonly Edit[]): FoundPath | undefined {
  let edited: FoundPath | undefined = path;
  for (const { paths } of edits) edited = edited && (paths?.get(path) ?? same)(edited);
  return edited;
}

function editIncident(incident: FoundIncident, edits: readonly Edit[]): FoundIncident | undefined {
  const edit = edits.find(({ incidents }) => incidents?.has(incident));
  return edit ? edit.incidents?.get(incident) : incident;
}

function same(path: FoundPath): FoundPath {
  return path;
}
