import { hashOf } from '../../facts/hash.ts';
import type { TermsDocument } from '../../facts/terms-document.ts';
import type { Head } from '../head.ts';
import { type Actor, draftEvent, type Means, type Step, stepTo } from '../step.ts';

/** Says which documents of a platform are watched; without an event where they are those already. What the watch knows of one that is left out stays. */
export function putTerms(head: Head, terms: readonly TermsDocument[], actor: Actor, means: Pick<Means, 'newId'>): Step {
  if (hashOf({ terms: head.terms ?? [] }) === hashOf({ terms })) return stepTo(head);
  const { terms: _, ...rest } = head;
  return {
    to: { ...rest, ...(terms.length > 0 && { terms: [...terms] }), changedAt: actor.at },
    record: [],
    events: [draftEvent('terms.watched', { terms }, actor, means)],
  };
}
