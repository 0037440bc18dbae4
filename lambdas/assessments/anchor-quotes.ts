import type { Assessment } from '../../domain/facts/assessment.ts';
import { detail } from '../../domain/facts/detail.ts';
import { type SaidFault, toFault } from '../../domain/facts/fault.ts';
import { type Anchor, anchorIn } from '../../domain/vault/anchor.ts';
import { listQuotes } from '../../domain/vault/quotes.ts';
import type { Deps } from '../runtime/deps.ts';
import { findCapture } from '../runtime/find-capture.ts';
import { type Fault, faulty, Problem } from '../runtime/problem.ts';

/** Characters of captures that are read for one assessment, each quote's anew: it must be answered within the function's time. */
const MOST_READ = 150_000_000;
/** The same for quotes that do not stand there, which cost the most: what is beyond is left for the next attempt. */
const MOST_MISSED = 4_000_000;
/** Anchors lie beside the assessment in the record, in an item of at most 400 KB. */
const MOST_ANCHORED = 380_000;

/** Where each quote that names a capture stands in it. One that does not stand there is refused, with the sentence that is nearest to it. */
export async function anchorQuotes(assessment: Assessment, deps: Deps): Promise<Anchor[]> {
  const anchors: Anchor[] = [];
  const faults: Fault[] = [];
  let [read, missed] = [0, 0];
  for (const [capture, quotes] of Map.groupBy(listQuotes(assessment), ({ evidence }) => evidence.capture)) {
    if (capture === undefined || missed > MOST_MISSED) continue;
    const { text, language, fault } = await readText(capture, deps);
    if (fault) {
      faults.push(...quotes.map(({ item }) => ({ pointer: `${item}/capture`, ...fault })));
      continue;
    }
    const anchor = anchorIn(text, language);
    for (const quote of quotes) {
      read += text.length;
      if (read > MOST_READ) throw new Problem('too-large', detail('captures-too-large', { millions: MOST_READ / 1e6 }));
      if (missed > MOST_MISSED) break;
      const found = anchor(quote.evidence.quote, quote.evidence.language);
      if (found.pieces) anchors.push({ item: quote.item, capture, pieces: found.pieces });
      else {
        missed += text.length;
        faults.push({ pointer: `${quote.item}/quote`, ...found.fault });
      }
    }
  }
  if (faults.length > 0) throw faulty('quote-not-found', faults);
  const size = Buffer.byteLength(JSON.stringify(anchors));
  if (size > MOST_ANCHORED) throw new Problem('too-large', detail('anchors-too-large', { bytes: size, most: MOST_ANCHORED }));
  return anchors;
}

type Text = { text: string; language?: string | undefined; fault?: undefined } | { text?: undefined; language?: undefined; fault: SaidFault };

async function readText(sha256: string, deps: Deps): Promise<Text> {
  const found = await findCapture({ params: { sha256 } }, deps).catch((error: unknown) => {
    if (error instanceof Problem && error.slug === 'not-found') return undefined;
    throw error;
  });
  if (!found) return { fault: toFault('no-such-capture', { capture: sha256 }) };
  const bytes = await deps.vault.readText(found.capture, found.key);
  if (!bytes) return { fault: toFault('capture-erased', { capture: sha256 }) };
  return { text: new TextDecoder().decode(bytes), language: found.capture.language };
}
