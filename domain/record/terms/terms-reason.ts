import type { Change } from '../../watch/change.ts';
import type { JudgedQuote } from '../../watch/judge-quotes.ts';
import type { Outcome } from '../../watch/take-version.ts';
import type { ReviewReason } from '../review.ts';

type TermsChanged = Extract<Outcome, { kind: 'changed' }>;

/** Characters of what an event and a reason repeat of a change, as JSON; the two texts, which lie in the archive, have the rest. */
const MOST_CHARACTERS = 20_000;

/** A change as it is said: broken quotes first, then what opens a review, then the rest, as far as there is room. */
export function describeTermsChange(document: string, { from, to, broken, changes, source }: TermsChanged) {
  const ordered = [...changes].sort((a, b) => Number(b.grade === 'review') - Number(a.grade === 'review'));
  let room = MOST_CHARACTERS;
  const fits = (one: unknown) => {
    room -= JSON.stringify(one).length + 1;
    return room >= 0;
  };
  const said: { broken: JudgedQuote[]; changes: Change[] } = { broken: broken.filter(fits), changes: ordered.filter(fits) };
  const further = broken.length - said.broken.length + ordered.length - said.changes.length;
  return { document, from, to, ...said, ...(further > 0 && { further }), ...(source !== undefined && { source }) };
}

const count = (n: number, one: string, many = `${one}s`) => `${n} ${n === 1 ? one : many}`;
const day = (instant: string) => instant.slice(0, 10);

export function termsChangedReason(document: string, change: TermsChanged): ReviewReason {
  const { from, to, broken, changes, source } = change;
  const facts = [...new Set(broken.map(({ fact }) => fact))];
  const graded = changes.filter(({ grade }) => grade === 'review');
  const topics = [...new Set(graded.flatMap((one) => one.topics))];
  const parts = [
    broken.length > 0 && `${count(broken.length, 'quote no longer stands', 'quotes no longer stand')} (${facts.join(', ')})`,
    graded.length > 0 && `${count(graded.length, 'sentence')} on ${topics.join(', ')} changed`,
    source !== undefined && `another text has stood in its place for two weeks (${source})`,
  ].filter((part) => part !== false);
  return {
    kind: 'terms-changed',
    text: `The document "${document}" of ${day(to.recordedAt)} differs from that of ${day(from.recordedAt)}: ${parts.join('; ')}.`,
    data: describeTermsChange(document, change),
  };
}

export function termsSilentReason(document: string, since: string): ReviewReason {
  return {
    kind: 'terms-silent',
    text: `Nobody has been able to read the document "${document}" since ${day(since)}: no version of it was recorded for 90 days.`,
    data: { document, since },
  };
}
