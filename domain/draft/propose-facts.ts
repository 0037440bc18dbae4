import { LIMITS } from '../facts/evidence.ts';
import { hashOf } from '../facts/hash.ts';
import type { Names } from '../watch/names.ts';
import { readClaim } from '../watch/read-claim.ts';
import { keyOf, readSentences, type Sentence } from '../watch/read-sentences.ts';
import { withOwnCompanies } from './own-companies.ts';
import type { DraftedFact, Proposal } from './proposal.ts';
import { type ReadFact, readFacts } from './read-facts.ts';
import type { Seat } from './seats-of-profile.ts';

/** A text to draft facts from: Markdown or plain, `language` BCP 47; `before`: the version before it, of which nothing is drafted again. */
export type DraftedFrom = {
  readonly platform: string;
  readonly text: string;
  readonly before?: string | undefined;
  readonly language: string;
  readonly names: Names;
  /** Where the profile puts the companies behind the platform. */
  readonly seats?: readonly Seat[];
};

/**
 * The facts that the sentences of a text seem to say, each fact once, by the first sentence that says it; of a text with one before it,
 * those of the sentences that came. Rules alone. What was refused is left out.
 */
export function proposeFacts(
  { platform, text, before, language, names, seats = [] }: DraftedFrom,
  refused: ReadonlySet<string> = new Set(),
): Proposal[] {
  const old = new Set(before === undefined ? [] : readSentences(before, language).map(keyOf));
  const found = new Map<string, Proposal>();
  const sentences = readSentences(text, language);
  for (const sentence of sentences) {
    // A heading is over something.
    if ((sentence.isHeading && sentences.length > 1) || old.has(keyOf(sentence))) continue;
    for (const read of readSentence(sentence, language, names, seats)) {
      const key = hashOf([platform, keyOf(sentence), signatureOf(read.fact)]).slice(0, 32);
      const signature = signatureOf(read.fact);
      if (refused.has(key) || found.has(signature)) continue;
      found.set(signature, { key, fact: read.fact, quote: toQuote(sentence.text, read), because: [...read.because] });
    }
  }
  return [...found.values()];
}

function readSentence(sentence: Sentence, language: string, names: Names, seats: readonly Seat[]): ReadFact[] {
  const { text: own, lead } = sentence;
  const text = lead === undefined ? own : `${lead} ${own}`;
  return readFacts({ text, own, claim: withOwnCompanies(text, readClaim(sentence, language, names), names), language, names, seats });
}

/** What makes two drafted facts one. */
const signatureOf = (fact: DraftedFact): string => [fact.kind, fact.kind === 'tool' ? fact.tool : fact.mode, fact.jurisdiction].join(' ');

/** The sentence, or as much around its words as a quote may have. */
function toQuote(sentence: string, { because }: ReadFact): string {
  if (sentence.length <= LIMITS.quote) return sentence;
  const at = because.map(({ words }) => sentence.indexOf(words)).filter((place) => place >= 0);
  const middle = at.length === 0 ? 0 : Math.max(...at);
  const start = Math.max(0, Math.min(middle - LIMITS.quote / 2, sentence.length - LIMITS.quote));
  const window = sentence.slice(start, start + LIMITS.quote);
  return window
    .replace(start === 0 ? /^/u : /^\S*\s/u, '')
    .replace(start + LIMITS.quote >= sentence.length ? /$/u : /\s\S*$/u, '')
    .trim();
}
