import type { CodingRule } from '../domain/facts/coding-rules.ts';

/** The rules of lint, each with the coding rule that it holds a file to. */
export const LINT_RULES = {
  'own-word-graded-a1': 'item-grades',
  'open-list-graded-high': 'item-grades',
  'one-origin-counted-as-many': 'who-is-speaking',
  'own-word-with-origin': 'who-is-speaking',
  'repeats-the-platform': 'who-is-speaking',
  'own-word-unmarked': 'who-is-speaking',
  'not-yet': 'dates',
  'seen-after-publication': 'dates',
  'future-source': 'dates',
  'no-quote': 'quotes',
  'quote-unverified': 'quotes',
  'unused-quote': 'quotes',
  'no-address': 'quotes',
  'unused-source': 'quotes',
  'class-below-the-words': 'data-class',
  'class-above-the-words': 'data-class',
  'one-statement-no-party': 'who-is-speaking',
  'transfer-on-own-word': 'who-is-speaking',
  'older-than-newest-version': 'dates',
  'alike-everywhere': 'not-a-path',
  'no-place-named': 'jurisdiction',
  'one-sentence-many-paths': 'lists-of-countries',
  'ends-later': 'ended-paths',
  'seen-after-its-end': 'ended-paths',
  'reserved-not-stated': 'reservations',
  'reserves-without-words': 'reservations',
  'users-unmarked': 'users-elsewhere',
  'users-of-the-union': 'users-elsewhere',
  'attestation-run-out': 'attestations',
  'certificate-names-no-place': 'attestations',
  'incident-without-size': 'incidents',
  'lawful-order': 'lawful-orders',
  'complete-by-own-word': 'complete-lists',
  'complete-without-words': 'complete-lists',
  'list-excludes-nothing': 'complete-lists',
  'open-list': 'complete-lists',
  'promise-without-day': 'commitments',
  'promise-past-its-day': 'commitments',
} as const satisfies Record<string, CodingRule>;
export type LintRule = keyof typeof LINT_RULES;

/** What the schema lets through and a second person will ask about. */
export type WeakSpot = { readonly rule: LintRule; readonly steps: readonly PropertyKey[]; readonly what: string };
