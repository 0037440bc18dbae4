import { AwsSolutionsChecks } from 'cdk-nag';
import { describe, expect, test } from 'vitest';
import { makeStack, PROD } from './synthesize.ts';

type Report = ReturnType<AwsSolutionsChecks['validateScope']>;
const findingsOf = ({ violations }: Report) =>
  violations.flatMap(({ ruleName, violatingResources }) => violatingResources.map(({ constructPath }) => `${ruleName} ${constructPath}`));

const stages = [
  ['dev', {}],
  ['prod', PROD],
  ['sovereign prod', { ...PROD, region: 'eusc-de-east-1' }],
] as const;

describe('the AWS Solutions rules', () => {
  test.each(stages)('leave no finding in %s that is not answered with a reason', (_, settings) => {
    const stack = makeStack(settings);
    expect(findingsOf(new AwsSolutionsChecks(stack.node.root).validateScope(stack))).toEqual([]);
  });

  test('look at the stack, and would find what is wrong', () => {
    const stack = makeStack(PROD);
    for (const { node } of stack.node.findAll())
      for (const { type } of node.metadata) if (type.includes('acknowledged')) Reflect.set(node, '_metadata', []);
    const found = new Set(findingsOf(new AwsSolutionsChecks(stack.node.root).validateScope(stack)).map((finding) => finding.split(/[ [/]/)[0]));
    expect([...found].sort()).toEqual(['AwsSolutions-APIG4', 'AwsSolutions-DDB3', 'AwsSolutions-IAM5', 'AwsSolutions-S1', 'AwsSolutions-SQS3']);
  });
});
