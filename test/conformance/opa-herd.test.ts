import { setTimeout as delay } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { documented } from './opa-configuration.ts';
import { BUNDLE, openStage, type Stage, until } from './opa-stage.ts';

const HERD = 50;
const OUTAGE_MS = 5_000;

let stage: Stage;
beforeAll(async () => {
  stage = await openStage();
});
afterAll(() => stage?.stop());

const answersWith = (status: number) => stage.logged.filter((line) => line.includes(BUNDLE) && line.includes(`"status":${status}`)).length;

/** How long another reader waits at worst while something is not true yet, in milliseconds. */
async function waitMeanwhile(holds: () => Promise<boolean>): Promise<number> {
  const waits: number[] = [];
  await until(async () => {
    const begun = performance.now();
    await stage.send('auditor', 'GET', '/v1/platforms/tiktok');
    waits.push(performance.now() - begun);
    return holds();
  });
  return Math.round(Math.max(...waits));
}

/** Whether every consumer has said since then that it holds what is served. */
async function areCurrent(since: number): Promise<boolean> {
  const [consumers, served] = await Promise.all([stage.consumers(), stage.served()]);
  const current = consumers.filter(({ revision, error, reportedAt }) => revision === served && error === null && Date.parse(reportedAt) > since);
  return current.length === HERD;
}

describe('fifty real OPAs', () => {
  it('that begin at once all get the bundle', async () => {
    const configuration = documented(`${stage.url}/v1/policy/opa`, await stage.keys());
    const start = performance.now();
    await Promise.all(Array.from({ length: HERD }, (_, i) => stage.startOpa(`opa-${i}`, configuration)));
    const wait = await waitMeanwhile(() => areCurrent(0));
    console.info(`fifty OPAs began and were current after ${toSeconds(start)} s; another reader waited ${wait} ms at most`);
    expect(answersWith(200)).toBe(HERD);
  });

  it('are all current again after an outage, for fifty small answers', async () => {
    const whole = answersWith(200);
    await stage.restart(() => delay(OUTAGE_MS));
    const start = performance.now();
    // The instance's clock is ahead of the real one, by which reports are timed.
    const since = Math.max(...(await stage.consumers()).map(({ reportedAt }) => Date.parse(reportedAt)));
    const wait = await waitMeanwhile(() => areCurrent(since));
    const again = answersWith(200) - whole;
    console.info(
      `after an outage fifty OPAs were current in ${toSeconds(start)} s, ${again} by whole bundles; another reader waited ${wait} ms at most`,
    );
    expect(again).toBe(0);
  });
});

it('fifty consumers that have lost their ETag, as older OPAs do, all get the whole bundle', async () => {
  const headers = { prefer: 'modes=snapshot,delta', 'if-none-match': '' };
  const start = performance.now();
  const bundles = await Promise.all(Array.from({ length: HERD }, () => stage.fetchBundle(headers)));
  console.info(`fifty whole bundles in ${toSeconds(start)} s`);
  expect(new Set(bundles.map((bytes) => bytes.toString('base64'))).size).toBe(1);
});

const toSeconds = (start: number) => ((performance.now() - start) / 1000).toFixed(1);
