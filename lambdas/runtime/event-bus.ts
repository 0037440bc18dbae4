import type { CloudEvent } from '../../domain/cloud-event.ts';

/** Sends events to a bus of EventBridge, one by one, so that those of a platform leave in their order. */
export function openEventBus(busName: string | undefined): (event: CloudEvent) => Promise<void> {
  let opened: ReturnType<typeof open> | undefined;
  return async (event) => {
    if (busName === undefined) throw new Error('this function is told of no event bus');
    opened ??= open(busName);
    const { send } = await opened;
    await send(event);
  };
}

// Loaded by the first event: every other function would carry the client in vain.
async function open(busName: string) {
  const { EventBridgeClient, PutEventsCommand } = await import('@aws-sdk/client-eventbridge');
  const client = new EventBridgeClient();
  return {
    async send(event: CloudEvent): Promise<void> {
      const entry = {
        EventBusName: busName,
        Source: 'eu.whereabouts',
        DetailType: event.type,
        Time: new Date(event.time),
        Detail: JSON.stringify(event),
      };
      const { FailedEntryCount, Entries } = await client.send(new PutEventsCommand({ Entries: [entry] }));
      // The bus answers 200 to an event that it did not take.
      if (FailedEntryCount) throw new Error(`the event bus did not take an event: ${Entries?.[0]?.ErrorCode}`);
    },
  };
}
