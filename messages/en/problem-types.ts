/** What each type of problem is called, and what it means: `/v1/problems/<slug>` says it. */
export const problemTypes = {
  'invalid-request': {
    title: 'The request is not valid',
    means: 'The body, the query or a header has faults; `errors` names every one with its place.',
  },
  'not-signed-in': { title: 'Sign-in needed', means: 'The request carries no token that this service accepts.' },
  'stronger-sign-in-needed': {
    title: 'A stronger sign-in is needed',
    means: 'A decision needs a token of one of the kinds of sign-in (`acr`) that `WWW-Authenticate` names (RFC 9470).',
  },
  'missing-scope': { title: 'The token lacks a scope', means: 'The act needs a scope that the token does not carry.' },
  'subject-unclear': {
    title: 'The token does not say clearly who acts',
    means: 'The claim that names the subject is missing, longer than 255 characters, or written so that two spellings could be one person.',
  },
  'person-needed': {
    title: 'A person has to do this',
    means: 'Reviews and decisions need a person’s token; one made for a machine cannot play the second person.',
  },
  'self-approval': { title: 'No author judges their own work', means: 'The verdict must come from somebody other than the author.' },
  'same-person-again': {
    title: 'Somebody else must look',
    means: 'One person cannot confirm a platform unchanged three times running.',
  },
  'not-the-author': {
    title: 'Only the author can withdraw',
    means: 'A submission, a proposal or a revocation is withdrawn by the person who made it.',
  },
  'not-found': { title: 'There is nothing here', means: 'The address names nothing that exists.' },
  'not-assessed': { title: 'No approved assessment', means: 'The platform has no approved assessment yet, so it has no score.' },
  'not-cosigned': {
    title: 'Not cosigned yet',
    means:
      'It is recorded, and no checkpoint with enough cosignatures covers it yet: ask again in a quarter of an hour. What the proof is of does not wait for it.',
  },
  'method-not-allowed': {
    title: 'This method is not for this address',
    means: 'The address exists, but answers other methods; see `Allow`.',
  },
  conflict: { title: 'Others were faster', means: 'Too many changes came at once; read again and repeat.' },
  'assessment-pending': {
    title: 'An assessment is waiting for review',
    means: 'Of each day one submission of a platform waits at a time; it must be approved, rejected or withdrawn first.',
  },
  'already-decided': { title: 'The verdict has been given', means: 'The revision or decision no longer waits for this word.' },
  'hash-mismatch': {
    title: 'This is not what was reviewed',
    means: 'The hash is not that of the revision, decision or repair as it is now: approval is sealed to the content.',
  },
  'not-rated': {
    title: 'There is no score to decide on',
    means: 'A decision rests on a rated score; the platform has none.',
  },
  'score-stale': {
    title: 'The score is out of date',
    means: 'A review is overdue, or the score was made with another method or register than the current one.',
  },
  'quotes-unverified': {
    title: 'It rests on quotes that are not verified',
    means: 'This service takes decisions only on assessments whose quotes all stand in captures.',
  },
  'not-heard': {
    title: 'The party has not been heard',
    means:
      'A suspension is approved once the party has answered, or its time to answer has run out, or people have said why it is heard afterwards or not at all.',
  },
  'decisions-pending': {
    title: 'Too many decisions wait or stand',
    means: 'A platform has five decisions at the most that wait or stand at a time, two of them that wait by one person.',
  },
  'limit-reached': {
    title: 'There are too many of them',
    means: 'One person has 50 drafts at the most, and 500 refusals of drafted facts that stand on a platform.',
  },
  'interval-too-long': {
    title: 'The interval is longer than the band’s',
    means: 'A platform’s own review interval may be shorter than the one that its band asks for, never longer.',
  },
  'review-closed': { title: 'The review has ended', means: 'The review was closed before.' },
  'not-approved-yet': {
    title: 'The new assessment is not approved yet',
    means: 'A review ends with `new-assessment` by the approval of one, not by a word.',
  },
  'record-intact': { title: 'There is nothing to repair', means: 'The record of the platform is as its events say.' },
  'events-broken': {
    title: 'The events themselves are broken',
    means: 'What stands for the present is made anew from the events. Where these do not hold, it is put back from a backup that verifies.',
  },
  'not-derivable': {
    title: 'It does not follow from the events',
    means: 'What events name by its hash alone cannot be made anew: `detail` names what has to be put back from a backup first.',
  },
  'not-proposed': { title: 'Nobody has proposed it', means: 'A repair is proposed by one person and confirmed by another.' },
  'precondition-failed': {
    title: 'It has changed since it was read',
    means: 'The precondition does not hold; `ETag` carries the current version.',
  },
  'capture-erased': {
    title: 'The capture was erased',
    means:
      'Two people destroyed the contents, because they should not have been kept; the manifest and the reason stay, and they are not kept again.',
  },
  'too-large': { title: 'The body is too large', means: 'The body exceeds the limit that `detail` names.' },
  'unsupported-media-type': {
    title: 'The body is of another kind',
    means: 'The body must be of one of the media types that `detail` names, in UTF-8 where it is text, and not compressed.',
  },
  'quote-not-found': {
    title: 'A quote does not stand in its capture',
    means: 'An item of evidence names a capture that its quote is not in, or that is not there; `errors` names each, with the nearest sentence.',
  },
  'idempotency-key-reused': {
    title: 'The key was used for another request',
    means: 'An Idempotency-Key belongs to one request; send a new key with a new body.',
  },
  'precondition-required': {
    title: 'Say which version you mean',
    means: 'A change needs `If-Match` with the version that was read, or `If-None-Match: *` to create.',
  },
  'export-withheld': {
    title: 'The export is held back',
    means: 'The export did not pass its own checks and there is no earlier good one to serve.',
  },
  'record-unreadable': {
    title: 'A part of the record cannot be read',
    means:
      'An item of this platform does not have the shape of its kind, and `detail` names its key. It is set aside; everything else is answered as ever.',
  },
  'record-broken': {
    title: 'The record is broken',
    means:
      'An item is not what the events before it left: something was changed behind this service. `detail` names its key. Nothing was written, and ' +
      'nothing is made of it until two people have repaired it; everything else is answered as ever.',
  },
  'internal-error': {
    title: 'Something broke here',
    means: 'A fault of the service, not of the request; the request id finds it in the logs.',
  },
};
