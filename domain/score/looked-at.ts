import { MODES } from '../facts/vocabulary.ts';
import type { Findings } from './findings.ts';
import { type Method, PARTS, type Part } from './method.ts';

/** Section 6: whether a path is admitted that a file can be rated by, states of the EU/EEA included. */
export function isNamed({ paths }: Findings, { modes }: Method): boolean {
  return paths.some(({ mode }) => modes[mode].rates);
}

/** Section 6, rated: a file that names little must show that both halves were looked at, so that a one-eyed one never reads minimal. */
export function isRated(findings: Findings, pointTenths: number, method: Method): boolean {
  if (!isNamed(findings, method)) return false;
  return pointTenths >= method.rating.bothHalvesBelowPoint * 10 || PARTS.every((part) => wasLookedAt(part, findings, method));
}

export function wasLookedAt(part: Part, { paths, complete }: Findings, { modes, rating }: Method): boolean {
  if (paths.some(({ mode }) => modes[mode].part === part && modes[mode].looks)) return true;
  return MODES.some((mode) => modes[mode].part === part && modes[mode].rates && complete[mode][1] >= rating.listPercent);
}
