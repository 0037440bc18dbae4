import { EventBridgeClient, PutEventsCommand } from '@aws-sdk/client-eventbridge';
import type { CloudEvent } from '../../domain/record/cloud-event.ts';

/** Sends events to a bus of EventBridge, one by one, so that those of a platform leave in their order. */
export function openEventBus(busName: string | undefined): (event: CloudEvent) => Promise<void> {
  let client: EventBridgeClient | undefined;
  return async (event) => {
    if (busName === undefined) throw new Error('no event bus is configured for this function');
    client ??= new EventBridgeClient();
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
  };
}
