import type { Column } from '../score/belief.ts';
import { exposePaths } from '../score/exposure.ts';
import type { FoundPath } from '../score/findings.ts';
import type { Scored } from '../score/score.ts';
import { compare } from './change.ts';
import type { Tried } from './marginal.ts';

/** Most acts that are tried in pairs, those that reach furthest, so that a file of hundreds of paths is explained in a moment. */
const MOST_IN_PAIRS = 40;

const COLUMNS: readonly Column[] = [0, 1, 2];

/**
 * The pairs of acts that could do together what neither does alone. Only the strongest path of a jurisdiction counts, and the next one
 * stands behind it: of each, the acts that lower or raise most of what goes through it; besides, lists, incidents, and the rest.
 */
export function listPairs(tried: readonly Tried[], scored: Scored): [Tried, Tried][] {
  const ends = listPathEnds(scored);
  const onPaths = new Map<FoundPath, Tried[]>();
  const others: Tried[] = [];
  for (const act of tried) {
    const { paths, named } = act.edit;
    const [only, ...further] = paths?.keys() ?? [];
    if (named || !only || further.length > 0) others.push(act);
    else if (ends.has(only)) onPaths.set(only, [...(onPaths.get(only) ?? []), act]);
  }
  const chosen = [...others, ...[...onPaths].flatMap(([path, acts]) => extremes(path, acts, scored))]
    .map((act) => ({ act, reach: reachOf(act) }))
    .sort((x, y) => (x.reach === y.reach ? compare(x.act.act, y.act.act) || compare(x.act.ref, y.act.ref) : y.reach - x.reach))
    .map(({ act }) => act)
    .slice(0, MOST_IN_PAIRS);
  return chosen.flatMap((x, i) =>
    chosen.slice(i + 1).map((y): [Tried, Tried] => (compare(`${x.act} ${x.ref}`, `${y.act} ${y.ref}`) < 0 ? [x, y] : [y, x])),
  );

  /** What is open hangs on few acts, and each of them is tried. */
  function reachOf({ change, edit }: Tried): number {
    if (edit.complete || edit.named) return Number.POSITIVE_INFINITY;
    const strongest = Math.max(0, ...[...(edit.paths?.keys() ?? [])].map((path) => ends.get(path) ?? 0));
    return Math.abs(change.point) + Math.abs(change.high) + Math.abs(change.width) + Math.abs(change.open) + strongest;
  }
}

/** The strongest path of each jurisdiction and the one behind it, column by column, with how far it reaches. */
function listPathEnds({ paths }: Scored): ReadonlyMap<FoundPath, number> {
  const ends = new Map<FoundPath, number>();
  for (const there of Map.groupBy(paths, ({ path }) => path.jurisdiction).values())
    for (const column of COLUMNS)
      for (const { path, exposure } of [...there]
        .sort((x, y) => y.exposure[column] - x.exposure[column] || compare(x.path.id, y.path.id))
        .slice(0, 2))
        ends.set(path, Math.max(...exposure));
  return ends;
}

/** Of the acts on one path those that leave least and most of it in each column. */
function extremes(path: FoundPath, acts: readonly Tried[], { findings, lawOf, abuse, method }: Scored): Tried[] {
  const left = acts.map((act) => {
    const edited = act.edit.paths?.get(path)?.(path);
    const exposure = edited && exposePaths({ ...findings, paths: [edited] }, lawOf, abuse, method)[0]?.exposure;
    return { act, exposure: exposure ?? ([0, 0, 0] as const) };
  });
  const chosen = new Set<Tried>();
  for (const column of COLUMNS) {
    const byColumn = [...left].sort(
      (x, y) => x.exposure[column] - y.exposure[column] || compare(x.act.act, y.act.act) || compare(x.act.ref, y.act.ref),
    );
    for (const end of [byColumn[0], byColumn.at(-1)]) if (end) chosen.add(end.act);
  }
  return [...chosen];
}
