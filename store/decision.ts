import * as z from 'zod';
import { Platform } from '../domain/facts/platform.ts';
import { Decision, hashOfDecision } from '../domain/record/decision.ts';
import { type Decided, DecisionProgress } from '../domain/record/decision-progress.ts';
import { withUnknown } from '../domain/record/unknown-members.ts';
import { DECISION, DECISION_CHANGE, decisionKey, HEAD_PREFIX, headKey, progressKey } from './keys.ts';
import { RecordBroken } from './record-broken.ts';
import { stored, storedAt, toItem } from './stored.ts';
import { demandWhole, type Found, getItem, getItems, type Item, query, type Table } from './table.ts';
import type { Unreadable } from './unreadable.ts';

export function toDecisionItem(decision: Decision): Item {
  return toItem(Decision, decision, decisionKey(decision.platform, decision.id));
}

export function toProgressItem(progress: DecisionProgress): Item {
  const { platform, decision } = progress;
  const place = { decisionPk: DECISION, decisionSk: placeOf({ platform, id: decision }) };
  return toItem(DecisionProgress, progress, { ...progressKey(platform, decision), ...place });
}

/** Where a decision stands in a list: ids are ULIDs, so their order is time's. */
export function placeOf({ platform, id }: Pick<Decision, 'platform' | 'id'>): string {
  return `${id}#${platform}`;
}

function namesIn(place: string): [platform: string, decision: string] {
  const end = place.indexOf('#');
  return [place.slice(end + 1), place.slice(0, end)];
}

const readDecisionInPlace = storedAt(Decision, ({ platform, id }) => decisionKey(platform, id));

/** A decision whose words are not those of the hash that people approved is not believed. */
export function readDecision(item: Readonly<Record<string, unknown>>): Decision {
  const decision = readDecisionInPlace(item);
  const { id, hash } = decision;
  // Members of another release may lie beside those that were hashed, or be hashed with them.
  const isOfHash = [decision, withUnknown(decision) as Decision].some((one) => hashOfDecision(...toHashed(one)) === hash);
  if (!isOfHash) throw new RecordBroken(decisionKey(decision.platform, id), 'it does not have the hash that it carries');
  return decision;
}

function toHashed({ id: _, platform, grounds, hash: __, proposedBy: ___, proposedAt: ____, ...proposal }: Decision) {
  return [platform, proposal, grounds] as const;
}

export const readProgress = storedAt(DecisionProgress, ({ platform, decision }) => progressKey(platform, decision));

export function findDecision(table: Table, platform: string, id: string): Promise<Decision | undefined> {
  return getItem(table, decisionKey(platform, id), readDecision);
}

export function findProgress(table: Table, platform: string, id: string): Promise<DecisionProgress | undefined> {
  return getItem(table, progressKey(platform, id), readProgress);
}

type Part = Decision | DecisionProgress;
const PROGRESS = progressKey('', '').sk;
const readPart = (item: Readonly<Record<string, unknown>>): Part => (String(item.sk).startsWith(PROGRESS) ? readProgress(item) : readDecision(item));

function join(parts: readonly Part[]): Decided[] {
  const progressOf = new Map(parts.flatMap((part) => ('approvals' in part ? [[part.decision, part] as const] : [])));
  return parts.flatMap((part) => {
    const progress = 'approvals' in part ? undefined : progressOf.get(part.id);
    return 'approvals' in part || !progress ? [] : [{ decision: part, progress }];
  });
}

const keysOf = (platform: string, id: string) => [decisionKey(platform, id), progressKey(platform, id)];

/** Both items in one read. */
export async function findDecided(table: Table, platform: string, id: string): Promise<Decided | undefined> {
  return join(demandWhole(await getItems(table, keysOf(platform, id), readPart)))[0];
}

const readProfiled = stored(z.object({ profile: Platform, terms: z.array(z.unknown()).optional() }));

