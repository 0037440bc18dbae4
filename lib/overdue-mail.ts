import { RemovalPolicy, Stack } from 'aws-cdk-lib';
import { CfnRule } from 'aws-cdk-lib/aws-events';
import { ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { Topic } from 'aws-cdk-lib/aws-sns';
import { EmailSubscription } from 'aws-cdk-lib/aws-sns-subscriptions';
import { Construct } from 'constructs';
import { customerKey } from './customer-key.ts';
import type { DeadLetters } from './dead-letters.ts';
import type { EventBus } from './event-bus.ts';
import { openTopicToRules } from './topic-for-rules.ts';

export interface OverdueMailProps {
  readonly bus: EventBus;
  readonly deadLetters: DeadLetters;
  /** Where the mails go. @default no address: the topic is there to subscribe to */
  readonly mail?: string | undefined;
}

/** Sends mail about a review that is overdue, once for each step that the record announces: of the platform and the day, nothing else. */
export class OverdueMail extends Construct {
  constructor(scope: Construct, id: string, props: OverdueMailProps) {
    super(scope, id);
    const { bus, deadLetters } = props;
    const events = new ServicePrincipal('events.amazonaws.com');
    // Not the rule's own ARN, which would close a circle from key to topic to rule.
    const ofBus = {
      StringEquals: { 'aws:SourceAccount': Stack.of(this).account },
      ArnLike: { 'aws:SourceArn': Stack.of(this).formatArn({ service: 'events', resource: 'rule', resourceName: `${bus.name}/*` }) },
    };
    const key = customerKey(this, 'Key', { description: 'Whereabouts: overdue reviews on their way', removalPolicy: RemovalPolicy.DESTROY });
    const topic = new Topic(this, 'Resource', { masterKey: key, enforceSSL: true, displayName: 'Whereabouts' });
    openTopicToRules(topic, key);
    if (props.mail) topic.addSubscription(new EmailSubscription(props.mail));
    deadLetters.openToService(events, ofBus);
    new CfnRule(this, 'Rule', {
      description: 'Overdue reviews, by mail',
      eventBusName: bus.name,
      eventPattern: { source: ['eu.whereabouts'], 'detail-type': ['eu.whereabouts.review.overdue.v1'] },
      targets: [
        {
          id: 'mail',
          arn: topic.topicArn,
          deadLetterConfig: { arn: deadLetters.queueArn },
          inputTransformer: {
            inputPathsMap: { platform: '$.detail.subject', dueOn: '$.detail.data.dueOn', days: '$.detail.data.days' },
            inputTemplate:
              '"The review of <platform> was due on <dueOn> and is <days> or more days overdue. Decisions on its score are refused until it ends."',
          },
        },
      ],
    });
  }
}
