import { gzipSync } from 'node:zlib';
import { hashOf } from '../../domain/facts/hash.ts';
import { findMissing } from '../../domain/policy/check-exports.ts';
import { findReasonToWithhold, toWithheldKey } from '../../domain/policy/check-revision.ts';
import { findUnsealed } from '../../domain/policy/check-seals.ts';
import { nextRevisionAt, numberRevision, type PolicyContent, type PolicyDocument, readPolicy } from '../../domain/policy/document.ts';
import { keepLast } from '../../domain/policy/keep-last.ts';
import { toOpaFiles } from '../../domain/policy/opa.ts';
import { epochOf, nextNumber } from '../../domain/policy/revision-number.ts';
import { writeExports } from '../../domain/policy/write-exports.ts';
import { isAfter, isInForce } from '../../domain/record/decision.ts';
import type { Head } from '../../domain/record/head.ts';
import { again } from '../../store/again.ts';
import { isTimely, type PolicyMark } from '../../store/policy.ts';
import { type Unreadable, unlessUnreadable } from '../../store/unreadable.ts';
import type { Deps } from '../runtime/deps.ts';
import { DOCUMENT, readDocument } from './policy-document.ts';
import { signBundle } from './sign-bundle.ts';
import { signExports } from './sign-exports.ts';
import { withhold } from './withhold.ts';

const DAY_MS = 86_400_000;
const KEPT_DAYS = 60;

export type Made = 'made' | 'unchanged' | 'withheld';

/** Makes the policy edition that the record asks for now, as a candidate: `release-policy` lets it out. Two makers at once make one. */
export function makePolicy(deps: Deps): Promise<Made> {
  return again(() => makeOnce(deps));
}

async function makeOnce(deps: Deps): Promise<Made> {
  const { store, now, newId, report } = deps;
  const mark = await store.findPolicyMark();
  const current = mark?.current;
  const forged: Unreadable[] = [];
  const before = current && (await unlessUnreadable(readDocument(current, deps), forged));
  for (const error of forged) report({ job: 'renew-policy', platform: '*', attempts: 1, error });
  const { heads: records, setAside } = await store.listPolicyRecords(platformsOf(before));
  const at = now().toISOString();
  const read = readPolicy(records, at);
  const unreadable = [...setAside, ...(await findUnreadable(read, deps)), ...(await findForged(records, read, before, at, deps))];
  await store.noteSetAside(unreadable, at);
  const aside = unreadable.flatMap(({ platform, key }) => (platform === null ? [] : [{ platform, item: key }]));
  const content = keepLast(read, before, aside, at);
  const kept = content.rulings.filter(({ platform }) => aside.some((one) => one.platform === platform));
  const remakeAt = nextRevisionAt(records, kept, at);
  // After a restore tools hold revisions that the record has lost, and take one of a later epoch alone.
  const isOfEpoch = epochOf(current?.number ?? 0) >= (mark?.epoch ?? 0);
  if (before && current && isOfEpoch && isSame(before, content) && Date.parse(at) < Date.parse(current.dataAsOf) + DAY_MS) {
    const daily = new Date(Date.parse(current.dataAsOf) + DAY_MS).toISOString();
    const due = remakeAt < daily ? remakeAt : daily;
    if (due !== mark.remakeAt || mark.withheld || mark.candidate) await store.setPolicyMark(mark, { current, remakeAt: due });
    return 'unchanged';
  }
  if (mark && (await isWaiting(mark, content, at, deps))) return 'unchanged';

  const number = nextNumber(current?.number ?? 0, mark?.epoch ?? 0);
  const document = numberRevision(content, number, at);
  const held = async (reason: string) => {
    await withhold(mark, reason, content, at, deps);
    return 'withheld' as const;
  };
  const unsealed = await findAnyUnsealed(content, at, deps);
  if (unsealed) return held(unsealed);
  // Without it nothing says what a platform that is set aside keeps.
  if (forged.length > 0 && aside.length > 0) return held('a platform is set aside, and what the last revision said was changed');
  const doubt = findReasonToWithhold(before, content, await findEnded(before, content, at, deps));
  if (doubt && !hasHeldForADay(mark, doubt, content, at)) return held(doubt);
  const files = toOpaFiles(document);
  const written = writeExports(document);
  const missing = findMissing(document, written, files.map(({ text }) => text).join('\n'));
  if (missing) return held(missing);
  const bundle = await signBundle(files, deps);
  if (typeof bundle === 'string') return held(bundle);

  const sent = [...written].map(([name, text]) => [name, Buffer.from(text)] as const);
  const signatures = await signExports(document.revision, new Map<string, Uint8Array>([['opa-bundle', bundle], ...sent]), deps);
  if (typeof signatures === 'string') return held(signatures);

  const place = newId('pol');
  const exports = new Map<string, Uint8Array>([['opa-bundle', bundle]]);
  for (const [name, text] of [...written, [DOCUMENT, JSON.stringify(document)] as const]) exports.set(name, gzipSync(text));
  const seals = await store.recordExports(place, exports, { expiresAt: Math.floor(Date.parse(at) / 1000) + KEPT_DAYS * 86_400, signatures });
  const { revision, dataAsOf, freshUntil } = document;
  const candidate = { revision, number, dataAsOf, freshUntil, place, seals, after: current?.place ?? null, since: mark?.candidate?.since ?? at };
  // What holds the last one back holds until this one is let out.
  await store.setPolicyMark(mark, { ...(current && { current }), candidate, remakeAt, ...(mark?.withheld && { withheld: mark.withheld }) });
  return 'made';
}

