import { UNNAMED } from '../facts/jurisdictions.ts';
import { MODES, type Mode } from '../facts/vocabulary.ts';
import { provenShare } from './belief.ts';
import { combine } from './combine.ts';
import { type ExposedPath, productOf } from './exposure.ts';
import type { Findings } from './findings.ts';
import { type Method, PARTS, type Part } from './method.ts';

/** Of a state or of data that nobody has named, nothing can be excluded. */
const EVERYTHING = 1;

/** A list of paths: how far it is proven complete, and what could go through places and people that it leaves out; 0 to 1. */
export type OpenList = { readonly mode: Mode; readonly complete: number; readonly open: number };

/** How far it could go through what nobody has named, as a whole and in each part. It stands beside the score and never in it. */
export type Open = Readonly<Record<'whole' | Part, number>>;

/** Section 5, open: what the list of a mode leaves open. */
function openList(findings: Findings, mode: Mode, method: Method): OpenList {
  const complete = provenShare(findings.complete[mode]);
  return { mode, complete, open: (1 - complete) * method.modes[mode].weight * inTheClear(findings, mode, EVERYTHING, method) };
}

/** Section 5, min': what is proven to be out of the operator's sight caps the data weight; code that ships to the client sees all. */
function inTheClear({ clearText }: Findings, mode: Mode, weight: number, method: Method): number {
  if (!clearText || mode === 'client-code') return weight;
  const proven = provenShare(clearText.belief);
  return weight * (1 - proven) + Math.min(weight, method.data[clearText.residual]) * proven;
}

/** Section 5, open: the widest of the lists, together with the strongest path to a state that its source does not name. */
export function openOf(findings: Findings, paths: readonly ExposedPath[], method: Method): Open & { readonly lists: readonly OpenList[] } {
  const lists = MODES.map((mode) => openList(findings, mode, method));
  const unnamed = paths.filter(({ path }) => path.jurisdiction === UNNAMED);
  const openIn = (part?: Part) => {
    const isIn = (mode: Mode) => part === undefined || method.modes[mode].part === part;
    const widest = Math.max(...lists.filter(({ mode }) => isIn(mode)).map(({ open }) => open));
    const strongest = unnamed.filter(({ path }) => isIn(path.mode)).map(reachUnnamed);
    return combine([widest, Math.max(0, ...strongest)], method);
  };
  const [storage, access] = PARTS.map(openIn) as [number, number];
  return { whole: openIn(), storage, access, lists };
}

/** As far as it cannot be excluded, whatever the state may be. */
function reachUnnamed({ factors: [, , high] }: ExposedPath): number {
  return productOf({ ...high, hazard: EVERYTHING });
}
