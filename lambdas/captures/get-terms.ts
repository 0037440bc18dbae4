import type * as z from 'zod';
import type { TermsDocument } from '../../domain/facts/terms-document.ts';
import type { Head } from '../../domain/record/head.ts';
import type { TermsState } from '../../domain/record/terms/terms-state.ts';
import { type JudgedQuote, judgeQuotes } from '../../domain/watch/judge-quotes.ts';
import { listStandingQuotes } from '../../domain/watch/standing-quotes.ts';
import { isSilent } from '../../domain/watch/watch-state.ts';
import type { TermsReading } from '../../store/terms-reading.ts';
import type { Deps } from '../runtime/deps.ts';
import { findPlatform, PlatformParams } from '../runtime/find-platform.ts';
import { operation } from '../runtime/operation.ts';
import { ok } from '../runtime/reply.ts';
import { readCaptureText } from '../runtime/terms/read-capture-text.ts';
import { TermsView, ToldChange } from './terms-view.ts';

type Watched = TermsView['terms'][number];
type Told = z.infer<typeof ToldChange> & { readonly at: string; readonly sequence: number };

export const getTerms = operation({
  params: PlatformParams,
  reply: { 200: TermsView },
  find: findPlatform,
  async run({ params: { platform }, found: head }, deps) {
    const { terms = [], approved } = head;
    const [states, readings, revision] = await Promise.all([
      deps.store.listTerms(platform),
      deps.store.listReadings(platform),
      approved && deps.store.findApproved(platform, approved),
    ]);
    const watched = new Set(terms.map(({ id }) => id));
    const named = Object.values(revision?.assessment.sources ?? {}).flatMap(({ document }) => document ?? []);
    const views: Watched[] = [];
    for (const document of terms) {
      const ofDocument = ({ document: id }: { readonly document: string }) => id === document.id;
      const quotes = revision ? listStandingQuotes(revision.assessment, document.id) : [];
      views.push(await toView(head, document, { state: states.items.find(ofDocument), reading: readings.items.find(ofDocument), quotes }, deps));
    }
    return ok({
      watched: terms.length > 0,
      terms: views,
      unwatched: [...new Set(named)].filter((id) => !watched.has(id)).sort(),
    } satisfies TermsView);
  },
});

type Known = { state: TermsState | undefined; reading: TermsReading | undefined; quotes: ReturnType<typeof listStandingQuotes> };

async function toView({ platform, approved }: Head, document: TermsDocument, { state, reading, quotes }: Known, deps: Deps): Promise<Watched> {
  const { baseline, waiting, suspect, heardAt } = state?.watch ?? {};
  const text = quotes.length > 0 && baseline ? await readCaptureText(baseline.sha256, deps) : undefined;
  const changes = await readChanges(platform, state?.changes ?? [], deps);
  const { language } = document;
  const since = heardAt ?? reading?.watchedSince;
  return {
    ...document,
    triedAt: reading?.triedAt ?? null,
    readAt: reading?.readAt ?? null,
    fault: reading?.fault ?? null,
    newest: state?.newest ?? null,
    baseline: baseline ?? null,
    waiting: waiting ?? null,
    suspect: suspect ?? null,
    silent: since !== undefined && isSilent({ heardAt: since }, deps.now().toISOString()),
    quotes:
      text === undefined
        ? []
        : judgeQuotes(quotes, undefined, text, language).map((quote) => asTold(quote, changes, approved?.approvedAt ?? '', isIn(text, language))),
    changes,
  };
}

/** Whether these words stand in the text. */
const isIn = (text: string, language: string) => (quote: string) =>
  judgeQuotes([{ fact: '', item: '', quote }], undefined, text, language)[0]?.state === 'held';

/**
 * A quote that does not stand there says how it ended, where a change has told it. One whose sentence has grown ("in Ireland" and "in Ireland
 * and Chile") does too, for as long as the longer sentence stands there; but a file that was approved since stands on its quotes as they are.
 */
function asTold(quote: JudgedQuote, changes: readonly Told[], approvedAt: string, stands: (quote: string) => boolean): JudgedQuote {
  const isOf = (one: JudgedQuote) => one.fact === quote.fact && one.quote === quote.quote;
  const change = changes.find(({ broken }) => broken.some(isOf));
  const told = change?.broken.find(isOf);
  if (!change || !told) return quote;
  if (quote.state === 'held' && (change.at <= approvedAt || told.now === undefined || !stands(told.now))) return quote;
  return told;
}

async function readChanges(platform: string, listed: TermsState['changes'], { store }: Deps): Promise<Told[]> {
  const events = await store.findEvents(
    platform,
    listed.map(({ sequence }) => sequence),
  );
  return events.map(({ at, sequence, data }) => ({ ...ToldChange.parse(data), at, sequence }));
}
