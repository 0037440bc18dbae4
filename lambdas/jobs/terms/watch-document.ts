import type { TermsDocument } from '../../../domain/facts/terms-document.ts';
import { MACHINE } from '../../../domain/record/machine.ts';
import { announceSilence } from '../../../domain/record/terms/take-terms.ts';
import type { TermsState } from '../../../domain/record/terms/terms-state.ts';
import { dueAt, isSilent } from '../../../domain/watch/watch-state.ts';
import { again } from '../../../store/again.ts';
import type { TermsReading } from '../../../store/terms-reading.ts';
import type { Deps } from '../../runtime/deps.ts';
import { readCaptureText } from '../../runtime/terms/read-capture-text.ts';
import { type Taken, takeKept } from '../../runtime/terms/take-version.ts';
import type { AnswerFault, TermsAnswer, TermsClient } from '../../runtime/terms/terms-client.ts';
import { keepVersion } from './keep-version.ts';

/** What one look at a document came to. */
export type Watched = {
  readonly taken: number;
  readonly changed: number;
  readonly fault: boolean;
  /** Whether a silence was announced now. */
  readonly silent: boolean;
  /** Whether it is silent, announced now or before. */
  readonly isSilent: boolean;
};

/** Until when hosts are not to be asked, by what they answered in this run. */
export type Waits = Map<string, string>;

/** One look at a watched document: what is new is read and taken, what has waited long enough is told, and a silence is announced. */
export async function watchDocument(
  platform: string,
  document: TermsDocument,
  before: TermsReading | undefined,
  waits: Waits,
  deps: Deps,
): Promise<Watched> {
  const { store, now, terms } = deps;
  const at = now().toISOString();
  const actor = { by: MACHINE, at };
  const watchedSince = before?.watchedSince ?? at;
  const outcomes: Taken[] = [];
  const read = terms && mayAsk(document, before, waits, at) ? await readDocument(platform, document, before, { terms, waits, deps }) : undefined;
  for (const [i, version] of (read?.versions ?? []).entries()) {
    const stoodUntil = read?.versions[i + 1]?.recordedAt;
    const { kept, fault } = await keepVersion(platform, document, version, terms as TermsClient, deps);
    outcomes.push(fault ? { fault } : await takeKept(platform, document.id, { ...kept, stoodUntil }, actor, deps));
  }
  const state = await store.findTerms(platform, document.id);
  if (state && isRipe(state, at)) outcomes.push(await retake(platform, state, deps));
  const silent = await again(async () => {
    const head = await store.findHead(platform);
    if (!head?.terms?.some(({ id }) => id === document.id)) return false;
    const step = announceSilence(head, { document, before: await store.findTerms(platform, document.id), watchedSince }, actor, deps);
    if (step.events.length > 0) await store.commit({ from: head, ...step });
    return step.events.length > 0;
  });
  const fault = outcomes.find((one) => one.fault)?.fault ?? read?.fault;
  await recordLook({ platform, document: document.id, watchedSince }, { before, read, fault, at, deps });
  return {
    taken: outcomes.filter(({ outcome }) => outcome).length,
    changed: outcomes.filter(({ outcome }) => outcome?.kind === 'changed').length,
    fault: fault !== undefined || (read === undefined && before?.fault !== undefined),
    silent,
    isSilent: isSilent({ heardAt: (await store.findTerms(platform, document.id))?.watch.heardAt ?? watchedSince }, at),
  };
}

/** A clock that was put back makes nobody wait longer than they were asked to. */
function mayAsk({ endpoint }: TermsDocument, before: TermsReading | undefined, waits: Waits, at: string): boolean {
  const isOver = (until: string | undefined, since: string | undefined) => until === undefined || until <= at || (since ?? '') > at;
  const host = endpoint === undefined ? undefined : new URL(endpoint).host;
  return isOver(before?.notBefore, before?.triedAt) && (host === undefined || isOver(waits.get(host), undefined));
}

async function readDocument(
  platform: string,
  document: TermsDocument,
  before: TermsReading | undefined,
  { terms, waits, deps }: { terms: TermsClient; waits: Waits; deps: Deps },
): Promise<TermsAnswer> {
  const state = await deps.store.findTerms(platform, document.id);
  const answer = await terms.read({ document, newest: state?.newest, tag: state?.newest && before?.tag, now: deps.now() });
  // Who is asked to wait asks nothing else of that host.
  if (answer.fault && answer.notBefore !== undefined && document.endpoint !== undefined) waits.set(new URL(document.endpoint).host, answer.notBefore);
  return answer;
}

/** Whether what waits, or is in doubt, may have stood for long enough. */
function isRipe({ watch }: TermsState, at: string): boolean {
  const due = dueAt(watch);
  return due !== undefined && Date.parse(due) <= Date.parse(at);
}

async function retake(platform: string, { document, newest }: TermsState, deps: Deps): Promise<Taken> {
  const text = newest && (await readCaptureText(newest.sha256, deps));
  if (!newest || text === undefined) return { fault: { code: 'erased', detail: 'the text that was to be compared is not in the archive any more' } };
  return takeKept(platform, document, { version: { ...newest, text } }, { by: MACHINE, at: deps.now().toISOString() }, deps);
}

type Look = { before: TermsReading | undefined; read: TermsAnswer | undefined; fault: AnswerFault | undefined; at: string; deps: Deps };

/** So that a person can see when it was read, and what keeps it from being read. */
async function recordLook(
  named: Pick<TermsReading, 'platform' | 'document' | 'watchedSince'>,
  { before, read, fault, at, deps }: Look,
): Promise<void> {
  if (!read && !fault && before) return;
  const isSame = fault !== undefined && before?.fault?.code === fault.code;
  const times = isSame ? (before?.fault?.times ?? 0) + 1 : 1;
  const readAt = read && !fault ? at : before?.readAt;
  await deps.store.recordReading(before, {
    ...named,
    ...(read ? { triedAt: at } : before?.triedAt !== undefined && { triedAt: before.triedAt }),
    ...(readAt !== undefined && { readAt }),
    // After a fault the whole is asked for again.
    ...(!fault && read?.tag && { tag: read.tag }),
    ...(read?.notBefore !== undefined && { notBefore: read.notBefore }),
    ...(fault && { fault: { ...fault, at, since: isSame ? (before?.fault?.since ?? at) : at, times } }),
  });
}
