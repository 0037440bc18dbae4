import { problemTypes } from '../messages/en/problem-types.ts';

/** The status of every problem type that the API answers with. */
const STATUSES = {
  'invalid-request': 400,
  'not-signed-in': 401,
  'stronger-sign-in-needed': 401,
  'missing-scope': 403,
  'subject-unclear': 403,
  'person-needed': 403,
  'self-approval': 403,
  'same-person-again': 403,
  'not-the-author': 403,
  'not-found': 404,
  'not-assessed': 404,
  'not-cosigned': 404,
  'method-not-allowed': 405,
  conflict: 409,
  'assessment-pending': 409,
  'already-decided': 409,
  'hash-mismatch': 409,
  'not-rated': 409,
  'score-stale': 409,
  'quotes-unverified': 409,
  'not-heard': 409,
  'decisions-pending': 409,
  'interval-too-long': 409,
  'review-closed': 409,
  'not-approved-yet': 409,
  'record-intact': 409,
  'events-broken': 409,
  'not-derivable': 409,
  'not-proposed': 409,
  'limit-reached': 409,
  'precondition-failed': 412,
  'capture-erased': 410,
  'too-large': 413,
  'unsupported-media-type': 415,
  'quote-not-found': 422,
  'idempotency-key-reused': 422,
  'precondition-required': 428,
  'export-withheld': 503,
  'record-unreadable': 500,
  'record-broken': 500,
  'internal-error': 500,
} as const satisfies Record<keyof typeof problemTypes, number>;

export type ProblemSlug = keyof typeof STATUSES;

/** Every problem type as data: `/v1/problems/<slug>` explains it, and the tests loop over it. */
export const problems = Object.fromEntries(
  Object.entries(STATUSES).map(([slug, status]) => [slug, { status, ...problemTypes[slug as ProblemSlug] }]),
) as Record<ProblemSlug, { readonly status: number; readonly title: string; readonly means: string }>;
