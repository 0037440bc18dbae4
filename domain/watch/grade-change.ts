import type { Difference } from './change.ts';
import type { Claim } from './claim.ts';

/** Both sides of a change: what their sentences say, and the words that only one of them has. */
export type Sides = {
  readonly claims: readonly Claim[];
  readonly differs: readonly Difference[];
  readonly ownWords: number;
  readonly isOneSided: boolean;
  /** Only headings have changed. */
  readonly isHeading: boolean;
};

/** Words of meaning that one side must have more than the other, where it says who reaches data or on what grounds it is given away. */
const GROUNDS = 2;
/** At most so many where the modality is what changed. */
const SHADE = 6;

/**
 * Whether a person must look: a place, a transfer tool, a company, staff who reach data, end-to-end encryption, who owns whom or who can
 * demand data came, went or changed, or how firmly it is said; a shade of wording is a line in the digest.
 */
export function gradeChange({ claims, differs, ownWords, isOneSided, isHeading }: Sides): 'review' | 'digest' {
  const has = (topic: Claim['topics'][number]['value']) => claims.some(({ topics }) => topics.some(({ value }) => value === topic));
  const hasTrait = (trait: Claim['traits'][number]['value']) => claims.some(({ traits }) => traits.some(({ value }) => value === trait));
  const hasParty = (...parties: string[]) => claims.some((claim) => claim.parties.some(({ value }) => parties.includes(value)));
  const names = claims.some(({ places, companies, tools }) => places.length + companies.length + tools.length > 0);
  const changed = (aspect: Difference['aspect'], ...values: string[]) =>
    differs.some((one) => one.aspect === aspect && (values.length === 0 || [...one.came, ...one.went].some((value) => values.includes(value))));

  const isOfData = has('storage') || has('transfer') || has('access');
  const isOfPlace = has('storage') || has('transfer') || has('access') || has('control') || has('compelled-disclosure');
  if (isHeading && !changed('tool')) return 'digest';
  if (changed('place') && isOfPlace) return 'review';
  if (changed('tool')) return 'review';
  if (changed('company') && (has('access') || has('control') || has('storage') || has('transfer') || has('encryption'))) return 'review';
  if (changed('end-to-end')) return 'review';
  if (hasTrait('end-to-end') && has('encryption') && (changed('modality') || ownWords > 0)) return 'review';
  if (changed('party', 'controller', 'joint-controller', 'parent', 'staff', 'contractor') && (names || has('access'))) return 'review';
  if (changed('party', 'processor') && has('control') && claims.some(({ companies }) => companies.length > 0)) return 'review';
  if (changed('joint') && (has('storage') || has('transfer') || has('access'))) return 'review';
  if (hasTrait('ownership') && names && ownWords >= GROUNDS) return 'review';
  if (
    has('compelled-disclosure') &&
    (isOneSided ? hasTrait('disclosure') && hasParty('authority') : hasTrait('disclosure') || hasParty('authority'))
  ) {
    if (isOneSided || ownWords >= GROUNDS || changed('modality', 'only', 'except', 'not', 'no-longer', 'may')) return 'review';
  }
  if (has('access') && hasParty('staff', 'contractor') && (changed('modality') || ownWords >= GROUNDS)) return 'review';
  const isFirm = changed('modality', 'only', 'no-longer', 'except', 'by-default', 'may', 'not', 'authorised', 'on-instruction');
  return isFirm && isOfData && (names || !hasTrait('retention')) && (names || ownWords <= SHADE) ? 'review' : 'digest';
}
