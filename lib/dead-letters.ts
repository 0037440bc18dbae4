import { Duration, RemovalPolicy, Validations } from 'aws-cdk-lib';
import { type Conditions, PolicyStatement, type ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import type { Key } from 'aws-cdk-lib/aws-kms';
import { CfnEventInvokeConfig } from 'aws-cdk-lib/aws-lambda';
import { Queue, QueueEncryption } from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';
import type { BundledFunction } from './bundled-function.ts';
import { customerKey } from './customer-key.ts';
import type { Watch } from './watch.ts';

export interface DeadLettersProps {
  readonly watch: Watch;
}

/** Tries after the first one, before a run is given up. */
const RETRIES = 2;
const HOUR_SECONDS = 3600;

/** What sending to a queue under a key of one's own takes. */
export const SEND = { queue: ['sqs:SendMessage'], key: ['kms:Decrypt', 'kms:GenerateDataKey'] };

/** Where every job leaves what it could not do, and an alarm that says so. */
export class DeadLetters extends Construct {
  private readonly resource: Queue;
  private readonly key: Key;

  constructor(scope: Construct, id: string, props: DeadLettersProps) {
    super(scope, id);
    this.key = customerKey(this, 'Key', { description: 'Whereabouts: what jobs could not do', removalPolicy: RemovalPolicy.DESTROY });
    this.resource = new Queue(this, 'Resource', {
      encryption: QueueEncryption.KMS,
      encryptionMasterKey: this.key,
      enforceSSL: true,
      retentionPeriod: Duration.days(14),
      removalPolicy: RemovalPolicy.DESTROY,
    });
    Validations.of(this.resource).acknowledge({
      id: 'AwsSolutions-SQS3',
      reason: 'This is the dead-letter queue: of the stream, the schedules, the bus and the functions that they run.',
    });
    const waiting = this.resource.metricApproximateNumberOfMessagesVisible({ statistic: 'Maximum', period: Duration.minutes(5) });
    props.watch.show('Given up', waiting);
    props.watch.alarm('DeadLetters', {
      metric: waiting,
      impact: 'A job gave something up, so events of a platform, its place in an index, a checkpoint or a review are missing until somebody looks.',
      runbook: 'dead-letters',
    });
  }

  get queueArn(): string {
    return this.resource.queueArn;
  }

  get keyArn(): string {
    return this.key.keyArn;
  }

  /** For a service that sends in its own name, under conditions that tie it to this stack. */
  openToService(principal: ServicePrincipal, conditions: Conditions): void {
    this.resource.addToResourcePolicy(
      new PolicyStatement({ principals: [principal], actions: SEND.queue, resources: [this.resource.queueArn], conditions }),
    );
    this.key.addToResourcePolicy(new PolicyStatement({ principals: [principal], actions: SEND.key, resources: ['*'], conditions }));
  }

  /** Lambda repeats an asynchronous run, and then leaves it here. */
  keepRunsOf(fn: BundledFunction): void {
    this.openTo(fn);
    new CfnEventInvokeConfig(fn, 'Runs', {
      functionName: fn.target.functionName,
      qualifier: '$LATEST',
      maximumRetryAttempts: RETRIES,
      maximumEventAgeInSeconds: HOUR_SECONDS,
      destinationConfig: { onFailure: { destination: this.queueArn } },
    });
  }

  /** Lambda runs the next whenever it has run the first; the first then keeps no result of its own. */
  follow(first: BundledFunction, next: BundledFunction): void {
    const { functionArn } = next.target;
    first.allow(['lambda:InvokeFunction'], [functionArn]);
    (first.node.findChild('Runs') as CfnEventInvokeConfig).addPropertyOverride('DestinationConfig.OnSuccess.Destination', functionArn);
  }

  /** The service sends with the function's own rights. */
  openTo(fn: BundledFunction): void {
    fn.allow(SEND.queue, [this.queueArn]);
    fn.allow(SEND.key, [this.keyArn]);
  }
}
