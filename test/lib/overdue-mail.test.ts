import { Match } from 'aws-cdk-lib/assertions';
import { expect, test } from 'vitest';
import { EVENT_TYPES } from '../../domain/record/event.ts';
import { PROD, synthesize } from './synthesize.ts';

const template = synthesize({ ...PROD, reviewMail: 'reviews@example.eu' });
const [topic = ''] = Object.keys(template.findResources('AWS::SNS::Topic')).filter((id) => id.startsWith('OverdueReviews'));
const ofBus = { ArnLike: { 'aws:SourceArn': Match.anyValue() }, StringEquals: { 'aws:SourceAccount': PROD.account } };
const mayIn = (actions: string | string[]) => ({
  Statement: Match.arrayWith([
    Match.objectLike({ Effect: 'Allow', Principal: { Service: 'events.amazonaws.com' }, Action: actions, Condition: ofBus }),
  ]),
});

test('overdue reviews are sent by mail, and what cannot be sent is in the queue', () => {
  expect(EVENT_TYPES).toContain('review.overdue');
  template.hasResourceProperties('AWS::Events::Rule', {
    EventBusName: Match.anyValue(),
    EventPattern: { source: ['eu.whereabouts'], 'detail-type': ['eu.whereabouts.review.overdue.v1'] },
    Targets: [
      Match.objectLike({ Arn: { Ref: topic }, DeadLetterConfig: { Arn: { 'Fn::GetAtt': [Match.stringLikeRegexp('^DeadLetters'), 'Arn'] } } }),
    ],
  });
  template.hasResourceProperties('AWS::SNS::Subscription', { Protocol: 'email', Endpoint: 'reviews@example.eu', TopicArn: { Ref: topic } });
});

test('only rules of this bus may send to the queue, and use its key', () => {
  template.hasResourceProperties('AWS::SQS::QueuePolicy', { PolicyDocument: mayIn('sqs:SendMessage') });
  template.hasResourceProperties('AWS::KMS::Key', {
    Description: 'Whereabouts: what jobs could not do',
    KeyPolicy: mayIn(['kms:Decrypt', 'kms:GenerateDataKey']),
  });
});

test('the mail says which platform and which day, and nothing of what is in the record', () => {
  const rule = Object.values(template.findResources('AWS::Events::Rule')).find(({ Properties }) => Properties.Targets[0].Arn.Ref === topic);
  const { InputPathsMap, InputTemplate } = rule?.Properties.Targets[0].InputTransformer ?? {};
  expect(Object.keys(InputPathsMap).sort()).toEqual(['days', 'dueOn', 'platform']);
  for (const name of Object.keys(InputPathsMap)) expect(InputTemplate).toContain(`<${name}>`);
});

test('without an address the topic is there, and has no subscription', () => {
  const withoutAddress = synthesize(PROD);
  expect(Object.keys(withoutAddress.findResources('AWS::SNS::Topic')).some((id) => id.startsWith('OverdueReviews'))).toBe(true);
  expect(JSON.stringify(withoutAddress.findResources('AWS::SNS::Subscription'))).not.toContain('OverdueReviews');
});
