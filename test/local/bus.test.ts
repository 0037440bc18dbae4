import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { type CloudEvent, toCloudEvent } from '../../domain/record/cloud-event.ts';
import type { EventType } from '../../domain/record/event.ts';
import type { Deps } from '../../lambdas/runtime/deps.ts';
import { openBus } from '../../local/jobs/bus.ts';
import { newFolder } from './open-gateway.ts';

const hash = '0'.repeat(64);
const draft = { id: 'evt_01JBXG3T5Z7Q8R9S0T1V2W3X4Y', chain: 'tiktok', sequence: 1, at: '2023-02-23T09:00:00Z', by: 'decider-3' };
const event = (type: EventType): CloudEvent =>
  toCloudEvent({ ...draft, type, data: { note: 'secret' }, items: {}, state: {}, previous: null, hash }, 1);

/** A bus whose jobs find no policy and make the first, each try of which begins with a look for the mark. */
async function open(fails: (look: number) => boolean) {
  const folder = newFolder();
  const logged: string[] = [];
  let looks = 0;
  const findPolicyMark = async () => {
    looks += 1;
    if (fails(looks)) throw new Error('the table is out of reach');
    return { version: 1, remakeAt: '2023-01-01T00:00:00Z' };
  };
  const listPolicyRecords = async () => {
    throw new Error('the records are out of reach');
  };
  const deps = { store: { findPolicyMark, listPolicyRecords }, now: () => new Date() } as unknown as Deps;
  const bus = await openBus({ deps: () => deps, folder, log: { error: (line) => logged.push(line) }, pauseMs: 1 });
  return { bus, logged, looks: () => looks, deadLetters: join(folder, 'dead-letters.jsonl') };
}

test('an event wakes the job that names it, and no other event does', async () => {
  const { bus, looks } = await open(() => false);
  for (const type of ['decision.proposed', 'review.opened', 'assessment.approved'] as const) bus.send(event(type));
  await bus.settle();
  expect(looks()).toBe(0);
  bus.send(event('score.published'));
  await bus.settle();
  // The second is that of the job that follows it.
  expect(looks()).toBe(2);
});

test('a job that fails is tried again, as Lambda would', async () => {
  const { bus, logged, looks, deadLetters } = await open((look) => look < 3);
  bus.send(event('score.published'));
  await bus.settle();
  expect(looks()).toBe(4);
  expect(logged).toHaveLength(2);
  expect(existsSync(deadLetters)).toBe(false);
});

test('a job that follows another runs when that has done its work, and is tried again by itself', async () => {
  const { bus, looks, deadLetters } = await open((look) => look > 1);
  bus.send(event('score.published'));
  await bus.settle();
  expect(looks()).toBe(1 + 3);
  expect(JSON.parse(readFileSync(deadLetters, 'utf8'))).toMatchObject({ job: 'release-policy' });
});

test('what fails every time is kept in a file, without contents, and holds back nothing behind it', async () => {
  const { bus, looks, deadLetters } = await open(() => false);
  bus.send(event('decision.approved'));
  bus.send(event('score.published'));
  await bus.settle();
  // Two in each of the three tries, and two for the event behind: its own, and that of the job that follows.
  expect(looks()).toBe(8);
  const lines = readFileSync(deadLetters, 'utf8').trim().split('\n');
  expect(lines.map((line) => JSON.parse(line))).toEqual([{ job: 'publish-decisions', event: draft.id, subject: 'tiktok' }]);
});
