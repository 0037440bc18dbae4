import { QueryCommand } from '@aws-sdk/client-dynamodb';
import { marshall, unmarshall } from '@aws-sdk/util-dynamodb';
import { RecordedEvent } from '../../domain/record/event.ts';
import { reviewPlatforms } from '../../lambdas/jobs/review-platforms.ts';
import { eventKey } from '../../store/keys.ts';
import { type Answered, auditor, type Json, type Service } from '../started-service.ts';
import { currentOf, dayOf, type Kept, type Model, newModel, nextLook, PLATFORMS, rate } from './model.ts';
import { type Act, differ, drawWrite } from './model-acts.ts';
import { drawList, drawRead, newSeen, toPlatform } from './model-reads.ts';
import { openRandom } from './random.ts';
import { expectIntact, expectWholeFeed } from './record.ts';

const HOUR_MS = 3_600_000;
const MACHINE = 'whereabouts';
/** How often the whole record is recomputed and the whole feed read. */
const CHECKS = 4;

export type Figures = { requests: number; changes: number; events: number; refused: number; together: number };

/** Random acts of several clients, one after the other or at once, each held against the model; throws with the seed and the act. */
export async function runModel(service: Service, { seed, steps }: { seed: number; steps: number }): Promise<Figures> {
  const random = openRandom(seed);
  const seen = newSeen();
  const ends = new Map<string, { sequence: number; lastHash: string | null; dueOn: string | undefined }>();
  const figures: Figures = { requests: 0, changes: 0, events: 0, refused: 0, together: 0 };
  let model = newModel();
  let doing = 'nothing';

  const fail = (wrong: string): never => {
    throw new Error(`MODEL_SEED=${seed}: at ${model.now}, after ${figures.requests} requests: ${doing}: ${wrong}`);
  };
  const hold = (wrong: string | undefined) => wrong !== undefined && fail(wrong);

  const draw = (platform: string): Act => (random.chance(0.3) ? drawRead({ random, seen }, model, platform) : drawWrite(random, model, platform));

  const readNew = (platform: string) => readEvents(service, platform, ends.get(platform)?.sequence ?? 0);

  /** What lies behind the events read last: consecutive and chained; the head at their end; and both as the model says. */
  async function settle(platform: string, events: readonly RecordedEvent[]): Promise<void> {
    if (events.length === 0 && ends.has(platform)) return;
    const head = await service.deps.store.findHead(platform);
    const kept = model.platforms[platform];
    if (!kept || !head) return void hold(kept || head ? 'a platform is there, or not, against the model' : undefined);
    let { sequence = 0, lastHash = null } = ends.get(platform) ?? {};
    for (const event of events) {
      hold(differ(event, { chain: platform, sequence: sequence + 1, previous: lastHash, at: model.now }));
      ({ sequence, hash: lastHash } = event);
    }
    learnReviews(kept, events);
    hold(differ(head, { sequence, lastHash, version: kept.version }));
    hold(head.review && head.review.dueOn !== head.nextReviewOn ? 'two days on which one review is due' : undefined);
    hold(differ((await service.call('GET', `/v1/platforms/${platform}`, { as: auditor })).json, toPlatform(kept)));
    ends.set(platform, { sequence, lastHash, dueOn: head.nextReviewOn });
    figures.events += events.length;
    kept.events = '';
  }

  async function act(acts: readonly Act[]): Promise<void> {
    doing = acts.map(({ name }) => name).join(' | ');
    const answers = await Promise.all(acts.map((one) => one.send(service)));
    figures.requests += acts.length;
    figures.refused += answers.filter(({ status }) => status >= 400).length;
    const before = versionsOf(model);
    const events = new Map<string, RecordedEvent[]>();
    for (const { platform } of acts) if (!events.has(platform)) events.set(platform, await readNew(platform));
    const outcome = inSomeOrder(model, acts, answers, (end) => {
      for (const [platform, written] of events) {
        const types = toTypes(written);
        const expected = end.platforms[platform]?.events ?? '';
        if (!new RegExp(`^(?:${expected})$`).test(types)) return `the events ${types} in place of ${expected}`;
      }
      return undefined;
    });
    if ('wrong' in outcome) fail(outcome.wrong);
    else model = outcome.model;
    figures.changes += versionsOf(model) - before;
    for (const [platform, written] of events) await settle(platform, written);
  }

  async function runMachine(): Promise<void> {
    doing = 'the machine looks';
    const before = versionsOf(model);
    await reviewPlatforms(service.deps);
    for (const [platform, kept] of Object.entries(model.platforms)) {
      const events = await readNew(platform);
      hold(followMachine(kept, events, { model, dueOn: ends.get(platform)?.dueOn }));
      await settle(platform, events);
    }
    figures.changes += versionsOf(model) - before;
  }

  async function check(): Promise<void> {
    doing = 'the whole is checked';
    await expectIntact(service);
    await expectWholeFeed(service);
    hold(await checkReach(service));
  }

  service.setNow(model.now);
  await reviewPlatforms(service.deps);
  for (let step = 1; step <= steps; step += 1) {
    model.now = new Date(Date.parse(model.now) + pause(random)).toISOString();
    service.setNow(model.now);
    const platform = random.pick(PLATFORMS);
    const kind = random.below(10);
    if (kind === 0) await runMachine();
    else if (kind === 1) await act([drawList(random, model, (other) => ends.get(other)?.dueOn)]);
    else if (kind > 3) await act([draw(platform)]);
    else {
      await act(Array.from({ length: 2 + random.below(3) }, () => draw(platform)));
      figures.together += 1;
    }
    if (step % Math.ceil(steps / CHECKS) === 0 || step === steps) await check();
  }
  return figures;
}

