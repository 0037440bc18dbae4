import { type Answered, analyst, analyst2, type Json, type Person, reviewer, reviewer2, type Service } from '../started-service.ts';
import {
  asOfFacts,
  currentOf,
  dayOf,
  FACTS,
  hashOfFacts,
  type Kept,
  listPending,
  type Model,
  nextLook,
  type Revision,
  rate,
  toView,
} from './model.ts';
import type { Random } from './random.ts';

/** One request of one client: how it is sent, and what the model makes of the answer; a text says what is wrong with it. */
export type Act = {
  readonly name: string;
  readonly platform: string;
  readonly send: (service: Service) => Promise<Answered>;
  readonly follow: (model: Model, answer: Answered) => string | undefined;
};

/** Somebody who may do everything, so that only authorship stands in the way. */
const both: Person = { id: 'analyst', scopes: ['assess', 'review', 'read'] };
const ANYBODY = [analyst, analyst2, reviewer, reviewer2, both];
const ASSESSORS = [analyst, analyst2];
const UNKNOWN_REVIEW = 'rvw_01JX8Z3T9V6M2N4P5Q7R8S9T0V';

type Refusal = readonly [status: number, slug: string];

/** Whether it was refused as it must be; a lost race may always be answered with 409, and then nothing has happened. */
function isRefused({ status, json }: Answered, [expected, slug]: Refusal): string | undefined {
  const isRight = status === expected && json?.type === `/v1/problems/${slug}`;
  return isRight ? undefined : `${status} ${json?.type ?? ''} in place of ${expected} ${slug}`;
}

/** An act that changes something: refused for the first reason that holds, or done. */
function changes(
  act: Omit<Act, 'follow'>,
  success: number | ((kept: Kept | undefined) => number),
  refusals: (kept: Kept | undefined, model: Model) => Refusal | undefined | 'either',
  carryOut: (kept: Kept, model: Model, answer: Answered) => string | undefined,
): Act {
  return {
    ...act,
    follow(model, answer) {
      if (answer.status === 409 && answer.json?.type === '/v1/problems/conflict') return undefined;
      const kept = model.platforms[act.platform];
      const refusal = refusals(kept, model);
      const done = typeof success === 'number' ? success : success(kept);
      if (refusal === 'either' && answer.status !== done) return undefined;
      if (refusal !== undefined && refusal !== 'either') return isRefused(answer, refusal);
      if (answer.status !== done) return `${answer.status} ${answer.text.slice(0, 300)} in place of ${done}`;
      const target = kept ?? newKept(model);
      model.platforms[act.platform] = target;
      target.version += 1;
      target.changedAt = model.now;
      return carryOut(target, model, answer);
    },
  };
}

const newKept = ({ now }: Model): Kept => ({
  version: 0,
  profile: {},
  createdAt: now,
  changedAt: now,
  revisions: [],
  published: [],
  review: undefined,
  closed: [],
  confirmedBy: [],
  lookAt: '9999',
  events: '',
});

function drawPut(random: Random, { platforms }: Model, platform: string): Act {
  const version = platforms[platform]?.version ?? 0;
  const right = version === 0 ? (['if-none-match', '*'] as const) : (['if-match', `"v${version}"`] as const);
  const [header, value] = random.chance(0.7)
    ? right
    : random.pick([
        ['if-match', `"v${Math.max(0, version - 1)}"`],
        ['if-none-match', '*'],
        ['x-nothing', ''],
      ] as const);
  const profile = { name: `${platform} ${random.below(1000)}`, operator: 'Somebody', note: 'n'.repeat(random.below(200)) || 'n' };
  const as = random.pick(ASSESSORS);
  return changes(
    {
      name: `${as.id} puts ${platform} ${header} ${value}`,
      platform,
      send: (service) => service.call('PUT', `/v1/platforms/${platform}`, { as, body: profile, headers: { [header]: value } }),
    },
    (kept) => (kept ? 200 : 201),
    (kept) => {
      if (header === 'x-nothing') return [428, 'precondition-required'];
      const holds = header === 'if-match' ? kept !== undefined && value === `"v${kept.version}"` : kept === undefined;
      return holds ? undefined : [412, 'precondition-failed'];
    },
    (kept, _, { json, headers }) => {
      kept.profile = profile;
      kept.events += 'platform\\.changed;';
      return headers.etag === `"v${kept.version}"` && json.name === profile.name ? undefined : 'another version than the one written';
    },
  );
}

