import { Duration, RemovalPolicy, Stack } from 'aws-cdk-lib';
import { Alarm, AlarmStatusWidget, ComparisonOperator, Dashboard, GraphWidget, type IMetric, TreatMissingData } from 'aws-cdk-lib/aws-cloudwatch';
import { SnsAction } from 'aws-cdk-lib/aws-cloudwatch-actions';
import { CfnRule } from 'aws-cdk-lib/aws-events';
import { PolicyStatement, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import type { Key } from 'aws-cdk-lib/aws-kms';
import { Topic } from 'aws-cdk-lib/aws-sns';
import { EmailSubscription } from 'aws-cdk-lib/aws-sns-subscriptions';
import { Construct } from 'constructs';
import { customerKey } from './customer-key.ts';
import { openTopicToRules } from './topic-for-rules.ts';

export interface WatchProps {
  /** Where alarms go. @default no address: the topic is there to subscribe to */
  readonly mail?: string | undefined;
}

export interface AlarmProps {
  readonly metric: IMetric;
  /** The alarm sounds at this value of the metric. @default 1 */
  readonly threshold?: number;
  /** How many periods in a row. @default 1 */
  readonly periods?: number;
  /** Whether it sounds, too, when there is nothing to measure by. @default false */
  readonly soundsWithoutData?: boolean;
  /** What it means to the users, in a sentence. */
  readonly impact: string;
  /** The heading in docs/runbook.md that says what to do. */
  readonly runbook: string;
}

/** Graphs side by side on the dashboard; a row is 24 wide. */
const SIZE = { width: 8, height: 6 };

/** The alarms, the topic they report to, and the dashboard. */
export class Watch extends Construct {
  private readonly key: Key;
  private readonly topic: Topic;
  private readonly alarms: Alarm[] = [];
  private readonly graphs = new Map<string, IMetric[]>();

  constructor(scope: Construct, id: string, props: WatchProps) {
    super(scope, id);
    const { account } = Stack.of(this);
    const alarms = {
      StringEquals: { 'aws:SourceAccount': account },
      ArnLike: { 'aws:SourceArn': Stack.of(this).formatArn({ service: 'cloudwatch', resource: 'alarm:*' }) },
    };
    const cloudWatch = new ServicePrincipal('cloudwatch.amazonaws.com');
    this.key = customerKey(this, 'Key', { description: 'Whereabouts: alarms on their way', removalPolicy: RemovalPolicy.DESTROY });
    this.key.addToResourcePolicy(
      new PolicyStatement({ principals: [cloudWatch], actions: ['kms:Decrypt', 'kms:GenerateDataKey'], resources: ['*'], conditions: alarms }),
    );
    this.topic = new Topic(this, 'Resource', { masterKey: this.key, enforceSSL: true, displayName: 'Whereabouts' });
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
      treatMissingData: props.soundsWithoutData ? TreatMissingData.BREACHING : TreatMissingData.NOT_BREACHING,
      alarmDescription: `${props.impact} Runbook: docs/runbook.md#${props.runbook}`,
    });
    alarm.addAlarmAction(new SnsAction(this.topic));
    alarm.addOkAction(new SnsAction(this.topic));
    this.alarms.push(alarm);
  }

  /** Says at once when somebody schedules one of these keys for deletion or disables it, by what CloudTrail logs of the account: the waiting time is seven days at least. */
  alarmOnKeys(keys: readonly Key[]): void {
    openTopicToRules(this.topic, this.key);
    new CfnRule(this, 'KeysAtRisk', {
      description: 'A key without which the record or its archive cannot be read is to be deleted, or was disabled',
      eventPattern: {
        source: ['aws.kms'],
        'detail-type': ['AWS API Call via CloudTrail'],
        detail: { eventName: ['ScheduleKeyDeletion', 'DisableKey'], resources: { ARN: keys.map(({ keyArn }) => keyArn) } },
      },
      targets: [
        {
          id: 'alarms',
          arn: this.topic.topicArn,
          inputTransformer: {
            inputPathsMap: { what: '$.detail.eventName', key: '$.detail.requestParameters.keyId', by: '$.detail.userIdentity.arn' },
            inputTemplate:
              '"<what> of <key> by <by>. Without this key nobody can read what lies under it. If it was not meant: aws kms cancel-key-deletion, then aws kms enable-key, and find out who did it."',
          },
        },
      ],
    });
  }

  /** Adds lines to the graph of that title. */
  show(title: string, ...metrics: readonly IMetric[]): void {
    this.graphs.set(title, [...(this.graphs.get(title) ?? []), ...metrics]);
  }

  /** Puts every alarm and every graph that was asked for on one page. */
  draw(): void {
    const dashboard = new Dashboard(this, 'Dashboard', { defaultInterval: Duration.days(1) });
    dashboard.addWidgets(new AlarmStatusWidget({ title: 'Alarms', alarms: this.alarms, width: 24, height: 6 }));
    dashboard.addWidgets(...[...this.graphs].map(([title, left]) => new GraphWidget({ title, left, ...SIZE })));
  }
}

/** What an alarm's metric is summed over. */
export const SUM = { statistic: 'Sum', period: Duration.minutes(5) };
