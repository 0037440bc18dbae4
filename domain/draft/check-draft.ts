import { Assessment } from '../facts/assessment.ts';
import { type SaidFault, toFault } from '../facts/fault.ts';
import { meantBy } from '../facts/nearest.ts';
import { Platform } from '../facts/platform.ts';
import { Proposal } from '../record/decision.ts';
import type { DraftForm } from './form.ts';

/** Members of each form: those of what it becomes. */
const MEMBERS: Readonly<Record<DraftForm, readonly string[]>> = {
  assessment: Object.keys(Assessment.shape),
  profile: Object.keys(Platform.shape),
  proposal: Object.keys(Proposal.shape),
};
/** Objects and lists in one another: those of a whole assessment are eight. */
const MOST_DEEP = 32;

/** What is wrong with a draft: where, and what to do. Nothing may be missing from a draft, and no value in it is looked at. */
type DraftFault = SaidFault & { readonly member: string };

/** A draft may be unfinished in every way but two: it has the members of its form and no others, and it is not deeper than a form can be. */
export function checkDraft(form: DraftForm, content: Readonly<Record<string, unknown>>): DraftFault[] {
  return Object.entries(content).flatMap(([member, value]): DraftFault[] => {
    if (!MEMBERS[form].includes(member)) {
      const meant = meantBy(member, MEMBERS[form]);
      return [{ member, ...toFault('unknown-field', meant === undefined ? {} : { meant }) }];
    }
    return isDeeper(value, MOST_DEEP) ? [{ member, ...toFault('too-deep', { limit: MOST_DEEP }) }] : [];
  });
}

function isDeeper(value: unknown, most: number): boolean {
  if (typeof value !== 'object' || value === null) return false;
  return most === 0 || Object.values(value).some((one) => isDeeper(one, most - 1));
}
