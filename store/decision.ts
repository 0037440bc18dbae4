import { z } from 'zod';
import { Condition, Decision, Endorsement, Exemption } from '../domain/decision.ts';
import { courseKey, DECISION, decisionKey, headKey, MOVE } from './keys.ts';
import { getItem, getItems, type Item, query, type Table } from './table.ts';

/** Who approved a decision, who ended it, and when time did: what changes about it. */
export const DecisionCourse = z.object({
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
  return { ...decision, ...decisionKey(decision.platform, decision.id) };
}

export function toCourseItem(course: DecisionCourse): Item {
  const { platform, decision } = course;
  return { ...course, ...courseKey(platform, decision), decisionPk: DECISION, decisionSk: `${decision}#${platform}` };
}

const StoredDecision = z
  .object({ ...Decision.shape, pk: z.string(), sk: z.string() })
  .transform(({ pk: _, sk: __, ...decision }) => Decision.parse(decision));

export function findDecision(table: Table, platform: string, id: string): Promise<Decision | undefined> {
  return getItem(table, decisionKey(platform, id), StoredDecision);
}

export function findCourse(table: Table, platform: string, id: string): Promise<DecisionCourse | undefined> {
  return getItem(table, courseKey(platform, id), DecisionCourse);
}

export type DecisionPage = { readonly decisions: { decision: Decision; course: DecisionCourse }[]; readonly next: string | undefined };

const Place = z.object({ decisionSk: z.string() });

/** Decisions with what became of them, newest first, after the place named. */
export async function listDecisions(table: Table, { limit, after }: { limit: number; after?: string | undefined }): Promise<DecisionPage> {
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
    Place,
  );
  const places = items.map(({ decisionSk }) => namesIn(decisionSk));
  const [decisions, courses] = await Promise.all([
    getItems(
      table,
      places.map((names) => decisionKey(...names)),
      StoredDecision,
    ),
    getItems(
      table,
      places.map((names) => courseKey(...names)),
      DecisionCourse,
    ),
  ]);
  const courseOf = new Map(courses.map((course) => [course.decision, course]));
  return {
    decisions: decisions.flatMap((decision) => {
      const course = courseOf.get(decision.id);
      return course ? [{ decision, course }] : [];
    }),
    next: next && items.at(-1)?.decisionSk,
  };
}

function namesIn(place: string): [platform: string, decision: string] {
  const end = place.indexOf('#');
  return [place.slice(end + 1), place.slice(0, end)];
}

const Due = z.object({ moveSk: z.string() });

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
    Due,
  );
  return { platforms: items.map(({ moveSk }) => platformOf(moveSk)), next: next && items.at(-1)?.moveSk };
}

/** The next instant at which time alone moves one of the decisions, as text that sorts. */
export function nextMoveAt(decisions: readonly StandingDecision[]): string | undefined {
  const times = decisions.map(({ approvals, isEffective, effectiveAt, expiresAt }) =>
    Math.min(Date.parse(expiresAt), approvals.length >= 2 && !isEffective ? Date.parse(effectiveAt) : Number.POSITIVE_INFINITY),
  );
  return times.length === 0 ? undefined : new Date(Math.min(...times)).toISOString();
}
