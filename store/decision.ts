import * as z from 'zod';
import { Platform } from '../domain/facts/platform.ts';
import { Condition, Decision, Endorsement, Exemption } from '../domain/record/decision.ts';
import { courseKey, DECISION, decisionKey, HEAD_PREFIX, headKey, MOVE } from './keys.ts';
import { stored, storedAt, toItem } from './stored.ts';
import { demandWhole, type Found, getItem, getItems, type Item, query, type Table } from './table.ts';
import type { Unreadable } from './unreadable.ts';

/** Who approved a decision, who ended it, and when time did: what changes about it. */
export const DecisionCourse = z.strictObject({
  platform: z.string(),
  decision: z.string(),
  approvals: z.array(Endorsement),
  revocations: z.array(Endorsement),
});
export type DecisionCourse = z.infer<typeof DecisionCourse>;

/** A decision that has not ended, as the platform's head carries it: all that an export needs. */
export const StandingDecision = z.strictObject({
  ...Decision.pick({ id: true, hash: true, decision: true, scope: true, effectiveAt: true, enforceBy: true, expiresAt: true, consequence: true })
    .shape,
  grounds: Decision.shape.grounds,
  conditions: z.array(Condition.pick({ id: true })).optional(),
  exemptions: z.array(Exemption.pick({ group: true, until: true })).optional(),
  approvals: z.array(Endorsement.pick({ by: true, at: true })),
  revocations: z.array(Endorsement.pick({ by: true, at: true })),
  /** Whether the record says that it has become effective. */
  isEffective: z.boolean(),
});
export type StandingDecision = z.infer<typeof StandingDecision>;

export function toDecisionItem(decision: Decision): Item {
  return toItem(Decision, decision, decisionKey(decision.platform, decision.id));
}

export function toCourseItem(course: DecisionCourse): Item {
  const { platform, decision } = course;
  const place = { decisionPk: DECISION, decisionSk: placeOf({ platform, id: decision }) };
  return toItem(DecisionCourse, course, { ...courseKey(platform, decision), ...place });
}

/** Where a decision stands in a list: ids are ULIDs, so their order is time's. */
export function placeOf({ platform, id }: Pick<Decision, 'platform' | 'id'>): string {
  return `${id}#${platform}`;
}

function namesIn(place: string): [platform: string, decision: string] {
  const end = place.indexOf('#');
  return [place.slice(end + 1), place.slice(0, end)];
}

export const readDecision = storedAt(Decision, ({ platform, id }) => decisionKey(platform, id));
export const readCourse = storedAt(DecisionCourse, ({ platform, decision }) => courseKey(platform, decision));

export function findDecision(table: Table, platform: string, id: string): Promise<Decision | undefined> {
  return getItem(table, decisionKey(platform, id), readDecision);
}

export function findCourse(table: Table, platform: string, id: string): Promise<DecisionCourse | undefined> {
  return getItem(table, courseKey(platform, id), readCourse);
}

/** A decision with what became of it. */
export type Decided = { readonly decision: Decision; readonly course: DecisionCourse };

type Part = Decision | DecisionCourse;
const readPart = (item: Readonly<Record<string, unknown>>): Part => (String(item.sk).startsWith(COURSE) ? readCourse(item) : readDecision(item));
const COURSE = courseKey('', '').sk;

function join(parts: readonly Part[]): Decided[] {
  const courseOf = new Map(parts.flatMap((part) => ('approvals' in part ? [[part.decision, part] as const] : [])));
  return parts.flatMap((part) => {
    const course = 'approvals' in part ? undefined : courseOf.get(part.id);
    return 'approvals' in part || !course ? [] : [{ decision: part, course }];
  });
}

const keysOf = (platform: string, id: string) => [decisionKey(platform, id), courseKey(platform, id)];

/** Both items in one read. */
export async function findDecided(table: Table, platform: string, id: string): Promise<Decided | undefined> {
  return join(demandWhole(await getItems(table, keysOf(platform, id), readPart)))[0];
}

const readProfiled = stored(z.object({ profile: Platform }));

/** With the profile that its platform has now: all that may change in a memo, in one read. */
export async function findDecidedWithProfile(table: Table, platform: string, id: string): Promise<(Decided & { profile: Platform }) | undefined> {
  const read = (item: Readonly<Record<string, unknown>>) => (item.sk === HEAD_PREFIX ? readProfiled(item) : readPart(item));
  const items = demandWhole(await getItems(table, [headKey(platform), ...keysOf(platform, id)], read));
  const [decided] = join(items.flatMap((item) => ('profile' in item ? [] : [item])));
  const profile = items.flatMap((item) => ('profile' in item ? [item.profile] : []))[0];
  return decided && profile && { ...decided, profile };
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
      after: after === undefined ? undefined : ({ ...courseKey(...namesIn(after)), decisionPk: DECISION, decisionSk: after } as Item),
    },
    ({ decisionSk }) => String(decisionSk),
  );
  const keys = items.flatMap((place) => keysOf(...namesIn(place)));
  return { ...joinFound(await getItems(table, keys, readPart)), next: next && String(next.decisionSk) };
}

/** From the platform's own partition: no index to be behind, and nobody else's decisions on the way. */
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
  const courses = await getItems(
    table,
    items.map(({ id }) => courseKey(platform, id)),
    readCourse,
  );
  const found = joinFound({ items: [...items, ...courses.items], setAside: [...setAside, ...courses.setAside] });
  return { ...found, next: next && placeOf({ platform, id: next.sk.slice(sk.length) }) };
}

const joinFound = ({ items, setAside }: Found<Part>) => ({ decisions: join(items), setAside });

/** Platforms with a decision that time has moved by now, longest due first, after the place named. */
export async function listDueMoves(
  table: Table,
  { now, limit, after }: { now: string; limit: number; after?: string | undefined },
): Promise<{ platforms: string[]; next: string | undefined }> {
  const platformOf = (place: string) => place.slice(place.indexOf('#') + 1);
  const { items, next } = await query(
    table,
    {
      IndexName: 'moves',
      KeyConditionExpression: 'movePk = :move AND moveSk < :now',
      // `~` sorts behind every platform's name, so that what is due at this very instant is included.
      values: { ':move': MOVE, ':now': `${now}#~` },
      Limit: limit,
      after: after === undefined ? undefined : ({ ...headKey(platformOf(after)), movePk: MOVE, moveSk: after } as Item),
    },
    ({ moveSk }) => platformOf(String(moveSk)),
  );
  return { platforms: items, next: next && String(next.moveSk) };
}

/** The next instant at which time alone moves one of the decisions, as text that sorts. */
export function nextMoveAt(decisions: readonly StandingDecision[]): string | undefined {
  const times = decisions.map(({ approvals, isEffective, effectiveAt, expiresAt }) =>
    Math.min(Date.parse(expiresAt), approvals.length >= 2 && !isEffective ? Date.parse(effectiveAt) : Number.POSITIVE_INFINITY),
  );
  return times.length === 0 ? undefined : new Date(Math.min(...times)).toISOString();
}