function drawSubmit(random: Random, { answers }: Model, platform: string): Act {
  const as = random.pick(ASSESSORS);
  const known = Object.keys(answers).map((name) => name.split(' ')[1] ?? '');
  const key = known.length > 0 && random.chance(0.4) ? random.pick(known.slice(-6)) : `key-${random.below(1e9)}`;
  const facts = random.below(FACTS.length);
  const name = `${as.id} ${key}`;
  const request = `${platform} ${facts}`;
  const send = (service: Service) =>
    service.call('POST', `/v1/platforms/${platform}/assessments`, { as, body: FACTS[facts], headers: { 'idempotency-key': key } });
  const first = ({ now, answers }: Model) => {
    const answer = answers[name];
    return answer && Date.parse(now) - Date.parse(answer.at) < 86_400_000 ? answer : undefined;
  };
  const fresh = changes(
    { name: `${as.id} submits facts ${facts} to ${platform} with ${key}`, platform, send },
    201,
    (kept) => {
      if (kept === undefined) return [404, 'not-found'];
      const isSameDay = (number: number) => asOfFacts(kept.revisions[number - 1]?.facts ?? 0) === asOfFacts(facts);
      return listPending(kept).some(isSameDay) ? [409, 'assessment-pending'] : undefined;
    },
    (kept, model, { json, text }) => {
      const revision: Revision = { facts, status: 'submitted', submittedBy: as.id, submittedAt: model.now };
      const number = kept.revisions.push(revision);
      kept.events += 'assessment\\.submitted;';
      model.answers[name] = { request, text, at: model.now };
      return differ(json.revision, toView(platform, number, revision)) ?? differ(json.provisional.score, rate(facts, dayOf(model)).score);
    },
  );
  return {
    ...fresh,
    follow(model, answer) {
      const before = model.platforms[platform] ? first(model) : undefined;
      if (before && before.request !== request) return isRefused(answer, [422, 'idempotency-key-reused']);
      if (!before) return answer.headers['idempotency-replayed'] ? 'an answer again that was never given' : fresh.follow(model, answer);
      if (answer.status === 409 && answer.json?.type === '/v1/problems/conflict') return undefined;
      return answer.text === before.text && answer.headers['idempotency-replayed'] === 'true' ? undefined : 'another answer than the first';
    },
  };
}

function drawVerdict(random: Random, { platforms }: Model, platform: string): Act {
  const { revisions = [] } = platforms[platform] ?? {};
  const waiting = listPending({ revisions });
  const number = waiting.length > 0 && random.chance(0.85) ? random.pick(waiting) : 1 + random.below(revisions.length + 1);
  const hash = random.chance(0.9) ? hashOfFacts(revisions[number - 1]?.facts ?? 0) : 'f'.repeat(64);
  const verdict = random.pick(['approve', 'approve', 'approve', 'reject', 'withdraw'] as const);
  const others = verdict === 'withdraw' ? [analyst, analyst2, reviewer] : ANYBODY;
  const as = verdict !== 'withdraw' && random.chance(0.7) ? random.pick([reviewer, reviewer2]) : random.pick(others);
  const scope = verdict === 'withdraw' ? 'assess' : 'review';
  return changes(
    {
      name: `${as.id} says ${verdict} to ${platform} ${number}`,
      platform,
      send: (service) =>
        service.call('POST', `/v1/platforms/${platform}/assessments/${number}/verdict`, { as, body: { verdict, hash, note: 'Because.' } }),
    },
    200,
    (kept) => {
      const revision = kept?.revisions[number - 1];
      if (!revision) return [404, 'not-found'];
      if (!as.scopes.includes(scope)) return [403, 'missing-scope'];
      if (verdict === 'withdraw' && revision.submittedBy !== as.id) return [403, 'not-the-author'];
      if (verdict !== 'withdraw' && revision.submittedBy === as.id) return [403, 'self-approval'];
      if (hash !== hashOfFacts(revision.facts)) return [409, 'hash-mismatch'];
      return revision.status === 'submitted' ? undefined : [409, 'already-decided'];
    },
    (kept, model, { json }) => {
      const revision = kept.revisions[number - 1] as Revision;
      revision.status = ({ approve: 'approved', reject: 'rejected', withdraw: 'withdrawn' } as const)[verdict];
      Object.assign(revision, { decidedBy: as.id, decidedAt: model.now });
      kept.events += `assessment\\.${revision.status};`;
      const difference = differ(json.revision, { ...toView(platform, number, revision), note: 'Because.' });
      if (verdict !== 'approve' || difference !== undefined) return difference;
      revision.approval = 1 + kept.revisions.filter(({ approval }) => approval !== undefined).length;
      // A file of an earlier day becomes history: nothing of today moves.
      if (currentOf(kept) !== number) return json.published === null ? undefined : 'a score that history published';
      kept.events += `score\\.published;(score\\.band-changed;)?${kept.review === undefined ? '' : kept.review === 'unknown' ? '(review\\.closed;)?' : 'review\\.closed;'}(review\\.opened;)?`;
      if (kept.review && kept.review !== 'unknown')
        kept.closed.push({ id: kept.review.id, outcome: 'new-assessment', closedAt: model.now, closedBy: as.id });
      kept.confirmedBy = [];
      kept.review = 'unknown';
      kept.lookAt = nextLook(model.now);
      const published = { id: json.published.id, at: model.now, revision: number, ...rate(revision.facts, dayOf(model)) };
      kept.published.push(published);
      const { score, open, band, gate } = published;
      return differ(json.published, { score, open, band, gate });
    },
  );
}

