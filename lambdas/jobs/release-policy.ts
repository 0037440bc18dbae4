import { gunzipSync } from 'node:zlib';
import { hashOfText } from '../../domain/facts/hash.ts';
import type { PolicyDocument } from '../../domain/policy/document.ts';
import { type ExportName, policyExports } from '../../domain/policy/exports.ts';
import type { Seals } from '../../domain/record/event.ts';
import { MACHINE } from '../../domain/record/machine.ts';
import { draftEvent } from '../../domain/record/step.ts';
import { again } from '../../store/again.ts';
import { hashOfBytes } from '../../store/hash-of-bytes.ts';
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
  const asked = document ? await askBack(candidate, document, at, deps) : 'the document that the exports were written from is not what was written';
  if (typeof asked === 'string') {
    await withhold(mark, asked, document, at.toISOString(), deps);
    return 'refused';
  }
  const { revision, dataAsOf, freshUntil } = written;
  const by = { by: MACHINE, at: at.toISOString() };
  const event = draftEvent('policy.released', { revision, dataAsOf, freshUntil, documents: asked.documents }, by, deps);
  await store.recordRelease({ from: mark, to: { current: written, remakeAt: mark.remakeAt }, revision }, event);
  return 'released';
}

/** Every form as it would be served, read from its place under its seal, and asked: the SHA-256 of each, or why the revision is held back. */
async function askBack(candidate: Candidate, document: PolicyDocument, at: Date, { store }: Deps): Promise<string | { readonly documents: Seals }> {
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
  const reason = await askExports({ document, bundle, texts, at });
  return (
    reason ?? { documents: { 'opa-bundle': hashOfBytes(bundle), ...Object.fromEntries([...texts].map(([name, text]) => [name, hashOfText(text)])) } }
  );
}

export const handler = onSchedule(releasePolicy, cloudDeps());
