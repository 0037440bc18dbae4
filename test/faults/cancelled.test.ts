import {
  BatchGetItemCommand,
  DynamoDBClient,
  GetItemCommand,
  QueryCommand,
  TransactionCanceledException,
  TransactWriteItemsCommand,
} from '@aws-sdk/client-dynamodb';
import { mockClient } from 'aws-sdk-client-mock';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { reviewPlatforms } from '../../lambdas/jobs/review-platforms.ts';
import { openStore } from '../../store/open-store.ts';
import { type Service, startService } from '../started-service.ts';
import { countAnswers, expectIntact, expectWholeFeed, openRecord, profile } from '../store/record.ts';

/** A client that passes on to the real one, but for what a test puts in its way. */
const faulty = new DynamoDBClient({ region: 'eu-central-1' });
const mock = mockClient(faulty);

let service: Service;
beforeAll(async () => {
  service = await startService(({ table }) => ({ store: openStore(faulty, table) }));
});
afterAll(() => service.stop());
beforeEach(() => {
  const { client } = service;
  mock.reset();
  mock.on(GetItemCommand).callsFake((input) => client.send(new GetItemCommand(input)));
  mock.on(QueryCommand).callsFake((input) => client.send(new QueryCommand(input)));
  mock.on(BatchGetItemCommand).callsFake((input) => client.send(new BatchGetItemCommand(input)));
  mock.on(TransactWriteItemsCommand).callsFake((input) => client.send(new TransactWriteItemsCommand(input)));
});

/** A transaction is cancelled for the reason of one of its items; the others give none. */
function cancel(reason: string, times: number): { attempts: () => number } {
  let left = times;
  let attempts = 0;
  mock.on(TransactWriteItemsCommand).callsFake((input) => {
    attempts += 1;
    if (left <= 0) return service.client.send(new TransactWriteItemsCommand(input));
    left -= 1;
    const CancellationReasons = [{ Code: 'None' }, { Code: reason, Message: 'It was cancelled.' }];
    throw new TransactionCanceledException({ message: 'Transaction cancelled', $metadata: {}, CancellationReasons });
  });
  return { attempts: () => attempts };
}

const PASSING = ['ConditionalCheckFailed', 'TransactionConflict', 'ThrottlingError', 'ProvisionedThroughputExceeded'];

test.each(PASSING)('a transaction cancelled twice for %s is read again and repeated', async (reason) => {
  const platform = `twice-${reason.toLowerCase()}`;
  const { create, submit, events } = openRecord(service, platform);
  await create();
  const { attempts } = cancel(reason, 2);
  const answer = await submit('a');
  expect(answer.status).toBe(201);
  expect(answer.headers['idempotency-replayed']).toBeUndefined();
  expect(attempts()).toBe(3);
  expect((await events()).map(({ type }) => type)).toEqual(['platform.changed', 'assessment.submitted']);
});

test.each(PASSING)('one cancelled every time for %s is refused with 409, and has written nothing', async (reason) => {
  const platform = `always-${reason.toLowerCase()}`;
  const { create, submit, events } = openRecord(service, platform);
  await create();
  const { attempts } = cancel(reason, Number.POSITIVE_INFINITY);
  expect(countAnswers([await submit('a')])).toEqual({ '409 conflict': 1 });
  expect(attempts()).toBeGreaterThan(3);
  expect((await events()).map(({ type }) => type)).toEqual(['platform.changed']);
});

test.each(['ValidationError', 'ItemCollectionSizeLimitExceeded'])('one cancelled for %s is a fault of ours, and not repeated', async (reason) => {
  const platform = `fault-${reason.toLowerCase()}`;
  const { create, put, events } = openRecord(service, platform);
  await create();
  const { attempts } = cancel(reason, Number.POSITIVE_INFINITY);
  expect(countAnswers([await put({ 'if-match': '"v1"' }, profile)])).toEqual({ '500 internal-error': 1 });
  expect(attempts()).toBe(1);
  expect((await events()).map(({ type }) => type)).toEqual(['platform.changed']);
});

test('the machine outlasts cancelled transactions too, and the announcer numbers all the same', async () => {
  const { create, approve, head } = openRecord(service, 'machine');
  await create();
  await approve('a');
  service.setNow(new Date(Date.now() + 400 * 86_400_000).toISOString());
  cancel('TransactionConflict', 2);
  await reviewPlatforms(service.deps);
  // What could not be claimed this time is looked at by the next run.
  await reviewPlatforms(service.deps);
  expect((await head()).review).toBeDefined();
  cancel('ThrottlingError', 2);
  await expectWholeFeed(service);
  await expectIntact(service);
});
