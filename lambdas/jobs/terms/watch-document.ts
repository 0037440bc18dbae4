import type { TermsDocument } from '../../../domain/facts/terms-document.ts';
import { MACHINE } from '../../../domain/record/machine.ts';
import type { Actor } from '../../../domain/record/step.ts';
import { announceSilence } from '../../../domain/record/terms/take-terms.ts';
import type { TermsState } from '../../../domain/record/terms/terms-state.ts';
import { dueAt, isSilent } from '../../../domain/watch/watch-state.ts';
import { again } from '../../../store/again.ts';
import { hashOfBytes } from '../../../store/hash-of-bytes.ts';
import type { TermsReading } from '../../../store/terms-reading.ts';
import type { Deps } from '../../runtime/deps.ts';
import { readCaptureText } from '../../runtime/terms/read-capture-text.ts';
import { type Taken, takeKept } from '../../runtime/terms/take-version.ts';
import type { AnswerFault, ReadVersion, TermsAnswer, TermsClient } from '../../runtime/terms/terms-client.ts';
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
  const known = await store.findTerms(platform, document.id);
  const read = terms && mayAsk(document, before, waits, at) ? await readDocument(document, before, known, { terms, waits, deps }) : undefined;
  const versions = read?.versions ?? [];
  for (const [i, version] of versions.entries()) {
    if (i === versions.length - 1 && (await isTaken(version, known, deps))) continue;
    const stoodUntil = versions[i + 1]?.recordedAt;
    const { kept, fault } = await keepVersion(platform, document, version, terms as TermsClient, deps);
    outcomes.push(fault ? { fault } : await takeKept(platform, document.id, { ...kept, stoodUntil }, actor, deps));
  }
  const latest = () => store.findTerms(platform, document.id);
  let state = outcomes.length > 0 ? await latest() : known;
  if (state && isRipe(state, at)) {
    outcomes.push(await retake(platform, state, deps));
    state = await latest();
  }
  const heardAt = state?.watch.heardAt ?? watchedSince;
  const isQuiet = isSilent({ heardAt }, at);
  const silent = isQuiet && state?.watch.silenceToldOf !== heardAt && (await tellSilence(platform, document, watchedSince, actor, deps));
  const fault = outcomes.find((one) => one.fault)?.fault ?? read?.fault;
  await recordLook({ platform, document: document.id, watchedSince }, { before, read, fault, at, deps });
  return {
    taken: outcomes.filter(({ outcome }) => outcome).length,
    changed: outcomes.filter(({ outcome }) => outcome?.kind === 'changed').length,
    fault: fault !== undefined || (read === undefined && before?.fault !== undefined),
    silent,
    isSilent: isQuiet,
  };
}

/** A clock that was put back makes nobody wait longer than they were asked to. */
function mayAsk({ endpoint }: TermsDocument, before: TermsReading | undefined, waits: Waits, at: string): boolean {
  const isOver = (until: string | undefined, since: string | undefined) => until === undefined || until <= at || (since ?? '') > at;
  const host = endpoint === undefined ? undefined : new URL(endpoint).host;
  return isOver(before?.notBefore, before?.triedAt) && (host === undefined || isOver(waits.get(host), undefined));
}

async function readDocument(
  document: TermsDocument,
  before: TermsReading | undefined,
  state: TermsState | undefined,
  { terms, waits, deps }: { terms: TermsClient; waits: Waits; deps: Deps },
): Promise<TermsAnswer> {
  const answer = await terms.read({ document, newest: state?.newest, tag: state?.newest && before?.tag, now: deps.now() });
  // Who is asked to wait asks nothing else of that host.
  if (answer.fault && answer.notBefore !== undefined && document.endpoint !== undefined) waits.set(new URL(document.endpoint).host, answer.notBefore);
  return answer;
}

/**
 * Whether a version, behind which none has come, is the one that was taken last, with the same bytes. Until it has stood for long enough it says
 * nothing new, however often it is read; an erased one does.
 */
async function isTaken({ version, recordedAt, content }: ReadVersion, state: TermsState | undefined, { vault }: Deps): Promise<boolean> {
  const newest = state?.newest;
  if (newest?.version !== version || newest.recordedAt !== recordedAt || newest.sha256 !== hashOfBytes(Buffer.from(content))) return false;
  return (await vault.findKey(newest.sha256))?.wrapped !== undefined;
}

/** Whether a silence was announced now: what others wrote meanwhile is read again. */
function tellSilence(platform: string, document: TermsDocument, watchedSince: string, actor: Actor, deps: Deps): Promise<boolean> {
  const { store } = deps;
  return again(async () => {
    const head = await store.findHead(platform);
    if (!head?.terms?.some(({ id }) => id === document.id)) return false;
    const step = announceSilence(head, { document, before: await store.findTerms(platform, document.id), watchedSince }, actor, deps);
    if (step.events.length > 0) await store.commit({ from: head, ...step });
    return step.events.length > 0;
  });
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
