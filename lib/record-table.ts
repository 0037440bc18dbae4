import { Duration, RemovalPolicy } from 'aws-cdk-lib';
import { AttributeType, BillingMode, Operation, ProjectionType, StreamViewType, Table, TableEncryption } from 'aws-cdk-lib/aws-dynamodb';
import type { Key } from 'aws-cdk-lib/aws-kms';
import { EventSourceMapping, FilterCriteria, FilterRule, StartingPosition } from 'aws-cdk-lib/aws-lambda';
import { Construct } from 'constructs';
import type { JobEntry } from '../lambdas/jobs.ts';
import { DRAFT_PREFIX, INDEXES, PARTS, type Part, REACH_PREFIX, TABLE_KEYS } from '../store/keys.ts';
import type { BundledFunction } from './bundled-function.ts';
import { customerKey, KEY_READS, KEY_WRITES } from './customer-key.ts';
import type { DeadLetters } from './dead-letters.ts';
import { whereKeyIs } from './leading-keys.ts';
import { SUM, type Watch } from './watch.ts';

export interface RecordTableProps {
  /** Whether the record outlives the stack and is protected from deletion. */
  readonly kept: boolean;
  readonly watch: Watch;
  /** Whether the stream wakes no job. */
  readonly paused: boolean;
}

/** What one may do to the record: exactly what the store sends, so no function updates in place or deletes. */
const READS = ['dynamodb:BatchGetItem', 'dynamodb:GetItem'];

/** What reading the table's stream takes. */
const STREAM_READS = ['dynamodb:DescribeStream', 'dynamodb:GetRecords', 'dynamodb:GetShardIterator'];
const RETRIES = 10;
/** How old what is read may be: a record is kept for a day. */
const MOST_BEHIND = Duration.minutes(15);

/** The requests that the store makes. */
const OPERATIONS = [Operation.BATCH_GET_ITEM, Operation.GET_ITEM, Operation.QUERY, Operation.PUT_ITEM, Operation.TRANSACT_WRITE_ITEMS];

const text = (name: string) => ({ name, type: AttributeType.STRING });

/** The one table of the record, under a key of its own. */
export class RecordTable extends Construct {
  private readonly resource: Table;
  readonly key: Key;
  private readonly paused: boolean;
  private readonly watch: Watch;

  constructor(scope: Construct, id: string, props: RecordTableProps) {
    super(scope, id);
    this.paused = props.paused;
    this.watch = props.watch;
    const removalPolicy = props.kept ? RemovalPolicy.RETAIN : RemovalPolicy.DESTROY;
    this.key = customerKey(this, 'Key', { description: 'Whereabouts: the record', removalPolicy });
    this.resource = new Table(this, 'Resource', {
      partitionKey: text(TABLE_KEYS.partition),
      sortKey: text(TABLE_KEYS.sort),
      timeToLiveAttribute: TABLE_KEYS.expiry,
      billingMode: BillingMode.PAY_PER_REQUEST,
      encryption: TableEncryption.CUSTOMER_MANAGED,
      encryptionKey: this.key,
      pointInTimeRecoverySpecification: { pointInTimeRecoveryEnabled: true, recoveryPeriodInDays: 35 },
      stream: StreamViewType.NEW_IMAGE,
      deletionProtection: props.kept,
      removalPolicy,
    });
    for (const { name, partition, sort, projection } of INDEXES)
      this.resource.addGlobalSecondaryIndex({
        indexName: name,
        partitionKey: text(partition),
        sortKey: text(sort),
        projectionType: ProjectionType[projection],
      });
    // By request, not by table and index: a write that an index throttles is counted too, however many indexes there are.
    const throttled = this.resource.metricThrottledRequestsForOperations({ ...SUM, operations: OPERATIONS });
    const [reads, writes] = [this.resource.metricConsumedReadCapacityUnits(SUM), this.resource.metricConsumedWriteCapacityUnits(SUM)];
    props.watch.show('Capacity of the table, units', reads, writes);
    props.watch.alarm('TableThrottles', {
      metric: throttled,
      impact: 'Requests are answered late or not at all, because the table takes no more of them.',
      runbook: 'table-throttles',
    });
  }

  /** All may be read, but only these parts may be put to. A transaction asks for the right to each action in it, and has no action of its own. */
  openTo(fn: BundledFunction, writes: readonly Part[]): void {
    const { tableArn, tableName } = this.resource;
    const indexes = INDEXES.map(({ name }) => `${tableArn}/index/${name}`);
    fn.allow(READS, [tableArn], { TABLE_NAME: tableName });
    if (writes.length > 0) fn.allow(['dynamodb:PutItem'], [tableArn], {}, whereKeyIs(writes.flatMap((part) => PARTS[part])));
    fn.allow(['dynamodb:Query'], [tableArn, ...indexes]);
    fn.allow(writes.length === 0 ? KEY_READS : KEY_WRITES, [this.key.keyArn]);
  }

  /** The index of who is reached is no record: its job takes out what no longer holds, and nothing else. */
  openReachTo(fn: BundledFunction): void {
    fn.allow(['dynamodb:DeleteItem'], [this.resource.tableArn], {}, whereKeyIs([`${REACH_PREFIX}*`]));
  }

  /** A draft is no record, and its writer may throw it away. */
  openDraftsTo(fn: BundledFunction): void {
    fn.allow(['dynamodb:DeleteItem'], [this.resource.tableArn], {}, whereKeyIs([`${DRAFT_PREFIX}*`]));
  }

  /**
   * Wakes a job by each item that the manifest names, in order per partition. A batch that fails is halved and repeated from
   * its first failed record on; what fails to the end is left to the queue.
   */
  wake(fn: BundledFunction, { items }: Pick<JobEntry, 'items'>, deadLetters: DeadLetters): void {
    const { tableArn, tableStreamArn: stream = '' } = this.resource;
    fn.allow(STREAM_READS, [stream]);
    fn.allow(['dynamodb:ListStreams'], [`${tableArn}/stream/*`]);
    const reason = 'Lambda asks for the list of the streams of this one table, which is a right on all of them; it may read the present one only.';
    fn.explainWildcard(this.resource, 'stream/*', reason);
    deadLetters.openTo(fn);
    const sk = items && { sk: { S: 'is' in items ? FilterRule.isEqual(items.is) : FilterRule.beginsWith(items.prefix) } };
    const mapping = new EventSourceMapping(fn, 'Stream', {
      target: fn.target,
      enabled: !this.paused,
      eventSourceArn: stream,
      startingPosition: StartingPosition.TRIM_HORIZON,
      batchSize: 100,
      bisectBatchOnError: true,
      reportBatchItemFailures: true,
      retryAttempts: RETRIES,
      onFailure: { bind: () => ({ destination: deadLetters.queueArn }) },
      filters: [FilterCriteria.filter({ eventName: FilterRule.or('INSERT', 'MODIFY'), ...(sk && { dynamodb: { Keys: sk } }) })],
    });
    const age = fn.target.metric('IteratorAge', { statistic: 'Maximum', period: Duration.minutes(5) });
    this.watch.alarm(`${fn.node.id}Behind`, {
      metric: age,
      threshold: MOST_BEHIND.toMilliseconds(),
      periods: 3,
      impact: 'What changed is announced and indexed late, and lost to those who listen after a day.',
      runbook: 'stream-behind',
    });
    this.watch.show('Age of what the stream’s jobs read, ms', age);
    // Lambda looks whether it may read the stream at the moment of making.
    mapping.node.addDependency(fn.role);
  }
}
