import { RemovalPolicy, Validations } from 'aws-cdk-lib';
import { AttributeType, BillingMode, Table, TableEncryption } from 'aws-cdk-lib/aws-dynamodb';
import type { Key } from 'aws-cdk-lib/aws-kms';
import { Construct } from 'constructs';
import { CAPTURE_KEY, dataKeyOf } from '../store/keys.ts';
import type { Archive } from './archive.ts';
import type { BundledFunction } from './bundled-function.ts';
import { customerKey } from './customer-key.ts';
import { whereKeyIs } from './leading-keys.ts';

export interface CaptureVaultProps {
  /** Whether what is kept outlives the stack and is protected from deletion. */
  readonly kept: boolean;
  readonly archive: Archive;
}

/** What a function does with captures: keep and read them, read them, destroy their data keys, or ask which are erased. */
export type CaptureUse = 'keeps' | 'reads' | 'erases' | 'asks';

const READS: Record<CaptureUse, string[]> = {
  keeps: ['dynamodb:BatchGetItem', 'dynamodb:GetItem'],
  reads: ['dynamodb:BatchGetItem', 'dynamodb:GetItem'],
  erases: ['dynamodb:GetItem'],
  asks: ['dynamodb:BatchGetItem'],
};

/** The data keys of captures, in a table of their own that nothing backs up: what is destroyed there comes back by no restore. */
export class CaptureVault extends Construct {
  private readonly archive: Archive;
  private readonly table: Table;
  private readonly ofTable: Key;
  private readonly wrapping: Key;

  constructor(scope: Construct, id: string, props: CaptureVaultProps) {
    super(scope, id);
    this.archive = props.archive;
    const removalPolicy = props.kept ? RemovalPolicy.RETAIN : RemovalPolicy.DESTROY;
    this.ofTable = customerKey(this, 'TableKey', { description: 'Whereabouts: the table of the data keys of captures', removalPolicy });
    this.wrapping = customerKey(this, 'WrappingKey', { description: 'Whereabouts: the data keys of captures', removalPolicy });
    this.table = new Table(this, 'Keys', {
      partitionKey: { name: CAPTURE_KEY, type: AttributeType.STRING },
      billingMode: BillingMode.PAY_PER_REQUEST,
      encryption: TableEncryption.CUSTOMER_MANAGED,
      encryptionKey: this.ofTable,
      pointInTimeRecoverySpecification: { pointInTimeRecoveryEnabled: false },
      deletionProtection: props.kept,
      removalPolicy,
    });
    Validations.of(this.table).acknowledge({
      id: 'AwsSolutions-DDB3',
      reason: 'Its items are the data keys of captures. One that two people have destroyed must not come back by a backup.',
    });
  }

  /** No function may delete, in the table or in the archive; and who keeps captures reads no checkpoint. */
  openTo(fn: BundledFunction, use: CaptureUse): void {
    const writes = use === 'keeps' || use === 'erases';
    const { tableArn, tableName } = this.table;
    fn.allow(READS[use], [tableArn], { CAPTURE_KEYS_TABLE: tableName });
    if (writes) fn.allow(['dynamodb:PutItem'], [tableArn], {}, whereKeyIs([dataKeyOf('*')]));
    fn.allow(['kms:Decrypt', 'kms:DescribeKey', ...(writes ? ['kms:Encrypt', 'kms:GenerateDataKey'] : [])], [this.ofTable.keyArn]);
    if (use === 'erases' || use === 'asks') return;
    this.archive.openCapturesTo(fn, use === 'keeps' ? 'writes' : 'reads');
    fn.allow(['kms:Decrypt', ...(use === 'keeps' ? ['kms:GenerateDataKey'] : [])], [this.wrapping.keyArn], { CAPTURE_KEY_ID: this.wrapping.keyId });
  }
}
