import assert from 'node:assert/strict';
import { QueryCommand, UpdateTableCommand } from '@aws-sdk/client-dynamodb';
import { marshall, unmarshall } from '@aws-sdk/util-dynamodb';
import type { Assessment } from '../../domain/facts/assessment.ts';
import { addDays, toDayNumber } from '../../domain/facts/date.ts';
import { RecordedEvent } from '../../domain/record/event.ts';
import type { Head } from '../../domain/record/head.ts';
import type { Register } from '../../domain/score/register.ts';
import { scoreAssessment } from '../../domain/score/score.ts';
import { eventKey } from '../../store/keys.ts';
import { register as shipped } from '../register.ts';
import { type Json, startService } from '../started-service.ts';
import { DAYS, openLedger, type World } from './ledger.ts';
import { runNight } from './night.ts';
import { isTouched, randomRegister } from './other-register.ts';
import { people } from './people.ts';
import { createRandom } from './random.ts';
import { NAMED } from './random-facts.ts';
import { createTally } from './tally.ts';

export type Scale = { readonly seed: number; readonly platforms: number; readonly days: number; readonly from: string };

const nameOf = (i: number) => `platform-${String(i + 1).padStart(2, '0')}`;
const RECORD = RecordedEvent.loose();

/** So many days of so many platforms, with all that happens to them; throws at the first thing that should not have. */
export async function simulate({ seed, platforms: count, days, from }: Scale, report: (line: string) => void = () => {}) {
  const random = createRandom(seed);
  const service = await startService();
  const { deps } = service;
  // Nothing reads the stream here, and the embedded engine's writes get slower with every record in it.
  await service.client.send(new UpdateTableCommand({ TableName: service.jobs.table, StreamSpecification: { StreamEnabled: false } }));
  const tally = createTally();
  const registers = new Map<string, Register>([[shipped.version, shipped]]);
  const files = new Map<string, Assessment>();
  const world: World = { store: deps.store, registers, files, tally };
  const platforms = Array.from({ length: count }, (_, i) => nameOf(i));
  const ledgers = new Map(platforms.map((name) => [name, { ...{ upTo: 0 }, book: openLedger(name, world) }]));
  const poisoned = new Map<string, string>();
  /** Platforms that a poison kept from being looked at: until when the machine may still be in a pause. */
  const excused = new Map<string, string>();
  const act = people({ service, random, files, tally });

  const readEvents = async (platform: string, after: number): Promise<RecordedEvent[]> => {
    const [first, last] = [eventKey(platform, after + 1), eventKey(platform, 9_999_999_999)];
    const { Items = [] } = await service.client.send(
      new QueryCommand({
        TableName: service.jobs.table,
        KeyConditionExpression: 'pk = :pk AND sk BETWEEN :first AND :last',
        ExpressionAttributeValues: marshall({ ':pk': first.pk, ':first': first.sk, ':last': last.sk }),
        ConsistentRead: true,
      }),
    );
    return Items.map((item) => RECORD.parse(unmarshall(item)));
  };
  const listHeads = async (): Promise<Head[]> => {
    const heads: Head[] = [];
    for (let after: string | undefined; ; ) {
      const page = await deps.store.listHeads({}, { limit: 200, after });
      heads.push(...page.heads);
      if (page.next === undefined) return heads;
      after = page.next;
    }
  };

  const deploy = (day: string) => {
    const version = `sim-${registers.size}-${day}`;
    const next = randomRegister(random, deps.register, version, day, [...NAMED, 'NZ']);
    const before = deps.register;
    registers.set(version, next);
    Object.assign(deps, { register: next });
    tally.count('registers deployed');
    return before;
  };

  const work = (day: string, from: string) =>
    runNight({ service, random, tally, day, from, platforms: count, poisoned: new Set(poisoned.keys()), excused: new Set(excused.keys()) });

  /** All that must hold once a night is over. */
  async function check(day: string, before: Register | undefined): Promise<void> {
    const heads = await listHeads();
    const due: [string, string][] = [];
    for (const head of heads) {
      const { platform, published, nextReviewOn, review } = head;
      const entry = ledgers.get(platform);
      if (!entry) throw new Error(`who is ${platform}?`);
      if (head.sequence > entry.upTo)
        for (const event of await readEvents(platform, entry.upTo)) {
          await entry.book.take(event);
          entry.upTo = event.sequence;
        }
      if (!published) continue;
      if (nextReviewOn !== undefined && nextReviewOn <= day) due.push([nextReviewOn, platform]);
      const { figures, renewed, facts } = entry.book.state;
      const at = `${platform} on ${day}`;
      assert.deepEqual(
        figures,
        { ...published.score, open: published.open, band: published.band, gate: published.gate },
        `${at}: the head is not what its events say`,
      );
      if (poisoned.has(platform) || (excused.get(platform) ?? '') >= day) continue;
      excused.delete(platform);

      tally.count('platform-days');
      assert.ok(facts && nextReviewOn, at);
      const { score, band, gate } = scoreAssessment(facts, deps.register, { asOf: day, knownBy: day });
      const { low, point, high } = published.score;
      assert.deepEqual(
        [low, point, high, published.band, published.gate],
        [...score.map((tenths) => tenths / 10), band, gate],
        `${at}: the score is not the day's`,
      );
      assert.equal(published.register, deps.register.version, `${at}: an old register`);
      assert.deepEqual(entry.book.findMissed(day), [], `${at}: reasons that were not raised`);
      assert.ok(entry.book.isAnnounced(), `${at}: a band that moved and was not announced, or without its review`);
      if (before) {
        assert.ok(entry.book.hasNoted(before.version, deps.register.version, day), `${at}: the new register opened the wrong reviews`);
        tally.count(
          entry.book.isTouched(before.version, deps.register.version, day) ? 'files touched by a register' : 'files left alone by a register',
        );
      }
      assert.equal(review?.dueOn ?? nextReviewOn, nextReviewOn, `${at}: two days`);
      if (nextReviewOn <= day) assert.ok(review, `${at}: due and no review`);
      if (review) {
        const late = toDayNumber(day) - toDayNumber(review.dueOn);
        assert.equal(review.announced, [30, 7, 1].find((step) => step <= late) ?? 0, `${at}: overdue ${late} days`);
      }
      const interval = head.profile.reviewEveryDays?.days ?? DAYS[renewed.band] ?? 0;
      assert.ok(nextReviewOn <= addDays(renewed.on, interval) || nextReviewOn <= day, `${at}: the next review is too far away, ${nextReviewOn}`);
    }
    const listed = (await service.call('GET', '/v1/reviews', { as: act.reader, query: { state: 'due', limit: '200' } })).json.items;
    const oldestFirst = due.sort(([a, x], [b, y]) => (a + x < b + y ? -1 : 1)).map(([, platform]) => platform);
    assert.deepEqual(
      listed.map(({ platform }: Json) => platform),
      oldestFirst.slice(0, 200),
      `${day}: the list of what is due`,
    );
    if (toDayNumber(day) % 7 > 0) return;
    const overdue = (await service.call('GET', '/v1/reviews', { as: act.reader, query: { state: 'overdue', limit: '200' } })).json.items;
    assert.equal(overdue.length, Math.min(200, due.filter(([dueOn]) => dueOn < day).length), `${day}: the list of what is overdue`);
  }

  try {
    service.setNow(`${from}T08:00:00.000Z`);
    for (const platform of platforms) await act.begin(platform);
    for (let i = 1; i <= days; i += 1) {
      const day = addDays(from, i);
      service.setNow(`${day}T00:05:00.000Z`);
      // The register that the first night finds is the first of the chain.
      const before = random.chance(1 / 40) && i > 1 ? deploy(day) : undefined;
      if (random.chance(0.02)) poisoned.set(random.pick(platforms), addDays(day, random.whole(1, 15)));
      for (const [platform, until] of poisoned)
        if (until <= day) {
          poisoned.delete(platform);
          // The longest pause is a day, and the night's last round may fall before its end.
          excused.set(platform, addDays(day, 2));
        }
      tally.count('platform-days under poison', poisoned.size);
      await work(day, '00:05');
      await check(day, before);
      service.setNow(`${day}T09:00:00.000Z`);
      await act.workADay(platforms, day);
      if (random.chance(1 / 60)) {
        // A new version in the middle of the day: no platform is due, and all are queued.
        const replaced = deploy(day);
        await work(day, '12:00');
        await check(day, replaced);
      }
      if (i % 30 === 0) report(`${day}: ${[...tally.counts].map(([what, count]) => `${what} ${count}`).join(', ')}`);
    }
    await checkRegisterChain();
    await checkAudit();
    return tally;
  } finally {
    await service.stop();
  }

  /** Each register once, in its order, with exactly the jurisdictions it changed. */
  async function checkRegisterChain(): Promise<void> {
    const events = await readEvents('register', 0);
    const versions = [...registers.values()];
    assert.deepEqual(
      events.map(({ data }: Json) => data.to.version),
      versions.map(({ version }) => version),
    );
    for (const [i, { data, at }] of events.entries()) {
      const [old, fresh] = [versions[i - 1], versions[i]];
      if (!old || !fresh) continue;
      const codes = Object.keys(shipped.jurisdictions).filter((code) => isTouched(old, fresh, code, at.slice(0, 10)));
      assert.deepEqual((data as Json).jurisdictions, codes.sort(), `${fresh.version}: the jurisdictions it changed`);
    }
  }

  async function checkAudit(): Promise<void> {
    const operator = { id: 'operator', scopes: ['operate' as const] };
    for (let cursor: string | null = null; ; ) {
      const { json } = await service.call('GET', '/v1/audit/verify', { as: operator, query: { limit: '200', ...(cursor !== null && { cursor }) } });
      assert.deepEqual(json.broken, []);
      tally.count('events in chains found intact', json.events);
      tally.count('chains found intact', json.chains);
      if (json.nextCursor === null) return;
      cursor = json.nextCursor;
    }
  }
}