function drawAsk(random: Random, _: Model, platform: string): Act {
  const as = random.pick(ASSESSORS);
  const reason = `Reason ${random.below(1000)}.`;
  const asked = { kind: 'asked', text: reason, data: { by: as.id } };
  const openOf = (kept: Kept | undefined) => (kept?.review === 'unknown' ? undefined : kept?.review);
  const act = changes(
    {
      name: `${as.id} asks for a review of ${platform}`,
      platform,
      send: (service) => service.call('POST', `/v1/platforms/${platform}/reviews`, { as, body: { reason } }),
    },
    (kept) => (openOf(kept) ? 200 : 201),
    (kept) => {
      if (!kept) return [404, 'not-found'];
      return currentOf(kept) === undefined ? [404, 'not-assessed'] : undefined;
    },
    (kept, _, { json }) => {
      const before = openOf(kept);
      kept.review = { id: json.id, reasons: [...json.reasons] };
      kept.events += before ? 'review\\.reason-added;' : 'review\\.opened;';
      return differ([json.id, json.reasons], [before?.id ?? json.id, [...(before?.reasons ?? []), asked]]);
    },
  );
  return {
    ...act,
    follow(model, answer) {
      const kept = model.platforms[platform];
      const open = openOf(kept);
      // Said before: nothing is recorded.
      if (open && answer.status === 200 && open.reasons.some((one) => differ(one, asked) === undefined))
        return differ(answer.json.reasons, open.reasons);
      if (kept?.review !== 'unknown' || answer.status !== 200) return act.follow(model, answer);
      // An approval may have opened one for what is in the file.
      kept.review = { id: answer.json.id, reasons: answer.json.reasons.slice(0, -1) };
      kept.events = `${kept.events.replace(/\(review\\\.opened;\)\?$/, 'review\\.opened;')}`;
      return act.follow(model, answer);
    },
  };
}

function drawConfirm(random: Random, { platforms }: Model, platform: string): Act {
  const { review: open, closed = [] } = platforms[platform] ?? {};
  const review = open && open !== 'unknown' && random.chance(0.9) ? open.id : (closed.at(-1)?.id ?? UNKNOWN_REVIEW);
  const as = random.pick([reviewer, reviewer, reviewer2, reviewer2, both, analyst]);
  return changes(
    {
      name: `${as.id} confirms ${platform} ${review}`,
      platform,
      send: (service) =>
        service.call('POST', `/v1/platforms/${platform}/reviews/${review}/outcome`, {
          as,
          body: { outcome: 'confirmed-unchanged', note: 'Nothing new.', lookedAt: ['Its policy.'] },
        }),
    },
    200,
    (kept) => {
      // The route lets in who has its scope, before it looks for anything.
      if (!as.scopes.includes('review')) return [403, 'missing-scope'];
      if (kept?.closed.some(({ id }) => id === review)) return [409, 'review-closed'];
      if (kept?.review === undefined || kept.review === 'unknown' || kept.review.id !== review) return [404, 'not-found'];
      if (kept.revisions[(currentOf(kept) ?? 0) - 1]?.submittedBy === as.id) return [403, 'self-approval'];
      const last = kept.confirmedBy.slice(-2);
      return last.length === 2 && last.every((id) => id === as.id) ? [403, 'same-person-again'] : undefined;
    },
    (kept, model, { json }) => {
      kept.closed.push({ id: review, outcome: 'confirmed-unchanged', closedAt: model.now, closedBy: as.id });
      kept.review = undefined;
      kept.confirmedBy = [...kept.confirmedBy, as.id];
      kept.events += 'review\\.closed;';
      return differ({ id: json.id, outcome: json.outcome, closedAt: json.closedAt, closedBy: json.closedBy }, kept.closed.at(-1));
    },
  );
}

/** Whatever a client may do, and most often what can be done just now. */
export function drawWrite(random: Random, model: Model, platform: string): Act {
  const kept = model.platforms[platform];
  if (!kept && random.chance(0.8)) return drawPut(random, model, platform);
  const review = kept?.review ? drawConfirm : drawAsk;
  const next = kept && listPending(kept).length > 0 && random.chance(0.7) ? drawVerdict : drawSubmit;
  const draw = random.pick([next, next, next, review, drawPut, random.pick([drawSubmit, drawVerdict, drawAsk, drawConfirm])]);
  return draw(random, model, platform);
}

/** What differs, as text; keys of the expected value only. */
export function differ(actual: Json, expected: Json): string | undefined {
  const seen = project(actual, expected);
  const [a, b] = [JSON.stringify(seen), JSON.stringify(sorted(expected))];
  return a === b ? undefined : `${a?.slice(0, 600)} in place of ${b.slice(0, 600)}`;
}

function project(actual: Json, expected: Json): Json {
  if (Array.isArray(expected)) return Array.isArray(actual) ? [...actual.map((item: Json, i: number) => project(item, expected[i]))] : actual;
  if (expected === null || typeof expected !== 'object' || actual === null || typeof actual !== 'object') return actual;
  return Object.fromEntries(
    Object.keys(expected)
      .sort()
      .map((name) => [name, project(actual[name], expected[name])]),
  );
}

function sorted(value: Json): Json {
  if (Array.isArray(value)) return value.map(sorted);
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(
    Object.keys(value)
      .sort()
      .map((name) => [name, sorted(value[name])]),
  );
}