/** With the profile that its platform has now, and whether its terms are watched: all that may change in a memo, in one read. */
export async function findDecidedWithProfile(
  table: Table,
  platform: string,
  id: string,
): Promise<(Decided & { profile: Platform; isWatched: boolean }) | undefined> {
  const read = (item: Readonly<Record<string, unknown>>) => (item.sk === HEAD_PREFIX ? readProfiled(item) : readPart(item));
  const items = demandWhole(await getItems(table, [headKey(platform), ...keysOf(platform, id)], read));
  const [decided] = join(items.flatMap((item) => ('profile' in item ? [] : [item])));
  const head = items.find((item) => 'profile' in item);
  return decided && head && { ...decided, profile: head.profile, isWatched: head.terms !== undefined };
}

type Page = { readonly limit: number; readonly after?: string | undefined };
type DecisionPage = { readonly decisions: Decided[]; readonly setAside: Unreadable[]; readonly next: string | undefined };

/** Decisions with what became of them, newest first, after the place named; of all platforms, or of one. */
export function listDecisions(table: Table, { platform, ...page }: Page & { readonly platform?: string | undefined }): Promise<DecisionPage> {
  return platform === undefined ? listAll(table, page) : listOfPlatform(table, platform, page);
}

async function listAll(table: Table, { limit, after }: Page): Promise<DecisionPage> {
  const { items, next } = await query(
    table,
    {
      IndexName: 'decisions',
      KeyConditionExpression: 'decisionPk = :decision',
      values: { ':decision': DECISION },
      ScanIndexForward: false,
      Limit: limit,
      after: after === undefined ? undefined : ({ ...progressKey(...namesIn(after)), decisionPk: DECISION, decisionSk: after } as Item),
    },
    ({ decisionSk }) => String(decisionSk),
  );
  const keys = items.flatMap((place) => keysOf(...namesIn(place)));
  return { ...joinFound(await getItems(table, keys, readPart)), next: next && String(next.decisionSk) };
}

/** From the platform's own partition: no index to be behind, and no other platform's decisions on the way. */
async function listOfPlatform(table: Table, platform: string, { limit, after }: Page): Promise<DecisionPage> {
  const { pk, sk } = decisionKey(platform, '');
  const { items, setAside, next } = await query(
    table,
    {
      KeyConditionExpression: 'pk = :pk AND begins_with(sk, :decision)',
      values: { ':pk': pk, ':decision': sk },
      ScanIndexForward: false,
      ConsistentRead: true,
      Limit: limit,
      after: after === undefined ? undefined : decisionKey(...namesIn(after)),
    },
    readDecision,
  );
  const progress = await getItems(
    table,
    items.map(({ id }) => progressKey(platform, id)),
    readProgress,
  );
  const found = joinFound({ items: [...items, ...progress.items], setAside: [...setAside, ...progress.setAside] });
  return { ...found, next: next && placeOf({ platform, id: next.sk.slice(sk.length) }) };
}

const joinFound = ({ items, setAside }: Found<Part>) => ({ decisions: join(items), setAside });

/** Platforms with a decision that time has changed by now, longest due first, after the place named. */
export async function listDueDecisions(
  table: Table,
  { now, limit, after }: { now: string; limit: number; after?: string | undefined },
): Promise<{ platforms: string[]; next: string | undefined }> {
  const platformOf = (place: string) => place.slice(place.indexOf('#') + 1);
  const { items, next } = await query(
    table,
    {
      IndexName: 'moves',
      KeyConditionExpression: 'movePk = :change AND moveSk < :now',
      // `~` sorts behind every platform's name, so that what is due at this very instant is included.
      values: { ':change': DECISION_CHANGE, ':now': `${now}#~` },
      Limit: limit,
      after: after === undefined ? undefined : ({ ...headKey(platformOf(after)), movePk: DECISION_CHANGE, moveSk: after } as Item),
    },
    ({ moveSk }) => platformOf(String(moveSk)),
  );
  return { platforms: items, next: next && String(next.moveSk) };
}