function pause(random: ReturnType<typeof openRandom>): number {
  if (random.chance(0.85)) return 1 + random.below(HOUR_MS);
  return random.chance(0.8) ? random.below(72 * HOUR_MS) : random.below(40 * 24 * HOUR_MS);
}

const versionsOf = ({ platforms }: Model) => Object.values(platforms).reduce((sum, { version }) => sum + version, 0);

/** Requests at once must have been answered as if one had come after the other, in whatever order. */
function inSomeOrder(
  model: Model,
  acts: readonly Act[],
  answers: readonly Answered[],
  faultOf: (end: Model) => string | undefined,
): { model: Model } | { wrong: string } {
  let wrong: string | undefined;
  const go = (from: Model, left: readonly number[]): Model | undefined => {
    const atEnd = left.length === 0 ? faultOf(from) : undefined;
    wrong ??= atEnd;
    if (left.length === 0) return atEnd === undefined ? from : undefined;
    for (const i of left) {
      const next = acts.length === 1 ? from : structuredClone(from);
      const fault = acts[i]?.follow(next, answers[i] as Answered);
      wrong ??= fault && `${acts[i]?.name}: ${fault}`;
      const rest = left.filter((other) => other !== i);
      const end = fault === undefined ? go(next, rest) : undefined;
      if (end) return end;
    }
    return undefined;
  };
  const end = go(
    model,
    acts.map((_, i) => i),
  );
  return end ? { model: end } : { wrong: acts.length > 1 ? `in no order: ${wrong}` : `${wrong}` };
}

const toTypes = (events: readonly RecordedEvent[]) => events.map(({ type }) => `${type};`).join('');

/** The machine publishes what has moved, opens what is due, adds to what is open, and says what is overdue; and nothing else. */
function followMachine(
  kept: Kept,
  events: readonly RecordedEvent[],
  { model, dueOn }: { model: Model; dueOn: string | undefined },
): string | undefined {
  const types = toTypes(events);
  const isTime = currentOf(kept) !== undefined && model.now >= kept.lookAt;
  if (!isTime) return types === '' ? undefined : `the machine wrote ${types} before it was time`;
  const day = dayOf(model);
  const last = kept.published.at(-1);
  const { facts = 0 } = kept.revisions[(currentOf(kept) ?? 0) - 1] ?? {};
  const rated = rate(facts, day);
  const moved = differ(last, rated) !== undefined;
  const isDue = kept.review === undefined && dueOn !== undefined && dueOn <= day;
  const reviews = kept.review ? '(review\\.reason-added;)*' : isDue ? 'review\\.opened;' : '(review\\.opened;)?';
  const expected = `${moved ? 'score\\.published;(score\\.band-changed;)?' : ''}${reviews}(review\\.overdue;)?`;
  if (!new RegExp(`^${expected}$`).test(types)) return `the events ${types} in place of ${expected}`;
  if (events.some(({ by }) => by !== MACHINE)) return 'the machine acted under another name';
  const published = events.find(({ type }) => type === 'score.published');
  if (published) kept.published.push({ id: String(published.data.score), at: model.now, revision: currentOf(kept) ?? 0, ...rated });
  kept.lookAt = nextLook(model.now);
  if (events.length > 0) {
    kept.version += 1;
    kept.changedAt = model.now;
  }
  return undefined;
}

/** Reviews that a change opened beside what was asked for: their ids and reasons stand in the events. */
function learnReviews(kept: Kept, events: readonly RecordedEvent[]): void {
  let review = kept.review === 'unknown' ? undefined : kept.review;
  for (const { type, data } of events) {
    if (type === 'review.opened') review = { id: String(data.review), reasons: data.reasons as Json[] };
    // What an answer has said already is known.
    const isNew = (reason: Json) => !review?.reasons.some((one) => differ(one, reason) === undefined);
    if (type === 'review.reason-added' && isNew(data.reason)) review?.reasons.push(data.reason);
    if (type === 'review.closed') review = undefined;
  }
  kept.review = review;
}

/** The index of who is reached from where, once the stream was read, says what the platforms themselves say. */
async function checkReach(service: Service): Promise<string | undefined> {
  const list = async (query: Record<string, string>): Promise<Json[]> =>
    (await service.call('GET', '/v1/platforms', { as: auditor, query })).json.items;
  const all = await list({});
  for (const jurisdiction of ['CN', 'US', 'DE', 'IE']) {
    const reached = all.filter(({ score }) => [...(score?.storageIn ?? []), ...(score?.accessFrom ?? [])].includes(jurisdiction));
    const wrong = differ(
      (await list({ jurisdiction })).map(({ id }) => id),
      reached.map(({ id }) => id),
    );
    if (wrong) return `reached from ${jurisdiction}: ${wrong}`;
  }
  return undefined;
}

async function readEvents(service: Service, platform: string, after: number): Promise<RecordedEvent[]> {
  const { Items = [] } = await service.client.send(
    new QueryCommand({
      TableName: service.table,
      ConsistentRead: true,
      KeyConditionExpression: 'pk = :pk AND sk BETWEEN :first AND :last',
      ExpressionAttributeValues: marshall({
        ':pk': eventKey(platform, 0).pk,
        ':first': eventKey(platform, after + 1).sk,
        ':last': eventKey(platform, 9_999_999_999).sk,
      }),
    }),
  );
  return Items.map((item) => {
    const { pk: _, sk: __, ...event } = unmarshall(item);
    return RecordedEvent.parse(event);
  });
}
