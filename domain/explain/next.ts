import { MODES, type Mode } from '../facts/vocabulary.ts';
import type { Scored } from '../score/score.ts';
import { type Counterfactual, proveLists, toChange } from './counterfactual.ts';
import type { FindOutNext, Lower, Marginal, WhatMatters } from './explanation.ts';

/** The jurisdiction whose end lowers the point most, beside what the end of each of its modes alone would do. */
export function findWhatMatters(scored: Scored, lowers: readonly Lower[]): WhatMatters | undefined {
  const top = lowers.find(({ act, change }) => act === 'end-jurisdiction' && change.point < 0);
  if (top?.jurisdiction === undefined) return undefined;
  const { jurisdiction, change } = top;
  const idsOf = (mode: Mode) => scored.findings.paths.filter((path) => path.jurisdiction === jurisdiction && path.mode === mode).map(({ id }) => id);
  const alone = lowers.flatMap(({ act, jurisdiction: of, mode, change: single }) =>
    act === 'end-mode' && of === jurisdiction && mode ? [{ mode, paths: idsOf(mode).sort(), change: single }] : [],
  );
  return { jurisdiction, change, alone };
}

/** What narrows the range most. A maximum hides here too: where no single list narrows it, the fewest lists that do together. */
export function findOutNext(scored: Scored, marginal: readonly Marginal[], counterfactual: Counterfactual): FindOutNext | undefined {
  const single = marginal.reduce<Marginal | undefined>((best, next) => (next.change.width < (best?.change.width ?? 0) ? next : best), undefined);
  const together = findNarrowingLists(scored, counterfactual);
  if (together && together.change.width < (single?.change.width ?? 0)) return together;
  return single && { act: single.act, refs: [single.ref], change: single.change };
}

function findNarrowingLists(scored: Scored, { rescore }: Counterfactual): FindOutNext | undefined {
  for (let size = 1; size <= MODES.length; size += 1) {
    let best: FindOutNext | undefined;
    for (const modes of subsetsOf(MODES, size)) {
      const change = toChange(scored.score, rescore({ complete: proveLists(scored.findings, modes) }));
      if (change.width < (best?.change.width ?? 0)) best = { act: 'prove-list', refs: [...modes], change };
    }
    if (best) return best;
  }
  return undefined;
}

function subsetsOf(modes: readonly Mode[], size: number): Mode[][] {
  const all = [...Array(2 ** modes.length).keys()].map((bits) => modes.filter((_, i) => bits & (1 << i)));
  return all.filter((subset) => subset.length === size);
}
