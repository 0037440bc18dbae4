import { afterAll, beforeAll, expect, it } from 'vitest';
import { hashOfText } from '../../domain/facts/hash.ts';
import { judgeRevision } from '../../domain/record/judge-revision.ts';
import { newKey } from '../decision-case.ts';
import { analyst, readExample, type Service, startService } from '../started-service.ts';
import { behind } from './behind-the-service.ts';

let service: Service;
let attacker: ReturnType<typeof behind>;
beforeAll(async () => {
  service = await startService();
  service.setNow('2023-02-23T12:00:00Z');
  attacker = behind(service);
});
afterAll(() => service.stop());

it('an approval that nobody gave, written as our own code would, is the one act that no line of the log knows', async () => {
  const path = '/v1/platforms/invented';
  await service.call('PUT', path, { as: analyst, body: readExample('tiktok/platform.json'), headers: { 'if-none-match': '*' } });
  const body = readExample('tiktok/2023-02-23.json');
  const { json } = await service.call('POST', `${path}/assessments`, { as: analyst, body, headers: newKey() });

  const { store } = service.deps;
  const [head, status, revision] = await Promise.all([
    store.findHead('invented'),
    store.findStatus('invented', 1),
    store.findRevision('invented', 1),
  ]);
  if (!head || !status || !revision) throw new Error('nothing was submitted');
  const verdict = { verdict: 'approve', hash: json.revision.hash } as const;
  const nobody = { by: 'reviewer-2', at: '2023-02-23T12:00:00.000Z', request: 'made-up', token: hashOfText('made-up') };
  const judged = judgeRevision(head, { status, verdict, facts: { revision, before: undefined } }, nobody, service.deps);
  await store.commit({ from: head, ...judged });
  expect(await attacker.verify('invented')).toMatchObject({ intact: true });

  const lines = service.logged.map((line) => JSON.parse(line));
  const isSeen = (request: string, by: string) => lines.some((line) => line.requestId === request && line.caller === hashOfText(by));
  const events = (await attacker.list('PLATFORM#invented')).filter(({ sk }) => sk.startsWith('EVENT#'));
  const unseen = events.filter(({ request, by }) => !isSeen(request, by));
  expect(unseen.map(({ type, by }) => [type, by])).toEqual(judged.events.map(({ type }) => [type, 'reviewer-2']));
  expect(events.length - unseen.length).toBe(2);
});
