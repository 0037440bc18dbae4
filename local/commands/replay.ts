import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { ReplayRequest, replayEvents } from '../../lambdas/jobs/replay-events.ts';
import { openEventBus } from '../../lambdas/runtime/event-bus.ts';
import { openStore } from '../../store/open-store.ts';
import { StartFailure } from '../start-failure.ts';

/** Sends a part of the feed to every listener of a bus again, with the region and the rights of the environment. */
export async function replayFeed({ after, to, table, bus }: { after: string; to: string; table: string; bus: string }) {
  const request = ReplayRequest.safeParse({ after: Number(after), to: Number(to) });
  if (!request.success) throw new StartFailure(`--after and --to: ${request.error.issues[0]?.message}`);
  const client = new DynamoDBClient();
  try {
    return await replayEvents(request.data, { store: openStore(client, table), announce: openEventBus(bus) });
  } catch (error) {
    throw new StartFailure(error instanceof Error ? `${error.name}: ${error.message}` : String(error), { cause: error });
  } finally {
    client.destroy();
  }
}
