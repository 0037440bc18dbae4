import type { Assessment } from '../facts/assessment.ts';
import type { CalendarDate } from '../facts/date.ts';
import { CURRENT } from '../score/method.ts';
import { toPoints } from '../score/points.ts';
import type { Register } from '../score/register.ts';
import { scoreAssessment } from '../score/score.ts';
import type { Cause } from './explanation-moved.ts';
import { explainMove } from './moved.ts';

type Published = { readonly point: number; readonly asOf: CalendarDate; readonly method: string; readonly register: string };
type Facts = { readonly assessment: Assessment; readonly revision: number };

/**
 * Why a published point moved: shares of facts, register, method and time that add up to the difference. The published
 * point stands for the old register and method, which are no longer at hand: what the same facts on the same day give
 * with today's is theirs, and goes first; the rest is told apart as always.
 */
export function causesOf(from: Published & Facts, to: Facts & { readonly asOf: CalendarDate }, register: Register): Cause[] {
  const before = { assessment: from.assessment, revision: from.revision, asOf: from.asOf, knownBy: from.asOf, register };
  const after = { assessment: to.assessment, revision: to.revision, asOf: to.asOf, knownBy: to.asOf, register };
  const newVersions = [
    ...(from.register === register.version ? [] : [{ kind: 'register' as const, ref: register.version }]),
    ...(from.method === CURRENT.version ? [] : [{ kind: 'method' as const, ref: CURRENT.version }]),
  ];
  const { causes } = explainMove(before, after);
  if (newVersions.length === 0) return causes;
  const now = scoreAssessment(from.assessment, register, before).score[1];
  const share = toPoints(now - Math.round(from.point * 10));
  // Where both changed at once they cannot be told apart without the old ones: the method, the larger change, carries it.
  return [...newVersions.map((cause, i) => ({ ...cause, points: i === newVersions.length - 1 ? share : 0 })), ...causes];
}
