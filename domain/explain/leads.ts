import type { Triple } from '../score/belief.ts';
import { toPoints } from '../score/points.ts';
import { toTenths } from '../score/rounding.ts';
import type { Scored } from '../score/score.ts';
import type { Lead, UnknownExplained } from './explanation-leads.ts';

/** What is shown and not scored: its evidence is too weak. */
export function explainLeads({ findings: { leads } }: Scored): Lead[] {
  return [
    ...leads.paths.map(({ id, jurisdiction, mode, belief }): Lead => ({ id, kind: 'path', jurisdiction, mode, belief: toBelief(belief) })),
    ...leads.incidents.map(({ id, kind, belief }): Lead => ({ id, kind: 'incident', incident: kind, belief: toBelief(belief) })),
  ];
}

/** What the list of each mode leaves open. */
export function explainUnknowns({ lists }: Scored): UnknownExplained[] {
  return lists.map(({ mode, complete, open }) => ({ mode, complete, open: toPoints(toTenths(open)) }));
}

/** Belief as a range, in whole percents. */
export function toBelief([low, point, high]: Triple): Lead['belief'] {
  return { low, point, high };
}
