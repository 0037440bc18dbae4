import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { PATIENCE } from '../../lambdas/runtime/patience.ts';
import { LOCAL_ACCESS } from '../../local/engine/open-table.ts';
import { openStore } from '../../store/open-store.ts';
import { readExample, type Service, startService } from '../started-service.ts';
import { countAnswers, expectIntact, expectWholeFeed, openRecord, profile } from '../store/record.ts';
import { observe } from './observe.ts';
import { type Fault, type FaultyProxy, openFaultyProxy } from './proxy.ts';

const facts = readExample('x/2023-02-23.json');

let service: Service;
let proxy: FaultyProxy;
beforeAll(async () => {
  let open: Promise<FaultyProxy> | undefined;
  service = await startService(({ endpoint, table }) => {
    open = openFaultyProxy(endpoint);
    // Less patience than in the cloud, so that the test need not wait as long.
    const requestHandler = { ...PATIENCE.requestHandler, socketTimeout: 1_000 };
    const client = new DynamoDBClient({ ...LOCAL_ACCESS, requestHandler, endpoint: async () => toEndpoint((await open)?.url ?? '') });
    return { store: openStore(client, table) };
  });
  proxy = (await open) as FaultyProxy;
});
afterAll(async () => {
  await service.stop();
  proxy.close();
});
beforeEach(() => proxy.meet(() => undefined));

function toEndpoint(url: string) {
  const { protocol, hostname, port } = new URL(url);
  return { protocol, hostname, port: Number(port), path: '/' };
}

/** The faults that requests of one kind meet, one after the other; those after the last one meet none. */
function inTurn(operation: string, ...faults: (Fault | undefined)[]) {
  const left = [...faults];
  proxy.meet((asked) => (asked === operation ? left.shift() : undefined));
}
const always = (operation: string, fault: Fault) => proxy.meet((asked) => (asked === operation ? fault : undefined));
const WRITE = 'TransactWriteItems';
const tokens = () => proxy.seen.filter(({ operation }) => operation === WRITE).map(({ token }) => token);

async function expectEvents(platform: string, types: readonly string[]): Promise<void> {
  proxy.meet(() => undefined);
  const record = openRecord(service, platform);
  expect((await record.events()).map(({ type }) => type)).toEqual(types);
  await expectIntact(service);
}

describe('a fault that passes is not noticed', () => {
  const faults: [string, Fault][] = [
    ['a table that is throttled', { refuse: 'ProvisionedThroughputExceededException' }],
    ['an account that is throttled', { refuse: 'ThrottlingException' }],
    ['a service that fails', { refuse: 'InternalServerError', status: 500 }],
    ['a transaction still under way', { refuse: 'TransactionInProgressException' }],
    ['a connection that breaks after the write', 'break-after'],
    ['a connection that goes silent', 'silence'],
    ['an answer that stops half-way', 'half-answer'],
  ];
  test.each(faults)('when writing: %s', async (name, fault) => {
    const platform = name.replaceAll(' ', '-').slice(0, 60);
    const { create, submit } = openRecord(service, platform);
    await create();
    inTurn(WRITE, fault);
    const answer = await submit('a', facts);
    expect(answer.status).toBe(201);
    expect(answer.headers['idempotency-replayed']).toBeUndefined();
    // The client has repeated it as the same one: whatever went through the first time is not done again.
    expect(tokens()).toHaveLength(2);
    expect(tokens()[0]).toMatch(/^[0-9a-f-]{36}$/);
    expect(new Set(tokens()).size).toBe(1);
    await expectEvents(platform, ['platform.changed', 'assessment.submitted']);
  });

  test.each(faults.filter(([, fault]) => fault !== 'break-after'))('when reading: %s', async (name, fault) => {
    const platform = `read-${name.replaceAll(' ', '-').slice(0, 55)}`;
    const { create, read } = openRecord(service, platform);
    await create();
    inTurn('GetItem', fault);
    expect((await read()).status).toBe(200);
  });
});

