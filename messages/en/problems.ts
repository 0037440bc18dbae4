import { format, plural } from './format.ts';
import { type Quotes, sayQuotes } from './quotes.ts';

type Nothing = Readonly<Record<never, never>>;
type OfPlatform = { readonly platform: string };
type OfRevision = { readonly revision: number };

/** Why a request is refused, by code: the `detail` of a problem. What it names is as the record has it. */
export const problems = {
  /** The first of the faults: `what` is its sentence. */
  'first-fault': ({ place, what, more }: { place: string; what: string; more: number }) =>
    `${place === '' ? 'the request' : place}: ${what}${plural(more, { 0: '', one: ' (and 1 more)', other: ` (and ${more} more)` })}`,
  /** Of parts of the record by their keys, for those who keep the service. */
  'as-found': ({ found }: { found: string }) => found,
  'no-route': ({ path }: { path: string }) => `there is nothing at ${path}`,
  'no-method': ({ method }: { method: string }) => `${method} is not answered here`,
  'no-platform': ({ platform }: OfPlatform) => `there is no platform "${platform}"`,
  'no-capture': ({ capture }: { capture: string }) => `there is no capture ${capture}`,
  'no-revision': ({ platform, revision }: OfPlatform & OfRevision) => `"${platform}" has no revision ${revision}`,
  'no-score': ({ platform, score }: OfPlatform & { score: string }) => `"${platform}" has no score ${score}`,
  'no-score-then': ({ platform }: OfPlatform) => `"${platform}" had no published score then`,
  'no-review': ({ platform, review }: OfPlatform & { review: string }) => `"${platform}" has no review ${review}`,
  'no-decision': ({ platform, decision }: OfPlatform & { decision: string }) => `"${platform}" has no decision ${decision}`,
  'no-draft': ({ platform }: OfPlatform) => `you have no draft of this form for "${platform}"`,
  'no-checkpoint': (_: Nothing) => 'no checkpoint has been signed yet: it is done every quarter of an hour, once there are events',
  'no-tile': (_: Nothing) => 'the signed tree has no such tile: only tiles of its size, full or partial, are there',
  'nothing-to-renew': ({ platform }: OfPlatform) => `"${platform}" has no approved assessment, so there is nothing to renew`,
  'not-cosigned': (_: Nothing) => 'no checkpoint with enough cosignatures covers it yet: one is made every quarter of an hour',
  'other-witnesses': (_: Nothing) => 'the witnesses of the policy are others since the last checkpoint: ask again in a quarter of an hour',
  'not-recorded': ({ platform, id }: OfPlatform & { id: string }) => `no event of "${platform}" has recorded ${id}`,
  'no-memo': ({ platform, sha256 }: OfPlatform & { sha256: string }) => `no event of "${platform}" names a memo with the SHA-256 ${sha256}`,
  'not-released': ({ revision }: { revision: string }) => `no event has let a policy revision ${revision} out`,
  'nothing-sealed': ({ platform, id }: OfPlatform & { id: string }) => `"${platform}" has no ${id}`,
  'no-problem-type': (_: Nothing) => 'there is no such problem type',
  'not-assessed': ({ platform }: OfPlatform) => `"${platform}" has no approved assessment yet`,
  'nothing-to-look-at': ({ platform }: OfPlatform) => `"${platform}" has no approved assessment yet, so there is nothing to look at again`,

  'no-token': (_: Nothing) => 'the request carries no verified token',
  'subject-unclear': ({
    claim,
    why,
    length,
    most,
  }: {
    claim: string;
    why: 'missing' | 'long' | 'blank-ends' | 'unseen' | 'not-nfkc';
    length?: number;
    most?: number;
  }) =>
    `the claim "${claim}" says who acts; in this token it ${
      {
        missing: 'is missing, empty or no text',
        long: `has ${length} characters, more than ${most}`,
        'blank-ends': 'begins or ends with a blank',
        unseen: 'has characters that cannot be seen',
        'not-nfkc': 'is not in the normal form of Unicode (NFKC)',
      }[why]
    }`,
  'needs-scope': ({ scope }: { scope: string }) => `this needs the scope "${scope}"`,
  'needs-one-scope': ({ scopes }: { scopes: readonly string[] }) => `this needs one of the scopes: ${scopes.join(', ')}`,
  'scope-for-people': ({ scope }: { scope: string }) => `the scope "${scope}" is for people`,
  'repair-for-people': (_: Nothing) => 'two people repair a record',
  'erasure-for-people': (_: Nothing) => 'an erasure takes two people',
  'needs-acr': ({ acr }: { acr: readonly string[] }) => `a decision needs a sign-in of the kind ${format.or(acr)} (acr)`,

  'body-too-large': ({ bytes, most }: { bytes: number; most: number }) => `the body has ${bytes} bytes; the limit is ${most}`,
  'draft-too-large': ({ bytes, most }: { bytes: number; most: number }) => `written out, the draft has ${bytes} bytes; the limit is ${most}`,
  'captures-too-large': ({ millions }: { millions: number }) =>
    `its quotes take more than ${millions} million characters of captures to be looked for`,
  'anchors-too-large': ({ bytes, most }: { bytes: number; most: number }) =>
    `where its quotes stand takes ${bytes} bytes to say; the limit is ${most}`,
  'content-encoding': (_: Nothing) => 'the body is sent with a Content-Encoding: send it as it is, without one',
  charset: (_: Nothing) => 'the body is said to be of another charset: send UTF-8, with charset=utf-8 or none',
  compressed: (_: Nothing) => 'the body is compressed: send it as it is, without gzip or another encoding of contents',
  'utf-16': (_: Nothing) => 'the body is UTF-16, as Windows tools write it: save it as UTF-8',
  'content-type': ({ types }: { types: readonly string[] }) => `the header Content-Type must be one of ${types.join(', ')}`,

  'no-precondition': (_: Nothing) => 'send If-Match with the ETag that you read, or If-None-Match: * to create',
  'nothing-to-change': (_: Nothing) => 'there is nothing here yet: create it with If-None-Match: *',
  'changed-since': (_: Nothing) => 'it has changed since you read it',
  'exists-already': (_: Nothing) => 'it exists already',
  'key-reused': (_: Nothing) => 'this Idempotency-Key was used for another request',
  'lost-race': (_: Nothing) => 'others changed this at the same time; read it again and repeat',
  'service-failed': (_: Nothing) => 'the service failed to answer; nothing is known to be wrong with the request',
  'no-export-yet': (_: Nothing) => 'the first revision has not been made yet: ask again in a minute',
  'contents-erased': (_: Nothing) => 'its contents were erased',
  'data-key-destroyed': (_: Nothing) => 'its data key was destroyed; this record, restored from before, does not say by whom and why',
  'contents-lost': (_: Nothing) => 'its contents are not in the archive, and nobody has recorded an erasure',
  'text-erased': (_: Nothing) => 'this text was erased, and is not kept again',

  'decisions-stand': ({ platform, count }: OfPlatform & { count: number }) =>
    `"${platform}" has ${plural(count, { one: 'one decision that waits or stands', other: `${count} decisions that wait or stand` })}: revoke one first`,
  'drafts-kept': ({ count }: { count: number }) => `you have ${count} drafts: submit one or throw one away first`,
  'refusals-stand': ({ platform, count }: OfPlatform & { count: number }) => `${count} of your refusals stand on "${platform}": take one back first`,
  'not-refused': ({ platform, key }: OfPlatform & { key: string }) => `no refusal of the drafted fact ${key} stands on "${platform}"`,
  'own-proposals-wait': ({ platform, count }: OfPlatform & { count: number }) =>
    `${plural(count, { one: `one proposal of yours on "${platform}" waits: withdraw it first`, other: `${count} proposals of yours on "${platform}" wait: withdraw one first` })}`,
  'not-rated': ({ platform }: OfPlatform) => `"${platform}" has no rated score: assess it first, or find out who reaches the data`,
  'review-overdue': ({ platform, dueOn }: OfPlatform & { dueOn: string }) => `the review of "${platform}" was due on ${dueOn}`,
  'quotes-unverified': ({ revision, ...count }: OfRevision & Quotes) =>
    `every quote must stand in a capture that can be read; of revision ${revision}: ${sayQuotes(count)}`,
  'grounds-replaced': ({ rests, stands }: { rests: number; stands: number }) =>
    `it rests on revision ${rests}, and revision ${stands} stands: propose it again`,
  'law-replaced': (of: { method: string; register: string; methodNow: string; registerNow: string }) =>
    `the score is by ${of.method} and ${of.register}, not by ${of.methodNow} and ${of.registerNow}`,
  'repair-not-proposed': ({ platform, hash }: OfPlatform & { hash: string }) =>
    `the repair ${hash} of "${platform}" is not proposed yet: one person proposes it, another confirms it`,
  'own-repair': (_: Nothing) => 'you proposed this repair; another person must confirm it',
  'repair-changed': ({ hash }: { hash: string }) => `the record has changed since it was looked at: the repair has the hash ${hash} now`,
  'record-whole': ({ chain }: { chain: string }) => `the record of "${chain}" is whole`,
  'not-heard': (_: Nothing) =>
    'the party has not been heard on this suspension: notify it, or say why it is heard afterwards or, by two people, not at all',
  'hearing-runs': ({ deadline }: { deadline: string }) => `the party may answer until ${deadline}, and has not answered yet`,
  'waiver-of-one': (_: Nothing) => 'one person asks to do without a hearing; another must confirm it',
  'notified-already': ({ day }: { day: string }) => `the party was notified on ${day}`,
  'waived-already': ({ day }: { day: string }) => `two people decided on ${day} to do without a hearing`,
  'afterwards-already': ({ day }: { day: string }) => `it is recorded that the party is notified by ${day}: record the notice itself`,
  'own-waiver': (_: Nothing) => 'you asked to do without a hearing; another person must confirm it',
  'not-notified': (_: Nothing) => 'the party was not notified of the grounds yet: record that first',
  'answers-full': ({ count }: { count: number }) => `${count} answers are recorded already, the most that a decision takes`,
  'answer-recorded': ({ answer }: { answer: string }) => `this letter is recorded already, as ${answer}`,
  'own-decision': (_: Nothing) => 'you proposed this decision; two others must approve it',
  'own-approval': (_: Nothing) => 'you have approved it already; the second approval must be another person’s',
  'own-revocation': (_: Nothing) => 'you have asked for its end already; another person must agree',
  'decision-is': ({ state }: { state: string }) => `the decision is ${state}`,
  'not-own-proposal': (_: Nothing) => 'a proposal is withdrawn by the person who made it',
  'not-own-revocation': (_: Nothing) => 'you have not asked for the end of this decision',
  'decision-hash': ({ decision, hash }: { decision: string; hash: string }) => `the decision ${decision} has the hash ${hash}`,
  'capture-erased-on': ({ capture, day }: { capture: string; day: string }) => `capture ${capture} was erased on ${day}`,
  'own-erasure': (_: Nothing) => 'you proposed this erasure; somebody else must do it',
  'not-own-revision': ({ revision }: OfRevision) => `revision ${revision} was submitted by somebody else`,
  'own-revision': ({ revision }: OfRevision) => `revision ${revision} is your own submission; somebody else must judge it`,
  'revision-hash': ({ revision, hash }: OfRevision & { hash: string }) => `revision ${revision} has the hash ${hash}`,
  'revision-is': ({ revision, status }: OfRevision & { status: string }) => `revision ${revision} is ${status}`,
  'review-closed': ({ closedAt, outcome }: { closedAt: string; outcome: string }) => `the review was closed on ${closedAt}: ${outcome}`,
  'own-assessment': (_: Nothing) => 'you wrote the standing assessment; somebody else must confirm it',
  'confirmed-twice': (_: Nothing) => 'you confirmed it the last two times; somebody else must look now',
  'by-its-approval': (_: Nothing) => 'submit an assessment; its approval closes the review',
  'revision-waits': ({ revision, asOf, address }: OfRevision & { asOf?: string; address: string }) =>
    `revision ${revision}${asOf === undefined ? '' : ` of ${asOf}`} waits for its verdict: ${address}`,
  'revisions-wait': ({ platform, count }: OfPlatform & { count: number }) =>
    `${plural(count, { one: `one revision of "${platform}" waits for its verdict`, other: `${count} revisions of "${platform}" wait for their verdicts` })}, which is the most at a time`,
  'interval-too-long': ({ days, band, gate, longest }: { days: number; band: string; gate?: string; longest: number }) =>
    `reviewEveryDays is ${plural(days, { one: 'one day', other: `${days} days` })}; the band of this platform, ${band}${gate === undefined ? '' : `, with the gate ${gate}`}, asks for a review every ${plural(longest, { one: 'day', other: `${longest} days` })} at least`,
};

export type ProblemCode = keyof typeof problems;
