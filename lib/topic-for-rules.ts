import { PolicyStatement, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import type { Key } from 'aws-cdk-lib/aws-kms';
import type { Topic } from 'aws-cdk-lib/aws-sns';

/**
 * Lets rules of EventBridge publish to a topic under this key. Without conditions, because neither request names the account or the rule that
 * it is for, so that a condition on them refuses every message: of the topic's policy
 * https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-use-resource-based.html says so, of the key's
 * https://docs.aws.amazon.com/sns/latest/dg/sns-key-management.html.
 */
export function openTopicToRules(topic: Topic, key: Key): void {
  const principals = [new ServicePrincipal('events.amazonaws.com')];
  key.addToResourcePolicy(new PolicyStatement({ principals, actions: ['kms:Decrypt', 'kms:GenerateDataKey'], resources: ['*'] }));
  topic.addToResourcePolicy(new PolicyStatement({ principals, actions: ['sns:Publish'], resources: [topic.topicArn] }));
}
