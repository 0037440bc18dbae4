import { keepCapture } from '../../../domain/record/keep-capture.ts';
import type { Actor } from '../../../domain/record/step.ts';
import { type TermsFacts, takeTerms } from '../../../domain/record/terms/take-terms.ts';
import type { TermsState } from '../../../domain/record/terms/terms-state.ts';
import { listStandingQuotes } from '../../../domain/watch/standing-quotes.ts';
import type { Outcome } from '../../../domain/watch/take-version.ts';
import type { VersionName } from '../../../domain/watch/watch-state.ts';
import { again } from '../../../store/again.ts';
import type { Deps } from '../deps.ts';
import { readCaptureText } from './read-capture-text.ts';
import type { AnswerFault } from './terms-client.ts';

/** A version whose text lies in the vault already; `capture` is its manifest where that is not recorded yet. */
export type KeptVersion = Pick<TermsFacts, 'version' | 'capture' | 'stoodUntil'>;

export type Taken = { readonly outcome?: Outcome; readonly fault?: AnswerFault };

/**
 * Takes a version of a watched document into the record. What others wrote meanwhile is read again, so that a version is taken once however
 * many runs bring it; one that is no longer watched, or older than what is known, changes nothing.
 */
export function takeKept(platform: string, documentId: string, kept: KeptVersion, actor: Actor, deps: Deps): Promise<Taken> {
  return again(() => takeOnce(platform, documentId, kept, actor, deps));
}

async function takeOnce(
  platform: string,
  documentId: string,
  { version, capture, stoodUntil }: KeptVersion,
  actor: Actor,
  deps: Deps,
): Promise<Taken> {
  const { store } = deps;
  const head = await store.findHead(platform);
  const document = head?.terms?.find(({ id }) => id === documentId);
  if (!head || !document) return {};
  const before = await store.findTerms(platform, documentId);
  const fault = findFault(before, version);
  if (fault) return { fault };
  const isKnown = capture === undefined || (await store.findCapture(platform, capture.capture)) !== undefined;
  if (before?.newest && isOlder(version, before.newest)) {
    if (!isKnown && capture) await store.commit({ from: head, ...keepCapture(head, capture, actor, deps) });
    return {};
  }
  const revision = head.approved ? await store.findApproved(platform, head.approved) : undefined;
  const baseline = before?.watch.baseline && (await readCaptureText(before.watch.baseline.sha256, deps));
  const { outcome, ...step } = takeTerms(
    head,
    {
      ...{ document, before, baseline, version, stoodUntil },
      quotes: revision ? listStandingQuotes(revision.assessment, documentId) : [],
      ...(!isKnown && { capture }),
    },
    actor,
    deps,
  );
  if (step.events.length > 0) await store.commit({ from: head, ...step });
  return { outcome };
}

const isOlder = (version: VersionName, newest: VersionName) => Date.parse(version.recordedAt) < Date.parse(newest.recordedAt);

/** A version is named for good: the same name with another text is no version that can be compared. */
function findFault(before: TermsState | undefined, { version, sha256 }: VersionName): AnswerFault | undefined {
  const { baseline, waiting, suspect } = before?.watch ?? {};
  const known = [before?.newest, baseline, waiting, suspect].find((one) => one?.version === version);
  if (!known || known.sha256 === sha256) return undefined;
  return { code: 'same-version-other-text', detail: 'a version that is known already has come with another text' };
}
