import { EXPORTS } from '../domain/policy/exports.ts';

/**
 * The HTTP surface, as pure data. An operation's file is `lambdas/<function>/<name>.ts`; the stack, the local gateway,
 * the OpenAPI document, the command line's help and the tests loop over this list. What policy tools poll comes from
 * `domain/policy/exports.ts`, and has its one operation in `lambdas/policy/serve-export.ts`.
 */
export type Scope = 'assess' | 'review' | 'decide' | 'read' | 'policy' | 'operate';
export const SCOPES: readonly Scope[] = ['assess', 'review', 'decide', 'read', 'policy', 'operate'];

/** What a caller must send beside the body: docs/openapi.json has it of each operation. */
type Need = 'idempotency-key' | 'precondition' | 'paging';

export type Route = {
  readonly name: string;
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  readonly path: `/v1/${string}`;
  readonly function: 'assessments' | 'scores' | 'reviews' | 'decisions' | 'policy' | 'repair' | 'reference' | 'captures' | 'erasures' | 'log' | 'drafts';
  /** A token with one of these may call it; empty: no sign-in. */
  readonly scopes: readonly Scope[];
  readonly needs?: readonly Need[];
  readonly summary: string;
};

const exportRoutes = EXPORTS.map(({ operation, address, summary }) => ({ name: operation, method: 'GET', path: `/v1/policy/${address}`, function: 'policy', scopes: ['policy'], summary }) as const);

