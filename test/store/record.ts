import { expect } from 'vitest';
import type { CloudEvent } from '../../domain/record/cloud-event.ts';
import { type Answered, analyst, auditor, type Json, readExample, reviewer, type Service } from '../started-service.ts';

/** Of a day before every clock that tests set. */
const facts = { ...readExample('signal/2026-04-30.json'), asOf: '2022-12-31' };
export const profile = readExample('signal/platform.json');

/** The acts on one platform's record, as its clients send them. */
export function openRecord(service: Service, platform: string) {
  const path = `/v1/platforms/${platform}`;
  const put = (headers: Record<string, string>, body: Json = profile, as = analyst) => service.call('PUT', path, { as, body, headers });
  const submit = (key: string, body: Json = facts, as = analyst) =>
    service.call('POST', `${path}/assessments`, { as, body, headers: { 'idempotency-key': `${platform}-${key}` } });
  const judge = (revision: number, body: Json, as = reviewer) => service.call('POST', `${path}/assessments/${revision}/verdict`, { as, body });
  const head = async () => {
    const found = await service.deps.store.findHead(platform);
    if (!found) throw new Error(`there is no ${platform}`);
    return found;
  };
  return {
    put,
    submit,
    judge,
    head,
    create: () => put({ 'if-none-match': '*' }),
    read: (as = analyst) => service.call('GET', path, { as }),
    ask: (reason: string, as = analyst) => service.call('POST', `${path}/reviews`, { as, body: { reason } }),
    confirm: (review: string, note: string, as = reviewer) =>
      service.call('POST', `${path}/reviews/${review}/outcome`, { as, body: { outcome: 'confirmed-unchanged', note, lookedAt: ['Its policy.'] } }),
    /** Submits, and has somebody else approve. */
    approve: async (key: string, body: Json = facts) => {
      const { revision, hash } = (await submit(key, body)).json.revision;
      const answer = await judge(revision, { verdict: 'approve', hash });
      expect(answer.status).toBe(200);
    },
    /** The chain as it lies: every event, oldest first. */
    events: async (): Promise<Json[]> => {
      const { reading } = await service.deps.store.readChain(platform, { units: 1_000_000 });
      return reading.events.map(({ content }) => content);
    },
  };
}

/** Answers by status and problem: `{"200": 1, "412 precondition-failed": 49}`. */
export function countAnswers(answers: readonly Answered[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const { status, json } of answers) {
    const name = status < 400 ? `${status}` : `${status} ${String(json?.type).replace('/v1/problems/', '')}`;
    counts[name] = (counts[name] ?? 0) + 1;
  }
  return counts;
}

/** Recomputes every chain: nothing is changed, missing or added. */
export async function expectIntact(service: Service): Promise<void> {
  for (let cursor: string | null = ''; cursor !== null; ) {
    const { json }: Answered = await service.call('GET', '/v1/audit/verify', { as: auditor, query: cursor ? { cursor } : {} });
    expect(json).toMatchObject({ intact: true, broken: [] });
    cursor = json.nextCursor;
  }
}

/** The whole feed, after the announcer has done its work: without a gap, each chain in its order, nothing twice. */
export async function expectWholeFeed(service: Service): Promise<void> {
  await service.pump();
  const events: CloudEvent[] = [];
  for (let more = true; more; ) {
    const page = await service.deps.store.listFeed({ after: events.length, limit: 200 });
    events.push(...page.events);
    more = page.more;
  }
  expect(events.map(({ feed }) => feed)).toEqual(events.map((_, i) => i + 1));
  const sequences: Record<string, number[]> = {};
  for (const { subject = '', sequence } of events) sequences[subject] = [...(sequences[subject] ?? []), Number(sequence)];
  const ends: typeof sequences = {};
  for (let after: string | undefined, more = true; more; more = after !== undefined) {
    const page = await service.deps.store.listChains({ limit: 100, after });
    for (const chain of page.chains) {
      const { sequence = 0 } = (await service.deps.store.findChainEnd(chain)) ?? {};
      ends[chain] = Array.from({ length: sequence }, (_, i) => i + 1);
    }
    after = page.next;
  }
  expect(sequences).toEqual(ends);
}
