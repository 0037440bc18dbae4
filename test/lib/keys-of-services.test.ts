import { expect, test } from 'vitest';
import { PROD, synthesize } from './synthesize.ts';

/**
 * What the request of a service to KMS carries, by the documentation of AWS: a condition on anything else refuses every request.
 * https://docs.aws.amazon.com/sns/latest/dg/sns-key-management.html (from EventBridge and from alarms to a topic)
 * https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-encryption-key-policy.html (a bus)
 * https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/encrypt-log-data-kms.html (log groups)
 * Not found in documentation, but done so by others: EventBridge to a dead-letter queue.
 */
const SENDS: Readonly<Record<string, readonly string[]>> = {
  'Whereabouts: alarms on their way, cloudwatch': ['aws:SourceAccount', 'aws:SourceArn'],
  'Whereabouts: alarms on their way, events': [],
  'Whereabouts: overdue reviews on their way, events': [],
  'Whereabouts: what jobs could not do, events': ['aws:SourceAccount', 'aws:SourceArn'],
  'Whereabouts: events on their way, events': ['aws:SourceAccount', 'aws:SourceArn', 'kms:EncryptionContext:aws:events:event-bus:arn'],
  'Whereabouts: logs, logs': ['kms:EncryptionContext:aws:logs:arn'],
};

interface Statement {
  readonly Principal: { readonly Service?: string };
  readonly Condition?: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
}

const template = synthesize({ ...PROD, reviewMail: 'reviews@example.eu' });
const uses = Object.values(template.findResources('AWS::KMS::Key')).flatMap(({ Properties }) =>
  (Properties.KeyPolicy.Statement as Statement[]).flatMap(({ Principal: { Service }, Condition = {} }) =>
    Service === undefined
      ? []
      : [{ use: `${Properties.Description}, ${Service.split('.')[0]}`, asked: Object.values(Condition).flatMap(Object.keys) }],
  ),
);

test('every service that may use a key, and no other, is in the table', () => {
  expect([...new Set(uses.map(({ use }) => use))].sort()).toEqual(Object.keys(SENDS).sort());
});

test.each(uses)('$use: its conditions ask for nothing that the service does not send', ({ use, asked }) => {
  expect(asked.filter((key) => !SENDS[use]?.includes(key))).toEqual([]);
});

test('a topic lets EventBridge publish without a condition, which its requests to a topic never meet', () => {
  const policies = Object.values(template.findResources('AWS::SNS::TopicPolicy')).map(
    ({ Properties }) => Properties.PolicyDocument.Statement as Statement[],
  );
  const ofRules = policies.flatMap((statements) => statements.filter(({ Principal }) => Principal.Service === 'events.amazonaws.com'));
  expect(ofRules).toHaveLength(2);
  for (const statement of ofRules) expect(statement).not.toHaveProperty('Condition');
});
