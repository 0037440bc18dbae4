import { afterAll, beforeAll, expect, test } from 'vitest';
import { hashOfText } from '../../domain/facts/hash.ts';
import { checkFile } from '../../domain/log/check-file.ts';
import { type LogPolicy, readLogPolicy } from '../../domain/log/policy.ts';
import { EXPORTS } from '../../domain/policy/exports.ts';
import { releasePolicy } from '../../lambdas/jobs/release-policy.ts';
import { renewPolicy } from '../../lambdas/jobs/renew-policy.ts';
import { signCheckpoint } from '../../lambdas/jobs/sign-checkpoint.ts';
import { verifyEd25519 } from '../../lambdas/runtime/log-key.ts';
import { deciding } from '../decision-case.ts';
import { behind } from '../faults/behind-the-service.ts';
import { analyst, decider1, policyTool, readExample, type Service, startService } from '../started-service.ts';

let service: Service;
beforeAll(async () => {
  service = await startService();
  service.setNow('2023-02-23T12:00:00.000Z');
  const { assess, decide } = deciding(service);
  await assess('tiktok', readExample('tiktok/2023-02-23.json'));
  await decide('tiktok');
  await renewPolicy(service.deps);
  await releasePolicy(service.deps);
});
afterAll(() => service.stop());

const get = (path: string, query: Readonly<Record<string, string>> = {}) => service.call('GET', path, { as: policyTool, query });
const revisionOf = async () => (await get('/v1/policy/cedar/entities')).headers['whereabouts-revision'] ?? '';

async function readPolicy(): Promise<LogPolicy> {
  const policy = readLogPolicy((await get('/v1/log/policy')).text);
  if (typeof policy === 'string') throw new Error(policy);
  return policy;
}

test('exports are served before anything of them can be proved, and an event names each', async () => {
  const revision = await revisionOf();
  const path = `/v1/policy/revisions/${revision}/proof`;
  expect((await get(path)).json).toMatchObject({ status: 404, type: '/v1/problems/not-cosigned' });
  await service.pump();
  expect((await get(path)).json).toMatchObject({ status: 404, type: '/v1/problems/not-cosigned' });
  expect((await get('/v1/policy/revisions/000009-00000000/proof')).json).toMatchObject({ status: 404, type: '/v1/problems/not-found' });
  expect((await get('/v1/policy/revisions/2/proof')).status).toBe(400);
});

test('one proof is of every export of its revision, to the byte', async () => {
  await service.pump();
  await signCheckpoint(service.deps);
  const { text: proof, status } = await get(`/v1/policy/revisions/${await revisionOf()}/proof`);
  expect(status).toBe(200);
  const policy = await readPolicy();
  for (const { address, forms, type } of EXPORTS)
    for (const { name, query } of forms) {
      const { text } = await get(`/v1/policy/${address}`, query);
      const bytes = Buffer.from(text, type === 'application/gzip' ? 'base64' : 'utf8');
      expect(checkFile(bytes, proof, policy, verifyEd25519)).toMatchObject({ name, event: { type: 'policy.released', chain: 'policy' } });
      expect(checkFile(Buffer.concat([bytes, Buffer.from(' ')]), proof, policy, verifyEd25519)).toContain('does not name this file');
    }
});

test('a memo is proved by the bytes that were handed out, and by no others', async () => {
  const [{ id = '' } = {}] = (await service.deps.store.findHead('tiktok'))?.decisions ?? [];
  const path = `/v1/platforms/tiktok/decisions/${id}/memo`;
  expect((await service.call('POST', path, { as: analyst })).status).toBe(403);
  const { text: memo, status, headers } = await service.call('POST', path, { as: decider1 });
  expect(status).toBe(201);
  const proofPath = `${path}/${hashOfText(memo)}/proof`;
  expect(headers).toMatchObject({ location: proofPath, 'content-type': 'text/html; charset=utf-8' });
  await service.pump();
  expect((await service.call('GET', proofPath, { as: analyst })).json).toMatchObject({ type: '/v1/problems/not-cosigned' });
  await signCheckpoint(service.deps);
  const { text: proof } = await service.call('GET', proofPath, { as: analyst });
  const policy = await readPolicy();
  expect(checkFile(Buffer.from(memo), proof, policy, verifyEd25519)).toMatchObject({
    name: 'memo.html',
    event: { type: 'memo.recorded', by: 'decider-1' },
  });
  expect(checkFile(Buffer.from(`${memo} `), proof, policy, verifyEd25519)).toContain('does not name this file');
  for (const other of [`${path}/${hashOfText('another')}/proof`, proofPath.replace(id, `${id.slice(0, -1)}${id.endsWith('0') ? '1' : '0'}`)])
    expect((await service.call('GET', other, { as: analyst })).json).toMatchObject({ status: 404, type: '/v1/problems/not-found' });
  // The page itself goes on as ever, and the record with it.
  expect((await service.call('GET', path, { as: analyst })).status).toBe(200);
  expect(await behind(service).verify()).toMatchObject({ intact: true });
});

test('the event of a score is found by two reads, and without a hint that holds all the same', async () => {
  const { id = '' } = (await service.deps.store.findHead('tiktok'))?.published ?? {};
  const asked: string[] = [];
  service.client.middlewareStack.add(
    (next, { commandName = '' }) =>
      (args) => {
        asked.push(commandName);
        return next(args);
      },
    { step: 'initialize', name: 'countAsked' },
  );
  const find = () => service.deps.store.findSealingEvent('tiktok', `SCORE#${id}`);
  const event = await find();
  expect(JSON.parse(event?.text ?? '{}')).toMatchObject({ items: { [`SCORE#${id}`]: expect.any(String) } });
  expect(asked).toEqual(['GetItemCommand', 'GetItemCommand']);
  service.client.middlewareStack.remove('countAsked');
  const attacker = behind(service);
  const hint = await attacker.readAt('LEAF#tiktok', `SCORE#${id}`);
  for (const sequence of [1, 900, 'x']) {
    await attacker.write({ ...hint, sequence });
    expect(await find()).toEqual(event);
  }
  await attacker.remove(hint.pk, hint.sk);
  expect(await find()).toEqual(event);
});

test('a revision of before stays provable, and its chain is verified like any other', async () => {
  const before = await revisionOf();
  service.setNow('2023-02-24T12:30:00.000Z');
  await renewPolicy(service.deps);
  await releasePolicy(service.deps);
  await service.pump();
  await signCheckpoint(service.deps);
  expect(await revisionOf()).not.toBe(before);
  expect((await get(`/v1/policy/revisions/${before}/proof`)).status).toBe(200);
  const attacker = behind(service);
  expect(await attacker.verify()).toMatchObject({ intact: true });
  await attacker.change('policy', `RELEASE#${before}`, () => ({ event: 2 }));
  expect((await attacker.verify()).broken).toMatchObject([{ chain: 'policy', item: `RELEASE#${before}`, fault: 'changed' }]);
});
