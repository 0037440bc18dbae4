import { gunzipSync, gzipSync } from 'node:zlib';
import { hashOf } from '../../domain/facts/hash.ts';
import { findMissing } from '../../domain/policy/check-exports.ts';
import { findReasonToWithhold, toWithheldKey } from '../../domain/policy/check-revision.ts';
import { findUnsealed } from '../../domain/policy/check-seals.ts';
import { nextRevisionAt, numberRevision, type PolicyContent, type PolicyDocument, readPolicy } from '../../domain/policy/document.ts';
import { toOpaFiles } from '../../domain/policy/opa.ts';
import { writeExports } from '../../domain/policy/write-exports.ts';
import { isInForce } from '../../domain/record/decision.ts';
import { again } from '../../store/again.ts';
import type { PolicyMark } from '../../store/policy.ts';
import type { Deps } from '../runtime/deps.ts';
import { signBundle } from './sign-bundle.ts';

const DAY_MS = 86_400_000;
const KEPT_DAYS = 60;
/** What is held back is looked at again so often. */
const RETRY_MS = 3_600_000;
/** The document that the exports of a revision were written from, beside them. */
const DOCUMENT = 'document';

export type Made = 'made' | 'unchanged' | 'withheld';

/** Makes the policy edition that the record asks for now. Two makers at once make one. */
export function makePolicy(deps: Deps): Promise<Made> {
  return again(() => makeOnce(deps));
}

async function makeOnce(deps: Deps): Promise<Made> {
  const { store, now, newId } = deps;
  const mark = await store.findPolicyMark();
  const records = await store.listPolicyRecords();
  const at = now().toISOString();
  const content = readPolicy(records, at);
  const remakeAt = nextRevisionAt(records, at);
  const before = mark?.current && (await readDocument(mark.current.place, deps));
  const current = mark?.current;
  if (before && current && isSame(before, content) && Date.parse(at) < Date.parse(current.dataAsOf) + DAY_MS) {
    const daily = new Date(Date.parse(current.dataAsOf) + DAY_MS).toISOString();
    const due = remakeAt < daily ? remakeAt : daily;
    if (due !== mark.remakeAt || mark.withheld) await store.setPolicyMark(mark, { current, remakeAt: due });
    return 'unchanged';
  }

  const document = numberRevision(content, (current?.number ?? 0) + 1, at);
  const unsealed = await findAnyUnsealed(content, deps);
  if (unsealed) return withhold(mark, unsealed, content, at, deps);
  const doubt = findReasonToWithhold(before, content, await findEnded(before, content, at, deps));
  if (doubt && !hasHeldForADay(mark, doubt, content, at)) return withhold(mark, doubt, content, at, deps);
  const files = toOpaFiles(document);
  const written = writeExports(document);
  const missing = findMissing(document, written, files.map(({ text }) => text).join('\n'));
  if (missing) return withhold(mark, missing, content, at, deps);
  const bundle = await signBundle(files, deps);
  if (typeof bundle === 'string') return withhold(mark, bundle, content, at, deps);

  const place = newId('pol');
  const exports = new Map<string, Uint8Array>([['opa-bundle', bundle]]);
  for (const [name, text] of [...written, [DOCUMENT, JSON.stringify(document)] as const]) exports.set(name, gzipSync(text));
  await store.recordExports(place, exports, Math.floor(Date.parse(at) / 1000) + KEPT_DAYS * 86_400);
  const { revision, dataAsOf, freshUntil } = document;
  await store.setPolicyMark(mark, { current: { revision, number: (current?.number ?? 0) + 1, dataAsOf, freshUntil, place }, remakeAt });
  return 'made';
}

/** The last good revision stays; since when it should have been another is said with the reason. */
async function withhold(mark: PolicyMark | undefined, reason: string, content: PolicyContent, at: string, { store, report }: Deps): Promise<Made> {
  const key = toWithheldKey(content);
  const isKnown = mark?.withheld?.key === key && mark.withheld.reason === reason;
  const since = isKnown ? (mark.withheld?.since ?? at) : at;
  const remakeAt = new Date(Date.parse(at) + RETRY_MS).toISOString();
  await store.setPolicyMark(mark, { ...(mark?.current && { current: mark.current }), remakeAt, withheld: { since, reason, key } });
  if (!isKnown) report({ job: 'renew-policy', platform: '*', attempts: 1, error: new WithheldExport(reason) });
  return 'withheld';
}

/** The revision that should stand did not pass its own checks. */
class WithheldExport extends Error {
  override name = 'WithheldExport';
}

/** Bands that moved and are still there a day later are no glitch; blocks that are gone without a reason never go out. */
function hasHeldForADay(mark: PolicyMark | undefined, doubt: string, content: PolicyContent, at: string): boolean {
  const { withheld } = mark ?? {};
  if (!withheld || !doubt.startsWith('the bands') || withheld.reason !== doubt || withheld.key !== toWithheldKey(content)) return false;
  return Date.parse(at) - Date.parse(withheld.since) >= DAY_MS;
}

function isSame({ rulings, platforms }: PolicyDocument, content: PolicyContent): boolean {
  return hashOf({ rulings, platforms }) === hashOf(content);
}

async function readDocument(place: string, { store }: Deps): Promise<PolicyDocument | undefined> {
  const bytes = await store.readExport(place, DOCUMENT);
  return bytes && JSON.parse(gunzipSync(bytes).toString('utf8'));
}

/** Decisions that bound in the last revision and have ended by their own items, or stand back behind a later one of their platform. */
async function findEnded(before: PolicyContent | undefined, after: PolicyContent, at: string, { store }: Deps): Promise<Set<string>> {
  const standing = new Map(after.rulings.map(({ platform, id }) => [platform, id]));
  const ended = new Set<string>();
  for (const { platform, id } of before?.rulings ?? []) {
    const successor = standing.get(platform);
    if (successor === id) continue;
    const [decision, progress] = await Promise.all([store.findDecision(platform, id), store.findProgress(platform, id)]);
    if (successor !== undefined || (decision && progress && !isInForce(decision, progress, at))) ended.add(id);
  }
  return ended;
}

/** A head that was changed behind the API's back blocks nothing and lifts nothing. */
async function findAnyUnsealed({ rulings }: PolicyContent, { store }: Deps): Promise<string | undefined> {
  for (const ruling of rulings) {
    const { platform, id } = ruling;
    const unsealed = findUnsealed(ruling, await store.findDecision(platform, id), await store.findProgress(platform, id));
    if (unsealed !== undefined) return unsealed;
  }
  return undefined;
}
