import { MODES, type Mode } from '../facts/vocabulary.ts';
import type { Scored } from '../score/score.ts';
import { compare, toChange } from './change.ts';
import type { Counterfactual } from './counterfactual.ts';
import { outcomeOf } from './edit.ts';
import type { Change, FindOutNext, Lower, WhatMatters } from './explanation.ts';
import type { Tried } from './marginal.ts';
import { listPairs } from './pairs.ts';

/** The jurisdiction whose end lowers the point most, beside what the end of each of its modes alone would do. */
export function findWhatMatters(scored: Scored, lowers: readonly Lower[]): WhatMatters | undefined {
  const top = lowers.find(({ act, change }) => act === 'end-jurisdiction' && change.point < 0);
  if (top?.jurisdiction === undefined) return undefined;
  const { jurisdiction, change } = top;
  const idsOf = (mode: Mode) => scored.findings.paths.filter((path) => path.jurisdiction === jurisdiction && path.mode === mode).map(({ id }) => id);
  const alone = MODES.flatMap((mode) => {
    const single = lowers.find((lower) => lower.act === 'end-mode' && lower.jurisdiction === jurisdiction && lower.mode === mode);
    return single ? [{ mode, paths: idsOf(mode).sort(), change: single.change }] : [];
  });
  return { jurisdiction, change, alone: alone.sort((x, y) => x.change.point - y.change.point) };
}

/** What an act can move, from what a decision rests on to what a question rests on. */
const MOVES = {
  gate: ({ gate }) => gate !== undefined,
  band: ({ band }) => band !== undefined,
  width: ({ width }) => width < 0,
  open: ({ open }) => open < 0,
} as const satisfies Record<FindOutNext['moves'], (change: Change) => boolean>;

type Candidate = { readonly acts: readonly Tried[]; readonly change: Change };

/** What to find out next, with the acts as they were tried. */
export type FoundNext = Candidate & Pick<FindOutNext, 'moves'>;

export function toFindOutNext({ acts, moves, change }: FoundNext): FindOutNext {
  return { acts: acts.map(({ act, ref }) => ({ act, ref })), moves, change };
}

/** Section 8.3: what to find out next. A single act goes before a pair, which is asked for only where no single one does it. */
export function findOutNext(tried: readonly Tried[], scored: Scored, counterfactual: Counterfactual): FoundNext | undefined {
  const singles = tried.map((act): Candidate => ({ acts: [act], change: act.change }));
  let pairs: Candidate[] | undefined;
  const tryPairs = () =>
    (pairs ??= listPairs(tried, scored).map((acts) => ({
      acts,
      change: toChange(
        counterfactual.now,
        outcomeOf(
          acts.map(({ edit }) => edit),
          scored,
          counterfactual,
        ),
      ),
    })));
  for (const moves of ['gate', 'band', 'width', 'open'] as const) {
    const best = first(singles.filter(({ change }) => MOVES[moves](change))) ?? first(tryPairs().filter(({ change }) => MOVES[moves](change)));
    if (best) return { acts: best.acts, moves, change: best.change };
  }
  return undefined;
}

/** Of those that do it, the one that does most of the rest, in the same order; ties by name. */
function first(candidates: readonly Candidate[]): Candidate | undefined {
  return candidates.reduce<Candidate | undefined>((best, next) => (best === undefined || precedes(next, best) ? next : best), undefined);
}

function precedes(x: Candidate, y: Candidate): boolean {
  const order =
    Number(MOVES.gate(y.change)) - Number(MOVES.gate(x.change)) ||
    Number(MOVES.band(y.change)) - Number(MOVES.band(x.change)) ||
    x.change.width - y.change.width ||
    x.change.open - y.change.open ||
    compare(nameOf(x), nameOf(y));
  return order < 0;
}

function nameOf({ acts }: Candidate): string {
  return acts.map(({ act, ref }) => `${act} ${ref}`).join(' ');
}
