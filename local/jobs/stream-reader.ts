import {
  DescribeStreamCommand,
  type DynamoDBStreamsClient,
  ExpiredIteratorException,
  GetRecordsCommand,
  type GetRecordsCommandOutput,
  GetShardIteratorCommand,
  type Shard,
  TrimmedDataAccessException,
} from '@aws-sdk/client-dynamodb-streams';
import type { DynamoDBBatchResponse, DynamoDBRecord, DynamoDBStreamEvent } from 'aws-lambda';
import * as z from 'zod';
import { findText, writeWhole } from '../data-folder.ts';

export type StreamReaderOptions = {
  readonly client: DynamoDBStreamsClient;
  /** The stream's ARN. */
  readonly stream: string;
  /** Where the place in the stream is kept. */
  readonly file: string;
  readonly wants: (record: DynamoDBRecord) => boolean;
  readonly handle: (event: DynamoDBStreamEvent) => Promise<DynamoDBBatchResponse>;
  /** Called with a record that failed every time; then the reader goes on behind it. */
  readonly giveUp: (record: DynamoDBRecord) => void;
};

const BATCH = 100;
/** How long a place is only remembered while there is more to read. */
const KEPT_AFTER_MS = 1000;
const ATTEMPTS = 6;

/**
 * Reads a table's stream for one job as Lambda would: batches in order, shard after parent shard, from the failed record
 * on again, and past one that fails every time. `readOnce` answers whether there was anything, and whether it went well.
 */
export function openStreamReader({ client, stream, file, wants, handle, giveUp }: StreamReaderOptions) {
  const place = findStreamPlace(file, stream);
  const iterators = new Map<string, string>();
  let shards: Shard[] = [];
  let poison = { sequence: '', attempts: 0 };
  let keptAt = Number.NEGATIVE_INFINITY;
  let isKept = true;

  async function readOnce(): Promise<'idle' | 'done' | 'failed'> {
    if (shards.length === 0) shards = await listShards();
    const outcomes = [];
    for (const shard of shards) if (isNext(shard)) outcomes.push(await readShard(shard.ShardId ?? ''));
    const outcome = outcomes.includes('failed') ? 'failed' : outcomes.includes('done') ? 'done' : 'idle';
    if (outcome !== 'done' || performance.now() - keptAt >= KEPT_AFTER_MS) keepPlace();
    return outcome;
  }

  /** A reader that is killed before reads some records again, which the jobs bear. */
  function keepPlace(): void {
    if (isKept) return;
    putStreamPlace(file, place);
    isKept = true;
    keptAt = performance.now();
  }

  async function listShards(): Promise<Shard[]> {
    const found: Shard[] = [];
    let after: string | undefined;
    do {
      const { StreamDescription } = await client.send(new DescribeStreamCommand({ StreamArn: stream, ExclusiveStartShardId: after }));
      found.push(...(StreamDescription?.Shards ?? []));
      after = StreamDescription?.LastEvaluatedShardId;
    } while (after !== undefined);
    return found;
  }

  const isEnded = (shardId = '') => place.shards[shardId]?.ended ?? false;
  /** A shard's records come before those of the shards that it was split into. */
  const isNext = ({ ShardId, ParentShardId }: Shard) =>
    !isEnded(ShardId) && (isEnded(ParentShardId) || !shards.some((other) => other.ShardId === ParentShardId));

  async function readShard(shardId: string): Promise<'idle' | 'done' | 'failed'> {
    const { Records = [], NextShardIterator } = await getRecords(shardId);
    const records = Records.map((record) => toLambdaRecord(record, stream));
    const wanted = records.filter(wants);
    const { batchItemFailures } = wanted.length > 0 ? await handle({ Records: wanted }) : { batchItemFailures: [] };
    const failedAt = records.findIndex((record) => batchItemFailures.some(({ itemIdentifier }) => itemIdentifier === sequenceOf(record)));
    const failed = records[failedAt];
    const done = failed ? records.slice(0, failedAt + (isGivenUp(failed) ? 1 : 0)) : records;
    const last = done.at(-1);
    if (failed || NextShardIterator === undefined) iterators.delete(shardId);
    else iterators.set(shardId, NextShardIterator);
    const ended = !failed && NextShardIterator === undefined;
    if (ended) shards = [];
    if (last || ended) keep(shardId, { after: last ? sequenceOf(last) : place.shards[shardId]?.after, ended });
    return failed ? 'failed' : records.length > 0 || ended ? 'done' : 'idle';
  }

  async function getRecords(shardId: string): Promise<GetRecordsCommandOutput> {
    try {
      const ShardIterator = iterators.get(shardId) ?? (await findIterator(shardId));
      return await client.send(new GetRecordsCommand({ ShardIterator, Limit: BATCH }));
    } catch (error) {
      // Whatever it was, the next read asks for a new one: an engine that was started again does not know the old.
      iterators.delete(shardId);
      if (error instanceof TrimmedDataAccessException) delete place.shards[shardId];
      else if (!(error instanceof ExpiredIteratorException)) throw error;
      return client.send(new GetRecordsCommand({ ShardIterator: await findIterator(shardId), Limit: BATCH }));
    }
  }

  async function findIterator(shardId: string): Promise<string | undefined> {
    const after = place.shards[shardId]?.after;
    const from =
      after === undefined
        ? { ShardIteratorType: 'TRIM_HORIZON' as const }
        : { ShardIteratorType: 'AFTER_SEQUENCE_NUMBER' as const, SequenceNumber: after };
    return (await client.send(new GetShardIteratorCommand({ StreamArn: stream, ShardId: shardId, ...from }))).ShardIterator;
  }

  function isGivenUp(record: DynamoDBRecord): boolean {
    const sequence = sequenceOf(record);
    poison = { sequence, attempts: poison.sequence === sequence ? poison.attempts + 1 : 1 };
    if (poison.attempts < ATTEMPTS) return false;
    giveUp(record);
    return true;
  }

  function keep(shardId: string, { after, ended }: { after: string | undefined; ended: boolean }): void {
    place.shards[shardId] = { ended, ...(after !== undefined && { after }) };
    isKept = false;
  }

  return { readOnce, keepPlace };
}
export type StreamReader = ReturnType<typeof openStreamReader>;

