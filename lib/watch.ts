import { Duration, RemovalPolicy, Stack } from 'aws-cdk-lib';
import { Alarm, ComparisonOperator, type IMetric, TreatMissingData } from 'aws-cdk-lib/aws-cloudwatch';
import { SnsAction } from 'aws-cdk-lib/aws-cloudwatch-actions';
import { PolicyStatement, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { Topic } from 'aws-cdk-lib/aws-sns';
import { EmailSubscription } from 'aws-cdk-lib/aws-sns-subscriptions';
import { Construct } from 'constructs';
import { customerKey } from './customer-key.ts';

export interface WatchProps {
  /** Where alarms go. @default nobody: the topic is there to subscribe to */
  readonly mail?: string | undefined;
}

export interface AlarmProps {
  readonly metric: IMetric;
  /** The alarm sounds at this value of the metric. @default 1 */
  readonly threshold?: number;
  /** How many periods in a row. @default 1 */
  readonly periods?: number;
  /** What it means to the users, in a sentence. */
  readonly impact: string;
  /** The heading in docs/runbook.md that says what to do. */
  readonly runbook: string;
}

/** The alarms and the topic they report to. */
export class Watch extends Construct {
  private readonly topic: Topic;

  constructor(scope: Construct, id: string, props: WatchProps) {
    super(scope, id);
    const { account } = Stack.of(this);
    const alarms = {
      StringEquals: { 'aws:SourceAccount': account },
      ArnLike: { 'aws:SourceArn': Stack.of(this).formatArn({ service: 'cloudwatch', resource: 'alarm:*' }) },
    };
    const cloudWatch = new ServicePrincipal('cloudwatch.amazonaws.com');
    const key = customerKey(this, 'Key', { description: 'Whereabouts: alarms on their way', removalPolicy: RemovalPolicy.DESTROY });
    key.addToResourcePolicy(
      new PolicyStatement({ principals: [cloudWatch], actions: ['kms:Decrypt', 'kms:GenerateDataKey'], resources: ['*'], conditions: alarms }),
    );
    this.topic = new Topic(this, 'Resource', { masterKey: key, enforceSSL: true, displayName: 'Whereabouts' });
    // A policy of one's own, here the one that demands TLS, takes the place of the default that lets alarms publish.
    this.topic.addToResourcePolicy(
      new PolicyStatement({ principals: [cloudWatch], actions: ['sns:Publish'], resources: [this.topic.topicArn], conditions: alarms }),
    );
    if (props.mail) this.topic.addSubscription(new EmailSubscription(props.mail));
  }

  alarm(id: string, props: AlarmProps): void {
    const alarm = new Alarm(this, id, {
      metric: props.metric,
      threshold: props.threshold ?? 1,
      evaluationPeriods: props.periods ?? 1,
      comparisonOperator: ComparisonOperator.GREATER_THAN_OR_EQUAL_TO_THRESHOLD,
      treatMissingData: TreatMissingData.NOT_BREACHING,
      alarmDescription: `${props.impact} Runbook: docs/runbook.md#${props.runbook}`,
    });
    alarm.addAlarmAction(new SnsAction(this.topic));
    alarm.addOkAction(new SnsAction(this.topic));
  }
}

/** What an alarm's metric is summed over. */
export const SUM = { statistic: 'Sum', period: Duration.minutes(5) };
