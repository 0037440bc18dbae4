import type { Detail } from '../facts/detail.ts';

/** The rules that may refuse an act, by the names that the API's problems have. */
export type RefusalCode =
  | 'already-decided'
  | 'assessment-pending'
  | 'decisions-pending'
  | 'events-broken'
  | 'hash-mismatch'
  | 'interval-too-long'
  | 'not-approved-yet'
  | 'not-assessed'
  | 'not-derivable'
  | 'not-heard'
  | 'not-proposed'
  | 'not-rated'
  | 'not-the-author'
  | 'quotes-unverified'
  | 'record-intact'
  | 'review-closed'
  | 'same-person-again'
  | 'score-stale'
  | 'self-approval';

/** A rule of the record refuses an act. It is thrown, so that a rule reads as its steps; the request pipeline answers it as a problem. */
export class Refusal extends Error {
  override name = 'Refusal';
  readonly code: RefusalCode;

  readonly detail: Detail;

  constructor(code: RefusalCode, detail: Detail) {
    super(detail.text);
    this.code = code;
    this.detail = detail;
  }
}