const sequenceOf = ({ dynamodb }: DynamoDBRecord): string => dynamodb?.SequenceNumber ?? '';

/** As Lambda hands it over: the same but for the time, in seconds. */
function toLambdaRecord(record: NonNullable<GetRecordsCommandOutput['Records']>[number], eventSourceARN: string): DynamoDBRecord {
  const { ApproximateCreationDateTime: at, ...content } = record.dynamodb ?? {};
  const dynamodb = { ...content, ...(at && { ApproximateCreationDateTime: Math.floor(at.getTime() / 1000) }) };
  // The two packages name one and the same JSON differently where values are binary, which none of ours are.
  return { ...record, eventSourceARN, dynamodb } as DynamoDBRecord;
}

/** How far a reader is in a stream: by shard, the last record that was handled, or that the shard is read to its end. */
const StreamPlace = z.object({ stream: z.string(), shards: z.record(z.string(), z.object({ after: z.string().optional(), ended: z.boolean() })) });
type StreamPlace = z.infer<typeof StreamPlace>;

/** The place kept in a file. One of another stream, or one that cannot be read, is as good as none: the jobs bear repetition. */
function findStreamPlace(file: string, stream: string): StreamPlace {
  const none: StreamPlace = { stream, shards: {} };
  try {
    const kept = StreamPlace.parse(JSON.parse(findText(file) ?? 'null'));
    return kept.stream === stream ? kept : none;
  } catch {
    return none;
  }
}

function putStreamPlace(file: string, place: StreamPlace): void {
  // An older place, or none, has records read twice, which the jobs bear.
  writeWhole(file, JSON.stringify(place), { flush: false });
}
