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
 * Section 8.6: why a published point moved: shares of method, time, register and facts that add up to the difference. The method
 * and the register it was published by are no longer at hand, so the share of what replaced them is what the same facts give on
 * the same day today, less what was published; the rest is attributed as always.
 */
export function causesOf(from: Published & Facts, to: Facts & { readonly asOf: CalendarDate }, register: Register): Cause[] {
  const before = { assessment: from.assessment, revision: from.revision, asOf: from.asOf, knownBy: from.asOf, register };
  const after = { assessment: to.assessment, revision: to.revision, asOf: to.asOf, knownBy: to.asOf, register };
  const { causes } = explainMove(before, after);
  const newMethod = from.method !== CURRENT.version;
  const newRegister = from.register !== register.version;
  if (!newMethod && !newRegister) return causes;
  const now = scoreAssessment(from.assessment, register, before).score[1];
  const share = toPoints(now - Math.round(from.point * 10));
  // Where both changed at once they cannot be told apart without the old ones: the method, the larger change, carries it.
  const method: Cause[] = newMethod ? [{ kind: 'method', ref: CURRENT.version, points: share }] : [];
  const law: Cause[] = newRegister ? [{ kind: 'register', ref: register.version, points: newMethod ? 0 : share }] : [];
  return [...method, ...causes.filter(({ kind }) => kind === 'time'), ...addUp(law, causes), ...causes.filter(({ kind }) => kind === 'facts')];
}

/** What the law's new version moved, together with what could be read of it by now. */
function addUp(law: readonly Cause[], causes: readonly Cause[]): Cause[] {
  const known = causes.filter(({ kind }) => kind === 'register');
  const [version] = law;
  if (version === undefined) return known;
  const tenths = [version, ...known].reduce((sum, { points }) => sum + Math.round(points * 10), 0);
  return [{ ...version, points: toPoints(tenths) }];
}
