import { expect, test } from 'vitest';
import { loadOperations } from '../../docs/openapi/operations.ts';
import { type Exchange, withStage } from '../../docs/openapi/stage.ts';
import { playStory } from '../../docs/openapi/story.ts';
import { type JobEntry, jobs } from '../../lambdas/jobs.ts';
import { routes } from '../../lambdas/routes.ts';
import { withBundles } from './bundle-stage.ts';

/** What chance or another's key decides, each different value by the number of its first appearance. */
function byAppearance() {
  const seen = new Map<string, string>();
  const chance =
    /-----BEGIN [^"]*?-----END PUBLIC KEY-----|(?<![0-9A-Za-z])[0-9A-HJKMNP-TV-Z]{26}(?![0-9A-Za-z])|\b[0-9a-f]{16,64}\b|(?<=\b\d{6}-)[0-9a-f]{8}\b|[\w-]{40,}(\.[\w-]{20,})*/g;
  return (text: string) =>
    text.replace(chance, (value) => {
      const known = seen.get(value) ?? `#${seen.size + 1}`;
      seen.set(value, known);
      return known;
    });
}

/** The name of a request is the gateway's. */
const OF_THE_GATEWAY = new Set(['x-request-id']);

function toLines(exchanges: readonly Exchange[]): string[] {
  const plain = byAppearance();
  return exchanges.map(({ route, status, headers, body }) => {
    // The tree is of events whose ids are others here: that it answers, and how, is the same.
    const isOfTree = /^get-(log-.*|.*proof)$/.test(route);
    const named = [...headers].filter(([name]) => !OF_THE_GATEWAY.has(name) && !(isOfTree && name === 'etag'));
    const text = isOfTree ? '' : (JSON.stringify(body) ?? '');
    return plain(`${route} ${status} ${JSON.stringify(named)} ${text.replace(/"(instance|requestId|request)":"[^"]*"/g, '"$1":"…"')}`);
  });
}

/** The story of the API, and a night after it. */
const cloud = withBundles(async ({ ask, travel, work, forge, run, services, logged }) => {
  const lines = toLines(await playStory({ ask, travel, work, forge }));
  const announced = [...services.announced];
  travel('2023-03-20T00:10:00Z');
  const figures: Record<string, unknown> = {};
  for (const { name, on } of jobs as readonly JobEntry[]) if (/^(rate|cron)/.test(on)) figures[name] = JSON.parse(await run(name));
  const audit = await ask('verify-audit', { as: 'auditor' });
  return { lines, announced, figures, audit, archived: [...services.objects.keys()], logged: logged().map((line) => JSON.parse(line)) };
});

test('every function out of its zip gives the answers of local mode, over the whole story of the API', async () => {
  const { lines } = await cloud;
  const atHome = toLines(await withStage(await loadOperations(), playStory));
  expect(lines).toHaveLength(atHome.length);
  for (const [i, line] of lines.entries()) expect(line).toBe(atHome[i]);
  expect(new Set(lines.map((line) => line.split(' ')[0])).size).toBe(routes.length);
});

test('every job out of its zip does its work', async () => {
  const { announced, figures, audit, archived } = await cloud;
  expect(announced.length).toBeGreaterThan(10);
  expect(new Set(announced.map(({ DetailType }) => DetailType))).toContain('eu.whereabouts.decision.approved.v1');
  expect(announced[0]).toMatchObject({ Source: 'eu.whereabouts', EventBusName: 'a-EVENT_BUS_NAME' });
  expect(figures).toMatchObject({
    'announce-missed': { level: 'info' },
    'archive-checkpoint': { level: 'info', archived: 1, broken: 0 },
    'review-platforms': { level: 'info', looked: 1, failed: 0 },
    'renew-policy': { level: 'info', made: 1 },
    'release-policy': { level: 'info', released: 1, refused: 0 },
  });
  expect(archived.filter((name) => !name.startsWith('captures/'))).toEqual(['checkpoints/2023-03-20.note']);
  expect(archived.some((name) => name.startsWith('captures/'))).toBe(true);
  expect(audit.body).toMatchObject({ intact: true, checkpoint: { day: '2023-03-20' }, broken: [] });
});

test('what they log is a line of JSON each, and none of it a fault', async () => {
  const { lines, logged } = await cloud;
  expect(logged.length).toBeGreaterThanOrEqual(lines.length);
  expect(new Set(logged.map(({ level }) => level))).toEqual(new Set(['info']));
});