describe('a fault that lasts is refused, and nothing is half written', () => {
  test.each<[string, Fault]>([
    ['throttled', { refuse: 'ProvisionedThroughputExceededException' }],
    ['silent', 'silence'],
  ])('when nothing goes through: %s', async (name, fault) => {
    const { create, submit } = openRecord(service, `lasting-${name}`);
    await create();
    always(WRITE, fault);
    const answer = await submit('a', facts);
    expect(countAnswers([answer])).toEqual({ '500 internal-error': 1 });
    expect(answer.headers['content-type']).toBe('application/problem+json');
    expect(answer.text).not.toContain('Too much');
    await expectEvents(`lasting-${name}`, ['platform.changed']);
    expect((await submit('a', facts)).status).toBe(201);
  });

  test('when every write goes through and no answer comes back, the same key finds its own answer', async () => {
    const { create, submit } = openRecord(service, 'unheard');
    await create();
    always(WRITE, 'break-after');
    expect((await submit('a', facts)).status).toBe(500);
    proxy.meet(() => undefined);
    const again = await submit('a', facts);
    expect(again.status).toBe(201);
    expect(again.headers['idempotency-replayed']).toBe('true');
    expect(again.json.revision.revision).toBe(1);
    await expectEvents('unheard', ['platform.changed', 'assessment.submitted']);
  });

  test('a request without an idempotency key is answered on repeating that it is done', async () => {
    const { create, put, submit, judge } = openRecord(service, 'unheard-too');
    await create();
    always(WRITE, 'break-after');
    expect((await put({ 'if-match': '"v1"' }, profile)).status).toBe(500);
    proxy.meet(() => undefined);
    const stale = await put({ 'if-match': '"v1"' }, profile);
    expect(countAnswers([stale])).toEqual({ '412 precondition-failed': 1 });
    expect(stale.headers.etag).toBe('"v2"');
    const { hash } = (await submit('a', facts)).json.revision;
    always(WRITE, 'break-after');
    expect((await judge(1, { verdict: 'reject', hash, note: 'No.' })).status).toBe(500);
    proxy.meet(() => undefined);
    expect(countAnswers([await judge(1, { verdict: 'reject', hash, note: 'No.' })])).toEqual({ '409 already-decided': 1 });
    await expectEvents('unheard-too', ['platform.changed', 'platform.changed', 'assessment.submitted', 'assessment.rejected']);
  });
});

test('of requests that meet faults at random, none is doubled, and all succeed in the end', async () => {
  const kinds: (Fault | undefined)[] = [undefined, undefined, undefined, 'break-after'];
  const platforms = ['random-1', 'random-2', 'random-3'];
  for (const platform of platforms) await openRecord(service, platform).create();
  proxy.meet(() => kinds[Math.floor(Math.random() * kinds.length)]);
  await Promise.all(
    platforms.map(async (platform) => {
      const { submit, judge } = openRecord(service, platform);
      for (let round = 1; round <= 4; round += 1) {
        let submitted = await submit(`${round}`, facts);
        while (submitted.status !== 201) submitted = await submit(`${round}`, facts);
        const { revision, hash } = submitted.json.revision;
        expect(revision).toBe(round);
        let verdict = await judge(revision, { verdict: 'reject', hash, note: 'No.' });
        while (verdict.status >= 500) verdict = await judge(revision, { verdict: 'reject', hash, note: 'No.' });
        expect([200, 409]).toContain(verdict.status);
      }
    }),
  );
  for (const platform of platforms)
    await expectEvents(platform, ['platform.changed', ...Array(4).fill(['assessment.submitted', 'assessment.rejected']).flat()]);
  await expectWholeFeed(service);
  observe({
    fault: 'the table is throttled, fails, falls silent, breaks the connection after a write, or answers half',
    times: proxy.countMet(),
    seen: 'what passed went through unnoticed, as the same request; what lasted was refused with a 500 and went through when repeated, once',
    means: 'A client repeats with its key until it is answered, and nothing comes twice.',
  });
});
