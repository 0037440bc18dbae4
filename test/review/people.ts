import assert from 'node:assert/strict';
import type { Assessment } from '../../domain/facts/assessment.ts';
import { addDays, toDayNumber } from '../../domain/facts/date.ts';
import { analyst, analyst2, type Json, type Person, reviewer, reviewer2, type Service } from '../started-service.ts';
import { DAYS } from './ledger.ts';
import type { Random } from './random.ts';
import { randomFacts, reviseFacts } from './random-facts.ts';
import type { Tally } from './tally.ts';

const reviewer3: Person = { id: 'reviewer-3', scopes: ['review', 'read'] };
const ANALYSTS = [analyst, analyst2];
const REVIEWERS = [reviewer, reviewer2, reviewer3];

type Cast = { readonly service: Service; readonly random: Random; readonly files: Map<string, Assessment>; readonly tally: Tally };

/** Analysts and reviewers who do some of their work, late or not at all. */
export function people({ service, random, files, tally }: Cast) {
  let key = 0;
  const tick = () => service.setNow(new Date(service.deps.now().getTime() + 1000).toISOString());
  const ask = async (as: Person, method: string, path: string, body: unknown, accept: readonly number[], headers: Record<string, string> = {}) => {
    tick();
    const answer = await service.call(method, path, { as, body, headers });
    assert.ok(accept.includes(answer.status), `${method} ${path}: ${answer.status} ${answer.text}`);
    return answer;
  };

  async function assess(platform: string, facts: Assessment): Promise<void> {
    const path = `/v1/platforms/${platform}/assessments`;
    key += 1;
    const headers = { 'idempotency-key': `key-${key}` };
    const { json } = await ask(random.pick(ANALYSTS), 'POST', path, facts, [201], headers);
    const { revision, hash } = json.revision;
    files.set(`${platform} ${revision}`, facts);
    const verdict = random.chance(0.1) ? { verdict: 'reject', hash, note: 'The quotes do not say so.' } : { verdict: 'approve', hash };
    await ask(random.pick(REVIEWERS), 'POST', `${path}/${revision}/verdict`, verdict, [200]);
    tally.count(verdict.verdict === 'approve' ? 'approvals' : 'rejections');
  }

  async function confirm({ platform, id }: Json, day: string): Promise<void> {
    const before = await service.deps.store.findHead(platform);
    assert.ok(before);
    const body = { outcome: 'confirmed-unchanged', note: 'Nothing new.', lookedAt: ['https://example.org/policy'] };
    const by = random.pick(REVIEWERS);
    const isThird = before.confirmedBy?.slice(-2).join() === `${by.id},${by.id}`;
    const answer = await ask(by, 'POST', `/v1/platforms/${platform}/reviews/${id}/outcome`, body, [isThird ? 403 : 200]);
    if (answer.status !== 200) return tally.count('confirmations refused to the same person') && undefined;
    const after = await service.deps.store.findHead(platform);
    const longest = before.published?.gate === 'precaution' ? 30 : (DAYS[before.published?.band ?? ''] ?? 0);
    const interval = Math.min(before.profile.reviewEveryDays?.days ?? longest, longest);
    assert.equal(after?.nextReviewOn, addDays(day, interval), `${platform}: a confirmation renews the interval`);
    assert.deepEqual([after?.approved, after?.published], [before.approved, before.published], `${platform}: and not the evidence`);
  }

  const profileOf = (platform: string): Json => ({
    name: platform,
    operator: 'Somebody',
    ...(random.chance(0.2) && { reviewEveryDays: { days: random.whole(7, 30), reason: 'Closely watched.' } }),
    note: `Number ${random.whole(1, 1e6)}.`,
  });

  return {
    reader: analyst,
    async begin(platform: string): Promise<void> {
      await ask(analyst, 'PUT', `/v1/platforms/${platform}`, profileOf(platform), [201], { 'if-none-match': '*' });
      await assess(platform, randomFacts(random, service.deps.now().toISOString().slice(0, 10)));
    },
    async workADay(platforms: readonly string[], day: string): Promise<void> {
      const { json } = await service.call('GET', '/v1/reviews', { as: analyst, query: { state: 'due', limit: '200' } });
      for (const review of json.items) {
        const late = toDayNumber(day) - toDayNumber(review.dueOn);
        const done = random.next() * (late > 35 ? 0.4 : 1);
        if (review.id === null) continue;
        if (done < 0.12) await confirm(review, day);
        else if (done < 0.18) await revise(review.platform, day);
      }
      for (const platform of platforms) {
        const dice = random.next();
        if (dice < 0.004) await revise(platform, day);
        else if (dice < 0.007)
          await ask(analyst2, 'POST', `/v1/platforms/${platform}/reviews`, { reason: 'The press reports a sale.' }, [200, 201, 404, 409]);
        else if (dice < 0.009) await rename(platform);
      }
    },
  };

  async function revise(platform: string, day: string): Promise<void> {
    const head = await service.deps.store.findHead(platform);
    const before = head?.approved && files.get(`${platform} ${head.approved.revision}`);
    await assess(platform, before ? reviseFacts(random, before, day) : randomFacts(random, day));
  }

  async function rename(platform: string): Promise<void> {
    const found = await service.call('GET', `/v1/platforms/${platform}`, { as: analyst });
    await ask(analyst, 'PUT', `/v1/platforms/${platform}`, profileOf(platform), [200], { 'if-match': found.headers.etag ?? '' });
    tally.count('profiles changed');
  }
}