/** Whether a revision that says the same is there already, and waits to be let out. */
async function isWaiting(mark: PolicyMark, content: PolicyContent, at: string, deps: Deps): Promise<boolean> {
  const { candidate } = mark;
  if (!candidate || !isTimely(mark) || Date.parse(at) >= Date.parse(candidate.dataAsOf) + DAY_MS) return false;
  const waiting = await unlessUnreadable(readDocument(candidate, deps), []);
  return waiting !== undefined && isSame(waiting, content);
}

/** Bands that moved and are still there a day later are no glitch; blocks that are gone without a reason never go out. */
function hasHeldForADay(mark: PolicyMark | undefined, doubt: string, content: PolicyContent, at: string): boolean {
  const { withheld } = mark ?? {};
  if (!withheld || !doubt.startsWith('the bands') || withheld.reason !== doubt || withheld.key !== toWithheldKey(content)) return false;
  return Date.parse(at) - Date.parse(withheld.since) >= DAY_MS;
}

function isSame({ rulings, platforms, setAside }: PolicyDocument, content: PolicyContent): boolean {
  return hashOf({ rulings, platforms, ...(setAside && { setAside }) }) === hashOf(content);
}

function platformsOf(before: PolicyContent | undefined): string[] {
  const { rulings = [], platforms = [], setAside = [] } = before ?? {};
  return [...new Set([...rulings, ...setAside].map(({ platform }) => platform).concat(platforms.map(({ id }) => id)))];
}

/** Rulings whose decision, or what became of it, cannot be read, so that nothing shows what was approved. */
async function findUnreadable({ rulings }: PolicyContent, { store }: Deps): Promise<Unreadable[]> {
  const found: Unreadable[] = [];
  for (const { platform, id } of rulings) {
    await unlessUnreadable(store.findDecided(platform, id), found);
  }
  return found;
}

/** Decisions that bound in the last revision and have ended by their own items, or stand back behind a later one of their platform. */
async function findEnded(before: PolicyContent | undefined, after: PolicyContent, at: string, { store }: Deps): Promise<Set<string>> {
  const standing = new Map(after.rulings.map(({ platform, id }) => [platform, id]));
  const ended = new Set<string>();
  const aside = new Set(after.setAside?.map(({ platform }) => platform));
  for (const { platform, id, expiresAt } of before?.rulings ?? []) {
    const successor = standing.get(platform);
    if (successor === id) continue;
    const isOver = aside.has(platform) && !isAfter(expiresAt, at);
    if (successor !== undefined || isOver || (await hasEnded(platform, id, at, store))) ended.add(id);
  }
  return ended;
}

/** What cannot be read has not ended. */
async function hasEnded(platform: string, id: string, at: string, store: Deps['store']): Promise<boolean> {
  const decided = await unlessUnreadable(store.findDecided(platform, id), []);
  return decided !== undefined && !isInForce(decided.decision, decided.progress, at);
}

/**
 * Platforms of which the exports would say something new, though no event left their head so. Where what they would say of a decision
 * follows from no event either, that withholds the whole revision.
 */
async function findForged(heads: readonly Head[], read: PolicyContent, before: PolicyContent | undefined, at: string, deps: Deps) {
  const said = new Map(before?.platforms.map((one) => [one.id, hashOf(one)]));
  const moved = new Set(read.platforms.filter((one) => said.get(one.id) !== hashOf(one)).map(({ id }) => id));
  const forged = await deps.store.findUnfollowed(heads.filter(({ platform }) => moved.has(platform)));
  const found: Unreadable[] = [];
  for (const error of forged) {
    const rulings = read.rulings.filter(({ platform }) => platform === error.platform);
    if ((await findAnyUnsealed({ rulings, platforms: [] }, at, deps)) === undefined) found.push(error);
  }
  return found;
}

/** A head that was changed behind the API's back blocks nothing and lifts nothing. */
async function findAnyUnsealed({ rulings, setAside }: PolicyContent, at: string, { store }: Deps): Promise<string | undefined> {
  const aside = new Set(setAside?.map(({ platform }) => platform));
  for (const ruling of rulings) {
    const { platform, id } = ruling;
    // What the last edition said of it was looked at then.
    if (aside.has(platform)) continue;
    const unsealed = findUnsealed(ruling, await store.findDecision(platform, id), await store.listWords(platform, id), at);
    if (unsealed !== undefined) return unsealed;
  }
  return undefined;
}
