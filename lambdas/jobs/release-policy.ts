import { gunzipSync } from 'node:zlib';
import type { PolicyDocument } from '../../domain/policy/document.ts';
import { type ExportName, policyExports } from '../../domain/policy/exports.ts';
import { again } from '../../store/again.ts';
import { isTimely, type PolicyMark } from '../../store/policy.ts';
import { type Unreadable, unlessUnreadable } from '../../store/unreadable.ts';
import { cloudDeps } from '../runtime/cloud/deps.ts';
import type { Deps } from '../runtime/deps.ts';
import { onSchedule, type ScheduledJob } from '../runtime/job.ts';
import { readDocument } from './policy-document.ts';
import { withhold } from './withhold.ts';

type Candidate = NonNullable<PolicyMark['candidate']>;

/**
 * Lets the candidate out that a maker has left, or holds it back. It is served from the one write that makes it current: until then it is
 * nothing but items in a place of their own, and whoever dies in between leaves the candidate for the next run.
 */
export const releasePolicy: ScheduledJob = async function releasePolicy(deps) {
  const outcome = await again(() => releaseOnce(deps));
  return { released: Number(outcome === 'released'), refused: Number(outcome === 'refused') };
};

async function releaseOnce(deps: Deps): Promise<'released' | 'refused' | 'nothing'> {
  const { store, now } = deps;
  const mark = await store.findPolicyMark();
  const { current, candidate } = mark ?? {};
  if (!mark || !candidate) return 'nothing';
  const at = now();
  const { after: _, since: __, ...written } = candidate;
  if (!isTimely(mark)) {
    await store.setPolicyMark(mark, { ...(current && { current }), remakeAt: at.toISOString() });
    return 'nothing';
  }
  const document = await unlessUnreadable(readDocument(candidate, deps), []);
  const reason = document
    ? await findReason(candidate, document, at, deps)
    : 'the document that the exports were written from is not what was written';
  if (reason !== undefined) {
    await withhold(mark, reason, document, at.toISOString(), deps);
    return 'refused';
  }
  await store.setPolicyMark(mark, { current: written, remakeAt: mark.remakeAt });
  return 'released';
}

/** Every form as it would be served, read from its place under its seal, and asked. */
async function findReason(candidate: Candidate, document: PolicyDocument, at: Date, { store }: Deps): Promise<string | undefined> {
  const texts = new Map<ExportName, string>();
  let bundle: Uint8Array = new Uint8Array();
  const forms = await Promise.all(
    policyExports
      .flatMap(({ forms }) => forms)
      .map(async ({ name }) => {
        const changed: Unreadable[] = [];
        return { name, bytes: await unlessUnreadable(store.readExport(candidate, name), changed), changed };
      }),
  );
  for (const { name, bytes, changed } of forms) {
    if (!bytes) return changed.length > 0 ? `${name} is not what was written` : `${name} was not written`;
    if (name === 'opa-bundle') bundle = bytes;
    else texts.set(name as ExportName, gunzipSync(bytes).toString('utf8'));
  }
  // Loaded where there is something to ask alone: most runs find nothing.
  const { askExports } = await import('./asked-back/ask-exports.ts');
  return askExports({ document, bundle, texts, at });
}

export const handler = onSchedule(releasePolicy, cloudDeps());
