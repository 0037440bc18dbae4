/** `node local/commands/replay.ts --after N --to N --table NAME --bus NAME`: sends a part of the feed to every listener of a bus again. */
import { parseArgs } from 'node:util';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { ReplayRequest, replayEvents } from '../../lambdas/jobs/replay-events.ts';
import { openEventBus } from '../../lambdas/runtime/event-bus.ts';
import { openStore } from '../../store/open-store.ts';
import { StartFailure } from '../start-failure.ts';

const USAGE = 'Usage: node local/commands/replay.ts --after PLACE --to PLACE --table NAME --bus NAME';

function readArguments(): { request: ReplayRequest; table: string; bus: string } {
  const text = { type: 'string' } as const;
  const { values } = parseArgs({ options: { after: text, to: text, table: text, bus: text }, strict: true });
  const { after, to, table, bus } = values;
  if (table === undefined || bus === undefined) throw new StartFailure(USAGE);
  const request = ReplayRequest.safeParse({ after: Number(after), to: Number(to) });
  if (!request.success) throw new StartFailure(`--after and --to: ${request.error.issues[0]?.message}. ${USAGE}`);
  return { request: request.data, table, bus };
}

try {
  const { request, table, bus } = readArguments();
  const client = new DynamoDBClient();
  const { sent, upTo } = await replayEvents(request, { store: openStore(client, table), announce: openEventBus(bus) });
  client.destroy();
  process.stdout.write(`${sent} events were sent again, up to place ${upTo}.\n`);
} catch (error) {
  process.stderr.write(
    `${error instanceof StartFailure ? error.message : error instanceof Error ? `${error.name}: ${error.message}` : String(error)}\n`,
  );
  process.exitCode = 1;
}
