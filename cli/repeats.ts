import type { Assessment } from '../domain/facts/assessment.ts';
import type { Evidence, Source } from '../domain/facts/evidence.ts';
import { originOf } from '../domain/score/origin.ts';
import type { Fact } from './facts.ts';
import type { WeakSpot } from './weak-spot.ts';

type Cited = { readonly item: Evidence; readonly source: Source; readonly index: number; readonly origin: string };

/** Items of one fact that count as several witnesses and look like one: the same words, the same page, or one repeating the other. */
export function listRepeats({ steps, evidence }: Fact, { sources }: Assessment): WeakSpot[] {
  const cited = evidence.flatMap((item, index): Cited[] => {
    const source = sources[item.source];
    return source ? [{ item, source, index, origin: originOf(item.source, sources) }] : [];
  });
  return cited.flatMap((later, i): WeakSpot[] => {
    const at = [...steps, 'evidence', later.index, 'source'];
    const found = cited
      .slice(0, i)
      .find((earlier) => earlier.origin !== later.origin && stanceOf(earlier) === stanceOf(later) && sameness(earlier, later));
    if (!found) return [];
    const shared = sameness(found, later);
    // The platform is one speaker by itself: an origin would change nothing, and who is speaking is the question.
    const speakers = [found, later].map(({ source }) => source.statementBy ?? 'third-party');
    if (!speakers.every((one) => one === 'third-party')) {
      // One article with several speakers is cited once for each.
      if (shared !== 'the words') return [];
      const what = `has the same words as "${found.item.source}", one as the platform's and one as somebody else's: who is speaking?`;
      return [{ rule: 'repeats-the-platform', steps: at, what }];
    }
    const what = `counts as a witness of its own beside "${found.item.source}", with which it shares ${shared}: if one repeats the other, give both sources one origin`;
    return [{ rule: 'one-origin-counted-as-many', steps: at, what }];
  });
}

const stanceOf = ({ item }: Cited) => item.stance ?? 'supports';

function sameness(a: Cited, b: Cited): string | undefined {
  if (a.item.quote !== undefined && b.item.quote !== undefined && toWords(a.item.quote) === toWords(b.item.quote)) return 'the words';
  if (a.source.url !== undefined && b.source.url !== undefined && toPage(a.source.url) === toPage(b.source.url)) return 'the address';
  if (toWords(a.source.publisher) === toWords(b.source.publisher)) return 'the publisher';
  return undefined;
}

const toWords = (text: string) =>
  text
    .toLowerCase()
    .match(/[\p{L}\p{N}]+/gu)
    ?.join(' ') ?? '';
const toPage = (url: string) => url.replace(/[#?].*$|\/$/g, '').toLowerCase();
