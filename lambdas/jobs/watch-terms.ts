import type { Head } from '../../domain/record/head.ts';
import type { TermsRun } from '../../store/terms-reading.ts';
import { Unreadable } from '../../store/unreadable.ts';
import { cloudDeps } from '../runtime/cloud/deps.ts';
import { withTerms } from '../runtime/cloud/terms.ts';
import { withVault } from '../runtime/cloud/vault.ts';
import type { Deps } from '../runtime/deps.ts';
import { onSchedule, type ScheduledJob } from '../runtime/job.ts';
import { type Waits, watchDocument } from './terms/watch-document.ts';

/** Platforms that are listed at a time. */
const PAGE = 50;
/** How long one run goes on before it leaves the rest to the next. */
const BUDGET_MS = 12 * 60_000;
/** How long a run that was killed keeps the next one away: a little longer than its function may take. */
const LEASE_MS = 15 * 60_000;

const NONE = { documents: 0, taken: 0, changed: 0, unreadDocuments: 0, silentDocuments: 0, skipped: 0 };
/** What the status says of the last run. */
const COUNTS = { silent: 0, notWatched: 0 };

/**
 * Reads what platforms say: every watched document, one after the other. What is taken is in the record before the reading is noted, and is
 * taken once: a run that is killed is repeated by the next one, and a second one at the same time does nothing.
 */
export const watchTerms: ScheduledJob = async function watchTerms(deps) {
  const { store, now } = deps;
  const at = now().toISOString();
  const last = await store.findTermsRun();
  if (last && isUnderWay(last, at)) return { ...NONE, skipped: 1 };
  const run = await store.recordTermsRun(last, { ...last, startedAt: at });
  if (!run) return { ...NONE, skipped: 1 };
  const { figures, counts, place, run: reached } = await watchAll(run, deps);
  if (!reached) return figures;
  const { place: __, version: ___, ...begun } = reached;
  const { documents, unreadDocuments: faults } = figures;
  await store.recordTermsRun(reached, {
    ...begun,
    finishedAt: now().toISOString(),
    documents,
    faults,
    ...counts,
    ...(place !== undefined && { place }),
  });
  return figures;
};

/** A run that began after now is one from before the clock was put back. */
function isUnderWay({ startedAt, finishedAt }: TermsRun, at: string): boolean {
  const age = Date.parse(at) - Date.parse(startedAt);
  return (finishedAt === undefined || finishedAt < startedAt) && age >= 0 && age < LEASE_MS;
}

type Watched = { figures: typeof NONE; counts: typeof COUNTS; place?: string | undefined; run: TermsRun | undefined };

/** No run: another one has taken its place. */
async function watchAll(begun: TermsRun, deps: Deps): Promise<Watched> {
  const { store, now } = deps;
  const isOver = overAfter(BUDGET_MS);
  let run = begun;
  const figures = { ...NONE };
  const counts = { ...COUNTS };
  const unreadable: Unreadable[] = [];
  const waits: Waits = new Map();
  let after = begun.place;
  do {
    const page = await store.listHeads({}, { limit: PAGE, after });
    unreadable.push(...page.setAside);
    for (const head of page.heads) {
      if (isOver()) return { figures, counts, place: after, run };
      if (head.terms) {
        // Where a run is killed at a platform, the next one begins behind it, so that its texts keep no other from being read.
        const next = await store.recordTermsRun(run, { ...run, place: head.platform });
        if (!next) return { figures, counts, run: undefined };
        run = next;
        await watchPlatform(head, { figures, counts, waits, unreadable, isOver }, deps);
      } else counts.notWatched += 1;
      after = head.platform;
    }
    after = page.next;
  } while (after !== undefined);
  if (unreadable.length > 0) await store.noteSetAside(unreadable, now().toISOString());
  return { figures, counts, run };
}

function overAfter(ms: number): () => boolean {
  const begun = performance.now();
  return () => performance.now() - begun >= ms;
}

type Run = { figures: typeof NONE; counts: typeof COUNTS; waits: Waits; unreadable: Unreadable[]; isOver: () => boolean };

/** One document that fails holds up no other. */
async function watchPlatform({ platform, terms = [] }: Head, { figures, counts, waits, unreadable, isOver }: Run, deps: Deps): Promise<void> {
  const readings = await deps.store.listReadings(platform);
  for (const document of terms) {
    if (isOver()) return;
    figures.documents += 1;
    const before = readings.items.find((one) => one.document === document.id);
    try {
      const { taken, changed, fault, silent, isSilent } = await watchDocument(platform, document, before, waits, deps);
      figures.taken += taken;
      figures.changed += changed;
      figures.unreadDocuments += Number(fault);
      figures.silentDocuments += Number(silent);
      counts.silent += Number(isSilent);
    } catch (error) {
      figures.unreadDocuments += 1;
      deps.report({ job: 'watch-terms', platform, attempts: 1, error });
      if (error instanceof Unreadable) unreadable.push(error);
    }
  }
}

export const handler = onSchedule(watchTerms, cloudDeps(withVault, withTerms));
