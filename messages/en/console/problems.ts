/** Refusals of the API, by the last part of their problem type: a title, and what it means for whoever reads the page. */
export const problems = {
  problems: {
    'invalid-request': { title: 'The request is not valid', means: 'The service did not take what was sent.' },
    'not-signed-in': { title: 'Sign-in needed', means: 'Your sign-in is not accepted here; sign in again.' },
    'stronger-sign-in-needed': { title: 'A stronger sign-in is needed', means: 'Sign out, and sign in as decisions need it.' },
    'subject-unclear': { title: 'It is not clear who acts', means: 'Your sign-in does not name you clearly. Ask whoever runs it.' },
    'person-needed': { title: 'A person has to do this', means: 'A token that was made for a machine cannot review or decide.' },
    'self-approval': { title: 'No author judges their own work', means: 'The verdict must come from somebody else.' },
    'same-person-again': { title: 'Somebody else must look', means: 'One person cannot confirm a platform unchanged three times running.' },
    'not-the-author': { title: 'Only the author can withdraw', means: 'It is withdrawn by the person who made it.' },
    'not-assessed': { title: 'No approved assessment', means: 'The platform has no approved assessment yet, so it has no score.' },
    conflict: { title: 'Others were faster', means: 'Too many changes came at once. Look again, and repeat.' },
    'assessment-pending': {
      title: 'An assessment waits for review',
      means: 'One submission for a day waits at a time: it must be approved, rejected or withdrawn first.',
    },
    'already-decided': { title: 'The verdict has been given', means: 'It no longer waits for this word.' },
    'hash-mismatch': { title: 'This is not what was reviewed', means: 'It has changed since you read it. Read it again.' },
    'not-rated': { title: 'There is no score to decide on', means: 'A decision rests on a rated score; the platform has none.' },
    'score-stale': { title: 'The score is out of date', means: 'A review is overdue, or the score was made by an older method or register.' },
    'quotes-unverified': {
      title: 'It rests on quotes that are not verified',
      means: 'Decisions are taken only on assessments whose quotes all stand in captures.',
    },
    'decisions-pending': {
      title: 'Too many decisions wait or stand',
      means: 'Five at the most wait or stand at a time, two of them that wait by one person.',
    },
    'interval-too-long': { title: 'The interval is too long', means: 'It may be shorter than what the band asks for, never longer.' },
    'review-open': { title: 'A review is open', means: 'A platform has one review at a time.' },
    'review-closed': { title: 'The review has ended', means: 'It was closed before.' },
    'precondition-failed': { title: 'It has changed since it was read', means: 'Somebody else changed it, or it is there already. Read it again.' },
    'capture-erased': { title: 'The capture was erased', means: 'Its text is not kept any more.' },
    'quote-not-found': { title: 'A quote does not stand in its capture', means: 'The words differ from those of the page that was kept.' },
    'too-large': { title: 'It is too large', means: 'The service takes less at a time.' },
    'record-broken': { title: 'The record is broken', means: 'Nothing is answered from it until it is put right. Ask whoever runs the service.' },
    'record-unreadable': { title: 'A part of the record cannot be read', means: 'Ask whoever runs the service.' },
    'internal-error': {
      title: 'Something broke here',
      means: 'It is a fault of the service, and not yours. The number of the request finds it in the logs.',
    },
  } as Record<string, { readonly title: string; readonly means: string }>,
};
