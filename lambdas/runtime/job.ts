import type { Context, DynamoDBBatchResponse, DynamoDBRecord, DynamoDBStreamEvent, EventBridgeEvent } from 'aws-lambda';
import { CloudEvent } from '../../domain/record/cloud-event.ts';
import type { Deps } from './deps.ts';
import { type Log, logFigures } from './log.ts';

/** A job on the table's stream: one record at a time, in order. Throwing means: send this one and those after it again. */
export type StreamJob = (record: DynamoDBRecord, deps: Deps) => Promise<void>;

/** A job on the bus: one event, which may come twice, late or out of order. Throwing means: send it again. */
export type BusJob = (event: CloudEvent, deps: Deps) => Promise<void>;

/** A job on a schedule. It says what it did, in figures, for the log. */
export type ScheduledJob = (deps: Deps) => Promise<Record<string, number>>;

/**
 * The handler of a stream job. What follows a failed record in its own partition waits behind it, so that order holds;
 * other partitions go on, and get again what they have done already when the batch comes back from the failed record on.
 */
export function onStream(job: StreamJob, deps: () => Deps, log: Log = console) {
  return async ({ Records }: DynamoDBStreamEvent): Promise<DynamoDBBatchResponse> => {
    const failed = new Map<string, string>();
    for (const record of Records) {
      const partition = record.dynamodb?.Keys?.pk?.S ?? '';
      if (failed.has(partition)) continue;
      try {
        await job(record, deps());
      } catch (error) {
        log.error(
          JSON.stringify({
            level: 'error',
            job: job.name,
            error: error instanceof Error ? error.name : 'unknown',
            sequence: record.dynamodb?.SequenceNumber,
          }),
        );
        failed.set(partition, record.dynamodb?.SequenceNumber ?? '');
      }
    }
    return { batchItemFailures: [...failed.values()].map((itemIdentifier) => ({ itemIdentifier })) };
  };
}

export function onBus(job: BusJob, deps: () => Deps) {
  return ({ detail }: Pick<EventBridgeEvent<string, unknown>, 'detail'>): Promise<void> => job(CloudEvent.parse(detail), deps());
}

export function onSchedule(job: ScheduledJob, deps: () => Deps, log: Log = console) {
  return async (_?: unknown, context?: Pick<Context, 'awsRequestId'>): Promise<void> => {
    logFigures(log, job.name, await job(deps()), context?.awsRequestId);
  };
}
