import { saidOf } from '../said-of.ts';
import { plural } from './format.ts';
import { hearingTexts } from './hearing.ts';

type Rating = { readonly band: string; readonly gate: string };
type Version = { readonly recordedAt: string };
type TermsChanged = {
  readonly document: string;
  readonly from: Version;
  readonly to: Version;
  readonly broken: readonly { readonly fact: string }[];
  readonly changes: readonly { readonly grade: string; readonly topics: readonly string[] }[];
  readonly source?: string | undefined;
};

type Replied = { readonly answeredAt: string; readonly says: Parameters<typeof saidOf>[1] };

const day = (instant: string) => instant.slice(0, 10);

/** Why a person should look at a platform again, by the kind of the reason; of its data. What people ask for is in their own words. */
export const reviewReasons = {
  interval: ({ dueOn }: { dueOn: string }) => `The time since the last review ran out on ${dueOn}.`,
  'band-changed': ({ from, to }: { from: Rating; to: Rating }) =>
    `The score moved by itself: band ${from.band} to ${to.band}, gate ${from.gate} to ${to.gate}.`,
  'register-changed': ({ to, jurisdictions }: { to: string; jurisdictions: readonly string[] }) =>
    `The register ${to} changes the law of ${jurisdictions.join(', ')}.`,
  conflict: ({ fact, conflict }: { fact: string; conflict: number }) => `The evidence on ${fact} contradicts itself (${conflict}).`,
  'commitment-due': ({ dueOn, words, source }: { dueOn: string; words: string; source?: { publisher: string; published: string } }) =>
    `A promise was due on ${dueOn}: "${words}"${source ? ` (${source.publisher}, ${source.published})` : ''}.`,
  'terms-changed': ({ document, from, to, broken, changes, source }: TermsChanged) => {
    const { facts, sentences, topics } = gather(broken, changes);
    const parts = [
      ...(facts.length > 0
        ? [`${plural(broken.length, { one: '1 quote no longer stands', other: `${broken.length} quotes no longer stand` })} (${facts.join(', ')})`]
        : []),
      ...(sentences > 0 ? [`${plural(sentences, { one: '1 sentence', other: `${sentences} sentences` })} on ${topics.join(', ')} changed`] : []),
      ...(source === undefined ? [] : [`another text has stood in its place for two weeks (${source})`]),
    ];
    return `The document "${document}" of ${day(to.recordedAt)} differs from that of ${day(from.recordedAt)}: ${parts.join('; ')}.`;
  },
  'terms-silent': ({ document, since }: { document: string; since: string }) =>
    `Nobody has been able to read the document "${document}" since ${day(since)}: no version of it was recorded for 90 days.`,
  'party-replied': ({ answeredAt, says }: Replied) =>
    `The party of a decision answered on ${day(answeredAt)}${Object.keys(says).length === 0 ? '.' : `: it ${saidOf(hearingTexts, says)}.`}`,
  'not-heard': ({ by }: { by: string }) => `The party of an urgent decision has not been notified yet; it is to be by ${day(by)}.`,
};
export type ReviewReasons = typeof reviewReasons;

/** What a change of terms breaks, and what of it opens a review. */
export function gather(broken: TermsChanged['broken'], changes: TermsChanged['changes']) {
  const graded = changes.filter(({ grade }) => grade === 'review');
  return {
    facts: [...new Set(broken.map(({ fact }) => fact))],
    sentences: graded.length,
    topics: [...new Set(graded.flatMap((one) => one.topics))],
  };
}
