import type { DynamoDBBatchResponse, DynamoDBStreamEvent } from 'aws-lambda';
import * as z from 'zod';
import { withBus } from '../runtime/cloud/bus.ts';
import { cloudDeps } from '../runtime/cloud/deps.ts';
import { onStream, type StreamJob } from '../runtime/job.ts';
import { announceChain } from './announce-chain.ts';
import { ReplayRequest, replayEvents } from './replay-events.ts';

const Image = z.object({ chain: z.object({ S: z.string() }), sequence: z.object({ N: z.coerce.number().int() }) });

/**
 * An event's record only wakes the announcer, who reads the chain itself: so a record that comes twice, late, out of
 * order or never does no harm.
 */
export const announceEvents: StreamJob = async ({ eventName, dynamodb }, deps) => {
  if (eventName !== 'INSERT') return;
  const { chain, sequence } = Image.parse(dynamodb?.NewImage);
  const mark = await deps.store.findFeedMark(chain.S);
  const isAnnounced = mark.sequence >= sequence.N && mark.unsent.length === 0;
  const announced = isAnnounced ? mark : await announceChain(chain.S, deps);
  // After sending, which waits for nothing; a run that breaks off before leaves its leaves to the next, of any chain.
  await deps.store.growTree();
  if (announced.sequence < sequence.N) throw new Error(`the chain ends before event ${sequence.N}, or has a gap`);
};

const deps = cloudDeps(withBus);
const fromStream = onStream(announceEvents, deps);

/** From the stream; called by hand with `{"replay": {"after": 120, "to": 140}}`, it sends that part of the feed again. */
export async function handler(event: DynamoDBStreamEvent | { replay: unknown }): Promise<DynamoDBBatchResponse | { sent: number; upTo: number }> {
  return 'replay' in event ? replayEvents(ReplayRequest.parse(event.replay), deps()) : fromStream(event);
}