export const routes = [
  { name: 'simulate-score', method: 'POST', path: '/v1/scores:simulate', function: 'scores', scopes: ['read'], summary: 'Score an assessment without storing anything' },
  { name: 'list-platforms', method: 'GET', path: '/v1/platforms', function: 'assessments', scopes: ['read'], needs: ['paging'], summary: 'List platforms with their scores' },
  { name: 'put-platform', method: 'PUT', path: '/v1/platforms/{platform}', function: 'assessments', scopes: ['assess'], needs: ['precondition'], summary: 'Create or change a platform' },
  { name: 'get-platform', method: 'GET', path: '/v1/platforms/{platform}', function: 'assessments', scopes: ['read'], summary: 'Read a platform with its current score' },
  { name: 'submit-assessment', method: 'POST', path: '/v1/platforms/{platform}/assessments', function: 'assessments', scopes: ['assess'], needs: ['idempotency-key'], summary: 'Submit a sourced assessment for review' },
  { name: 'list-assessments', method: 'GET', path: '/v1/platforms/{platform}/assessments', function: 'assessments', scopes: ['read'], needs: ['paging'], summary: 'List the revisions of a platform' },
  { name: 'list-waiting-assessments', method: 'GET', path: '/v1/assessments', function: 'assessments', scopes: ['read'], needs: ['paging'], summary: 'List submissions that wait for a second person' },
  { name: 'diff-assessments', method: 'GET', path: '/v1/platforms/{platform}/assessments/{revision}/diff', function: 'assessments', scopes: ['read'], summary: 'What changed between two revisions' },
  { name: 'get-assessment', method: 'GET', path: '/v1/platforms/{platform}/assessments/{revision}', function: 'assessments', scopes: ['read'], summary: 'Read a revision with its status' },
  { name: 'give-verdict', method: 'POST', path: '/v1/platforms/{platform}/assessments/{revision}/verdict', function: 'assessments', scopes: ['review', 'assess'], summary: 'Approve, reject or withdraw a revision' },
  { name: 'keep-capture', method: 'POST', path: '/v1/platforms/{platform}/captures', function: 'captures', scopes: ['assess'], summary: 'Keep a text as it was read, for quotes to be verified in' },
  { name: 'list-captures', method: 'GET', path: '/v1/platforms/{platform}/captures', function: 'captures', scopes: ['read'], needs: ['paging'], summary: 'List the captures of a platform' },
  { name: 'get-capture', method: 'GET', path: '/v1/captures/{sha256}', function: 'captures', scopes: ['read'], summary: 'Read a capture, as plain text' },
  { name: 'put-terms', method: 'PUT', path: '/v1/platforms/{platform}/terms', function: 'captures', scopes: ['operate'], summary: 'Say which documents of a platform’s terms are watched' },
  { name: 'get-terms', method: 'GET', path: '/v1/platforms/{platform}/terms', function: 'captures', scopes: ['read'], summary: 'Read what is watched of a platform’s terms, what changed, and which quotes stand' },
  { name: 'erase-capture', method: 'POST', path: '/v1/captures/{sha256}/erasure', function: 'erasures', scopes: ['operate'], summary: 'Erase a capture that should not have been kept: two people' },
  { name: 'draft-facts', method: 'GET', path: '/v1/platforms/{platform}/proposals', function: 'assessments', scopes: ['read'], summary: 'Draft facts from a capture, or from what it says anew' },
  { name: 'refuse-proposal', method: 'POST', path: '/v1/platforms/{platform}/proposals/{key}/refusal', function: 'assessments', scopes: ['assess'], summary: 'Refuse a drafted fact, so that it is not drafted again' },
  { name: 'take-back-refusal', method: 'DELETE', path: '/v1/platforms/{platform}/proposals/{key}/refusal', function: 'assessments', scopes: ['assess'], summary: 'Take a refusal back, so that the fact is drafted again' },
  { name: 'renew-quotes', method: 'GET', path: '/v1/platforms/{platform}/renewals', function: 'assessments', scopes: ['read'], summary: 'Which quotes still stood in a capture, and what renewing them would move' },
  { name: 'get-draft', method: 'GET', path: '/v1/drafts/{form}/{platform}', function: 'drafts', scopes: ['assess', 'decide'], summary: 'Read one’s own draft of a form' },
  { name: 'put-draft', method: 'PUT', path: '/v1/drafts/{form}/{platform}', function: 'drafts', scopes: ['assess', 'decide'], needs: ['precondition'], summary: 'Keep a draft for 30 days, for oneself alone' },
  { name: 'delete-draft', method: 'DELETE', path: '/v1/drafts/{form}/{platform}', function: 'drafts', scopes: ['assess', 'decide'], summary: 'Throw one’s own draft away' },
  { name: 'get-score', method: 'GET', path: '/v1/platforms/{platform}/score', function: 'scores', scopes: ['read'], summary: 'Score a platform as of a date, from the revision that answers for it' },
  { name: 'get-exposure', method: 'GET', path: '/v1/platforms/{platform}/exposure', function: 'scores', scopes: ['read'], summary: 'Read the exposure by the facts of each day, as steps with causes' },
  { name: 'list-scores', method: 'GET', path: '/v1/platforms/{platform}/scores', function: 'scores', scopes: ['read'], needs: ['paging'], summary: 'List the published scores' },
  { name: 'get-published-score', method: 'GET', path: '/v1/platforms/{platform}/scores/{score}', function: 'scores', scopes: ['read'], summary: 'Read one published score with its recipe' },
  { name: 'get-score-at', method: 'GET', path: '/v1/platforms/{platform}/scores/at/{instant}', function: 'scores', scopes: ['read'], summary: 'Read the score that stood published at an instant' },
  { name: 'diff-scores', method: 'GET', path: '/v1/platforms/{platform}/score/diff', function: 'scores', scopes: ['read'], summary: 'Compare facts, law and score of two days' },
  { name: 'get-inbox', method: 'GET', path: '/v1/inbox', function: 'reviews', scopes: ['read'], needs: ['paging'], summary: 'List what waits for oneself' },
  { name: 'assign-platform', method: 'POST', path: '/v1/platforms/{platform}/assignment', function: 'reviews', scopes: ['assess', 'review'], summary: 'Say who is to look at a platform' },
  { name: 'snooze-platform', method: 'POST', path: '/v1/platforms/{platform}/snooze', function: 'reviews', scopes: ['assess', 'review'], summary: 'Leave a platform out of inboxes until a day' },
  { name: 'list-reviews', method: 'GET', path: '/v1/reviews', function: 'reviews', scopes: ['read'], needs: ['paging'], summary: 'List reviews: due, overdue or done' },
  { name: 'open-review', method: 'POST', path: '/v1/platforms/{platform}/reviews', function: 'reviews', scopes: ['assess'], summary: 'Ask for a review of a platform' },
  { name: 'get-review', method: 'GET', path: '/v1/platforms/{platform}/reviews/{review}', function: 'reviews', scopes: ['read'], summary: 'Read a review' },
  { name: 'give-outcome', method: 'POST', path: '/v1/platforms/{platform}/reviews/{review}/outcome', function: 'reviews', scopes: ['review'], summary: 'End a review with its outcome' },
  { name: 'propose-decision', method: 'POST', path: '/v1/platforms/{platform}/decisions', function: 'decisions', scopes: ['decide'], needs: ['idempotency-key'], summary: 'Propose a decision on a platform' },
  { name: 'get-decision', method: 'GET', path: '/v1/platforms/{platform}/decisions/{decision}', function: 'decisions', scopes: ['read'], summary: 'Read a decision with its state and approvals' },
  { name: 'approve-decision', method: 'POST', path: '/v1/platforms/{platform}/decisions/{decision}/approval', function: 'decisions', scopes: ['decide'], summary: 'Approve a decision: two people besides its proposer' },
  { name: 'revoke-decision', method: 'POST', path: '/v1/platforms/{platform}/decisions/{decision}/revocation', function: 'decisions', scopes: ['decide'], summary: 'End a decision: two people' },
  { name: 'withdraw-word', method: 'POST', path: '/v1/platforms/{platform}/decisions/{decision}/withdrawal', function: 'decisions', scopes: ['decide'], summary: 'Take back one’s own proposal or revocation' },
  { name: 'record-hearing', method: 'POST', path: '/v1/platforms/{platform}/decisions/{decision}/hearing', function: 'decisions', scopes: ['decide'], summary: 'Record that the party was notified, is heard afterwards, or is not heard' },
  { name: 'record-answer', method: 'POST', path: '/v1/platforms/{platform}/decisions/{decision}/answer', function: 'assessments', scopes: ['decide', 'assess'], summary: 'Record what the party answered, fact by fact' },
  { name: 'list-answers', method: 'GET', path: '/v1/platforms/{platform}/decisions/{decision}/answers', function: 'decisions', scopes: ['read'], summary: 'Read what the party answered' },
  { name: 'get-dossier', method: 'GET', path: '/v1/platforms/{platform}/decisions/{decision}/dossier', function: 'decisions', scopes: ['decide'], summary: 'Read the case as the party is shown it' },
  { name: 'get-sheet', method: 'GET', path: '/v1/platforms/{platform}/decision-sheet', function: 'decisions', scopes: ['read'], summary: 'Read what one needs to know to decide' },
  { name: 'get-memo', method: 'GET', path: '/v1/platforms/{platform}/decisions/{decision}/memo', function: 'decisions', scopes: ['read'], summary: 'Read a decision as a memo made for print' },
  {
    name: 'record-memo',
    method: 'POST',
    path: '/v1/platforms/{platform}/decisions/{decision}/memo',
    function: 'decisions',
    scopes: ['decide'],
    summary: 'Read the memo as it is now, and have the record name its hash, so that it can be proved to others',
  },
  { name: 'list-decisions', method: 'GET', path: '/v1/decisions', function: 'decisions', scopes: ['read'], needs: ['paging'], summary: 'List decisions, newest first' },
  ...exportRoutes,
  { name: 'report-opa-status', method: 'POST', path: '/v1/policy/opa/status', function: 'policy', scopes: ['policy'], summary: 'Report which revision an OPA holds, as OPA does by itself' },
  { name: 'report-partition-status', method: 'POST', path: '/v1/policy/opa/status/{partition}', function: 'policy', scopes: ['policy'], summary: 'Report the same from an OPA whose configuration names a partition' },
  { name: 'report-enforcement', method: 'POST', path: '/v1/policy/consumers/{id}/report', function: 'policy', scopes: ['policy'], summary: 'Report what a tool enforces, and on how many devices' },
  { name: 'list-consumers', method: 'GET', path: '/v1/policy/consumers', function: 'policy', scopes: ['read'], needs: ['paging'], summary: 'List which consumer holds which revision' },
  { name: 'list-jurisdictions', method: 'GET', path: '/v1/jurisdictions', function: 'reference', scopes: ['read'], needs: ['paging'], summary: 'List jurisdictions with their hazard on a date' },
  { name: 'get-jurisdiction-history', method: 'GET', path: '/v1/jurisdictions/{code}/history', function: 'reference', scopes: ['read'], summary: 'Read the hazard of a jurisdiction over time' },
  { name: 'get-jurisdiction', method: 'GET', path: '/v1/jurisdictions/{code}', function: 'reference', scopes: ['read'], summary: 'Read the law and hazard of a jurisdiction on a date' },
  { name: 'list-events', method: 'GET', path: '/v1/events', function: 'reference', scopes: ['read'], needs: ['paging'], summary: 'Read the feed of what changed' },
  { name: 'list-platform-events', method: 'GET', path: '/v1/platforms/{platform}/events', function: 'reference', scopes: ['read'], needs: ['paging'], summary: 'Read the record of a platform, event by event' },
  { name: 'get-method', method: 'GET', path: '/v1/method', function: 'reference', scopes: ['read'], summary: 'Read the method: versions, weights, bands' },
  { name: 'verify-audit', method: 'GET', path: '/v1/audit/verify', function: 'reference', scopes: ['operate'], needs: ['paging'], summary: 'Recompute the record and name what is broken' },
  { name: 'get-repair', method: 'GET', path: '/v1/platforms/{platform}/repair', function: 'repair', scopes: ['operate'], summary: 'What is broken of a platform, and what a repair would write' },
  { name: 'propose-repair', method: 'POST', path: '/v1/platforms/{platform}/repair', function: 'repair', scopes: ['operate'], summary: 'Propose to make what is broken anew from the events' },
  { name: 'confirm-repair', method: 'POST', path: '/v1/platforms/{platform}/repair/confirmation', function: 'repair', scopes: ['operate'], summary: 'Confirm a repair that another person has proposed' },
  { name: 'get-keys', method: 'GET', path: '/v1/keys', function: 'reference', scopes: [], summary: 'Read the keys that policy bundles are signed by' },
  { name: 'get-checkpoint-keys', method: 'GET', path: '/v1/keys/checkpoints', function: 'reference', scopes: [], summary: 'Read the keys that checkpoints of the record are signed by' },
  { name: 'get-log-checkpoint', method: 'GET', path: '/v1/log/checkpoint', function: 'log', scopes: [], summary: 'Read the signed checkpoint of the record’s tree (C2SP tlog-checkpoint)' },
  { name: 'get-log-tile', method: 'GET', path: '/v1/log/tile/{tile+}', function: 'log', scopes: [], summary: 'Read hashes of the record’s tree (C2SP tlog-tiles)' },
  { name: 'get-log-policy', method: 'GET', path: '/v1/log/policy', function: 'log', scopes: [], summary: 'Read the keys of the tree and its witnesses (C2SP tlog-policy)' },
  { name: 'get-sealed', method: 'GET', path: '/v1/platforms/{platform}/sealed/{id}', function: 'log', scopes: ['read'], summary: 'Read a score or a decision as the bytes that were recorded' },
  { name: 'get-proof', method: 'GET', path: '/v1/platforms/{platform}/sealed/{id}/proof', function: 'log', scopes: ['read'], summary: 'Prove to others that a score or a decision is in the record’s tree (C2SP tlog-proof)' },
  {
    name: 'get-revision-proof',
    method: 'GET',
    path: '/v1/policy/revisions/{revision}/proof',
    function: 'log',
    scopes: ['read', 'policy'],
    summary: 'Prove to others that the exports of a policy revision are in the record’s tree (C2SP tlog-proof)',
  },
  { name: 'get-memo-proof', method: 'GET', path: '/v1/platforms/{platform}/decisions/{decision}/memo/{memo}/proof', function: 'log', scopes: ['read'], summary: 'Prove to others that a memo is in the record’s tree (C2SP tlog-proof)' },
  { name: 'get-health', method: 'GET', path: '/v1/health', function: 'reference', scopes: [], summary: 'Whether the service answers' },
  { name: 'get-status', method: 'GET', path: '/v1/status', function: 'reference', scopes: ['operate'], summary: 'State of reviews, re-scoring and exports' },
  { name: 'get-openapi', method: 'GET', path: '/v1/openapi.json', function: 'reference', scopes: [], summary: 'Read this document' },
  { name: 'get-problem', method: 'GET', path: '/v1/problems/{slug}', function: 'reference', scopes: [], summary: 'Read what a problem type means' },
] as const satisfies readonly Route[];

export type RouteName = (typeof routes)[number]['name'];
