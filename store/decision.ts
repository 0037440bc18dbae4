import * as z from 'zod';
import { Platform } from '../domain/facts/platform.ts';
import { Decision } from '../domain/record/decision.ts';
import { type Decided, DecisionProgress } from '../domain/record/decision-progress.ts';
import { DECISION, DECISION_CHANGE, decisionKey, headKey, progressKey } from './keys.ts';
import { getItem, getItems, type Item, query, type Table } from './table.ts';

export function toDecisionItem(decision: Decision): Item {
  return { ...decision, ...decisionKey(decision.platform, decision.id) };
}

export function toProgressItem(progress: DecisionProgress): Item {
  const { platform, decision } = progress;
  return { ...progress, ...progressKey(platform, decision), decisionPk: DECISION, decisionSk: placeOf({ platform, id: decision }) };
}

/** Where a decision stands in a list: ids are ULIDs, so their order is time's. */
export function placeOf({ platform, id }: Pick<Decision, 'platform' | 'id'>): string {
  return `${id}#${platform}`;
}

function namesIn(place: string): [platform: string, decision: string] {
  const end = place.indexOf('#');
  return [place.slice(end + 1), place.slice(0, end)];
}

const StoredDecision = z
  .object({ ...Decision.shape, pk: z.string(), sk: z.string() })
  .transform(({ pk: _, sk: __, ...decision }) => Decision.parse(decision));

export function findDecision(table: Table, platform: string, id: string): Promise<Decision | undefined> {
  return getItem(table, decisionKey(platform, id), StoredDecision);
}

export function findProgress(table: Table, platform: string, id: string): Promise<DecisionProgress | undefined> {
  return getItem(table, progressKey(platform, id), DecisionProgress);
}

const Part = z.union([DecisionProgress, StoredDecision]);

function join(parts: readonly z.infer<typeof Part>[]): Decided[] {
  const progressOf = new Map(parts.flatMap((part) => ('approvals' in part ? [[part.decision, part] as const] : [])));
  return parts.flatMap((part) => {
    const progress = 'approvals' in part ? undefined : progressOf.get(part.id);
    return 'approvals' in part || !progress ? [] : [{ decision: part, progress }];
  });
}

const keysOf = (platform: string, id: string) => [decisionKey(platform, id), progressKey(platform, id)];

/** Both items in one read. */
export async function findDecided(table: Table, platform: string, id: string): Promise<Decided | undefined> {
  return join(await getItems(table, keysOf(platform, id), Part))[0];
}

const Profiled = z.object({ profile: Platform });

/** With the profile that its platform has now: all that may change in a memo, in one read. */
export async function findDecidedWithProfile(table: Table, platform: string, id: string): Promise<(Decided & { profile: Platform }) | undefined> {
  const items = await getItems(table, [headKey(platform), ...keysOf(platform, id)], Part.or(Profiled));
  const [decided] = join(items.flatMap((item) => ('profile' in item ? [] : [item])));
  const profile = items.flatMap((item) => ('profile' in item ? [item.profile] : []))[0];
  return decided && profile && { ...decided, profile };
}

type Page = { readonly limit: number; readonly after?: string | undefined };
type DecisionPage = { readonly decisions: Decided[]; readonly next: string | undefined };

const Place = z.object({ decisionSk: z.string() });

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
    Place,
  );
  const keys = items.flatMap(({ decisionSk }) => keysOf(...namesIn(decisionSk)));
  return { decisions: join(await getItems(table, keys, Part)), next: next && items.at(-1)?.decisionSk };
}

/** From the platform's own partition: no index to be behind, and no other platform's decisions on the way. */
async function listOfPlatform(table: Table, platform: string, { limit, after }: Page): Promise<DecisionPage> {
  const { pk, sk } = decisionKey(platform, '');
  const { items, next } = await query(
    table,
    {
      KeyConditionExpression: 'pk = :pk AND begins_with(sk, :decision)',
      values: { ':pk': pk, ':decision': sk },
      ScanIndexForward: false,
      ConsistentRead: true,
      Limit: limit,
      after: after === undefined ? undefined : decisionKey(...namesIn(after)),
    },
    StoredDecision,
  );
  const keys = items.map(({ id }) => progressKey(platform, id));
  const last = items.at(-1);
  return { decisions: join([...items, ...(await getItems(table, keys, DecisionProgress))]), next: next && last && placeOf(last) };
}

const Due = z.object({ moveSk: z.string() });

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
    Due,
  );
  return { platforms: items.map(({ moveSk }) => platformOf(moveSk)), next: next && items.at(-1)?.moveSk };
}
