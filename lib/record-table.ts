import { RemovalPolicy } from 'aws-cdk-lib';
import { MathExpression, Metric } from 'aws-cdk-lib/aws-cloudwatch';
import { AttributeType, BillingMode, StreamViewType, Table, TableEncryption } from 'aws-cdk-lib/aws-dynamodb';
import type { Key } from 'aws-cdk-lib/aws-kms';
import { Construct } from 'constructs';
import { INDEXES, TABLE_KEYS } from '../store/keys.ts';
import type { BundledFunction } from './bundled-function.ts';
import { customerKey, KEY_READS, KEY_WRITES } from './customer-key.ts';
import { SUM, type Watch } from './watch.ts';

export interface RecordTableProps {
  /** Whether the record outlives the stack and is protected from deletion. */
  readonly kept: boolean;
  readonly watch: Watch;
}

/** What one may do to the record. Nobody deletes: it is append-only. */
const ACTIONS = {
  reads: [],
  // A transaction asks for the right to each action in it, and has no action of its own.
  writes: ['dynamodb:ConditionCheckItem', 'dynamodb:PutItem', 'dynamodb:UpdateItem'],
} as const;
export type Access = keyof typeof ACTIONS;

const text = (name: string) => ({ name, type: AttributeType.STRING });

/** The one table of the record, under a key of its own. */
export class RecordTable extends Construct {
  private readonly resource: Table;
  private readonly key: Key;

  constructor(scope: Construct, id: string, props: RecordTableProps) {
    super(scope, id);
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
    for (const { name, partition, sort } of INDEXES)
      this.resource.addGlobalSecondaryIndex({ indexName: name, partitionKey: text(partition), sortKey: text(sort) });
    props.watch.alarm('TableThrottles', {
      metric: this.throttles(),
      impact: 'Requests are answered late or not at all, because the table takes no more of them.',
      runbook: 'table-throttles',
    });
  }

  openTo(fn: BundledFunction, access: Access): void {
    const { tableArn, tableName } = this.resource;
    const indexes = INDEXES.map(({ name }) => `${tableArn}/index/${name}`);
    fn.allow(['dynamodb:GetItem', ...ACTIONS[access]], [tableArn], { TABLE_NAME: tableName });
    fn.allow(['dynamodb:Query'], [tableArn, ...indexes]);
    fn.allow(access === 'reads' ? KEY_READS : KEY_WRITES, [this.key.keyArn]);
  }

  /** An index that cannot keep up throttles the table's writes, under its own name. */
  private throttles() {
    const metric = (metricName: string, index?: string) =>
      new Metric({
        ...SUM,
        namespace: 'AWS/DynamoDB',
        metricName,
        dimensionsMap: { TableName: this.resource.tableName, ...(index && { GlobalSecondaryIndexName: index }) },
      });
    const metrics = [undefined, ...INDEXES.map(({ name }) => name)].flatMap((index) =>
      ['ReadThrottleEvents', 'WriteThrottleEvents'].map((name) => metric(name, index)),
    );
    const usingMetrics = Object.fromEntries(metrics.map((one, i) => [`m${i}`, one]));
    return new MathExpression({ expression: `SUM([${Object.keys(usingMetrics).map((id) => `FILL(${id}, 0)`)}])`, usingMetrics, period: SUM.period });
  }
}
