import type { Json } from '../started-service.ts';

export type Tally = ReturnType<typeof createTally>;

/** What happened in a run, counted. */
export function createTally() {
  const counts = new Map<string, number>();
  const reasons = new Map<string, number>();
  const scores = new Map<string, number>();
  const add = (into: Map<string, number>, key: string, by = 1) => into.set(key, (into.get(key) ?? 0) + by);
  return {
    counts,
    reasons,
    scores,
    count: (key: string, by = 1) => add(counts, key, by),
    reason: (kind: string) => add(reasons, kind),
    publish: (byItself: boolean, isFirst: boolean, causes: readonly Json[]) => {
      const moving = causes.filter(({ points }) => points !== 0).map(({ kind }) => kind);
      const why = moving.length > 0 ? moving.join(' + ') : `${causes.map(({ kind }) => kind).join(' + ') || 'the same facts'}, the point unmoved`;
      add(scores, isFirst ? 'approval: the first' : `${byItself ? 'by itself' : 'approval'}: ${why}`);
    },
  };
}

export function toRows(counts: ReadonlyMap<string, number>): string[] {
  return [...counts].sort(([a], [b]) => (a < b ? -1 : 1)).map(([what, count]) => `| ${what} | ${count} |`);
}
