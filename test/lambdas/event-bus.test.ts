import { EventBridgeClient, PutEventsCommand } from '@aws-sdk/client-eventbridge';
import { mockClient } from 'aws-sdk-client-mock';
import { afterEach, expect, test } from 'vitest';
import { toCloudEvent } from '../../domain/record/cloud-event.ts';
import { openEventBus } from '../../lambdas/runtime/event-bus.ts';

const bridge = mockClient(EventBridgeClient);
afterEach(() => bridge.reset());

const event = toCloudEvent(
  {
    id: 'evt_1',
    type: 'score.published',
    chain: 'tiktok',
    sequence: 4,
    at: '2026-01-02T03:04:05.000Z',
    by: 'reviewer',
    data: { score: 'scr_1' },
    items: {},
    state: {},
    previous: null,
    hash: '0'.repeat(64),
  },
  12,
);

test('an event goes to the bus whole, under its type', async () => {
  bridge.on(PutEventsCommand).resolves({ FailedEntryCount: 0, Entries: [{ EventId: '1' }] });
  await openEventBus('the-bus')(event);
  const [entry] = bridge.commandCalls(PutEventsCommand)[0]?.args[0].input.Entries ?? [];
  expect(entry).toMatchObject({ EventBusName: 'the-bus', Source: 'eu.whereabouts', DetailType: 'eu.whereabouts.score.published.v1' });
  expect(JSON.parse(entry?.Detail ?? '')).toEqual(event);
});

test('an event that the bus answers not to have taken counts as not sent', async () => {
  bridge.on(PutEventsCommand).resolves({ FailedEntryCount: 1, Entries: [{ ErrorCode: 'ThrottlingException', ErrorMessage: 'too many' }] });
  await expect(openEventBus('the-bus')(event)).rejects.toThrow('the event bus did not take an event: ThrottlingException');
});

test('a function without a configured bus cannot announce', async () => {
  await expect(openEventBus(undefined)(event)).rejects.toThrow('no event bus');
});
