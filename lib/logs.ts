import { RemovalPolicy, Stack } from 'aws-cdk-lib';
import { PolicyStatement, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import type { Key } from 'aws-cdk-lib/aws-kms';
import { LogGroup, RetentionDays } from 'aws-cdk-lib/aws-logs';
import { Construct } from 'constructs';
import { customerKey, KEY_WRITES } from './customer-key.ts';

export interface LogsProps {
  /** Whether the logs outlive the stack, and then for half a year instead of two weeks. */
  readonly kept: boolean;
}

/** Where everything logs to: groups that end, under one key. */
export class Logs extends Construct {
  private readonly key: Key;
  private readonly kept: boolean;

  constructor(scope: Construct, id: string, props: LogsProps) {
    super(scope, id);
    const { region } = Stack.of(this);
    this.kept = props.kept;
    this.key = customerKey(this, 'Resource', { description: 'Whereabouts: logs', removalPolicy: this.removalPolicy });
    this.key.addToResourcePolicy(
      new PolicyStatement({
        principals: [new ServicePrincipal(`logs.${region}.amazonaws.com`)],
        actions: KEY_WRITES,
        resources: ['*'],
        conditions: {
          ArnLike: { 'kms:EncryptionContext:aws:logs:arn': Stack.of(this).formatArn({ service: 'logs', resource: 'log-group:*' }) },
        },
      }),
    );
  }

  groupFor(scope: Construct): LogGroup {
    return new LogGroup(scope, 'Logs', {
      encryptionKey: this.key,
      retention: this.kept ? RetentionDays.SIX_MONTHS : RetentionDays.TWO_WEEKS,
      removalPolicy: this.removalPolicy,
    });
  }

  private get removalPolicy() {
    return this.kept ? RemovalPolicy.RETAIN : RemovalPolicy.DESTROY;
  }
}
