import type { ReviewReasons } from './en/review-reasons.ts';

type Said = { readonly kind: string; readonly text: string; readonly data: Readonly<Record<string, unknown>> };

/** What the text of each kind is made of. */
const NEEDS: { readonly [Kind in keyof ReviewReasons]: readonly (keyof Parameters<ReviewReasons[Kind]>[0])[] } = {
  interval: ['dueOn'],
  'band-changed': ['from', 'to'],
  'register-changed': ['to', 'jurisdictions'],
  conflict: ['fact', 'conflict'],
  'commitment-due': ['dueOn', 'words'],
  'terms-changed': ['document', 'from', 'to', 'broken', 'changes'],
  'terms-silent': ['document', 'since'],
  'party-replied': ['answeredAt', 'says'],
  'not-heard': ['by'],
};

/** A reason of a review in the language of the texts. What people wrote, and what older records have no data for, is as it was written. */
export function sayReviewReason(texts: ReviewReasons, { kind, text, data }: Said): string {
  if (!Object.hasOwn(NEEDS, kind)) return text;
  const known = kind as keyof ReviewReasons;
  const say: (data: never) => string = texts[known];
  return NEEDS[known].every((name) => data[name] !== undefined && data[name] !== null) ? say(data as never) : text;
}
