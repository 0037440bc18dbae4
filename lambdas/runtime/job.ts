import type { DynamoDBBatchResponse, DynamoDBRecord, DynamoDBStreamEvent } from 'aws-lambda';
import type { Deps } from './deps.ts';

/** A job on the table's stream: one record at a time, in order. Throwing means: send this one and those after it again. */
export type StreamJob = (record: DynamoDBRecord, deps: Deps) => Promise<void>;

/** A job on a schedule. It says what it did, in figures, for the log. */
export type ScheduledJob = (deps: Deps) => Promise<Record<string, number>>;

/** The handler of a stream job: what follows a failed record waits behind it, so that order holds. */
export function onStream(job: StreamJob, deps: () => Deps) {
  return async ({ Records }: DynamoDBStreamEvent): Promise<DynamoDBBatchResponse> => {
    for (const record of Records) {
      try {
        await job(record, deps());
      } catch (error) {
        console.error(
          JSON.stringify({
            level: 'error',
            job: job.name,
            error: error instanceof Error ? error.name : 'unknown',
            sequence: record.dynamodb?.SequenceNumber,
          }),
        );
        return { batchItemFailures: [{ itemIdentifier: record.dynamodb?.SequenceNumber ?? '' }] };
      }
    }
    return { batchItemFailures: [] };
  };
}

export function onSchedule(job: ScheduledJob, deps: () => Deps) {
  return async (): Promise<void> => {
    const figures = await job(deps());
    console.log(JSON.stringify({ level: 'info', job: job.name, ...figures }));
  };
}
