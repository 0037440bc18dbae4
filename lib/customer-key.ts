import type { RemovalPolicy } from 'aws-cdk-lib';
import { AccountRootPrincipal, PolicyDocument, PolicyStatement } from 'aws-cdk-lib/aws-iam';
import { Key } from 'aws-cdk-lib/aws-kms';
import type { Construct } from 'constructs';

/** What reading and writing under a key takes, spelt out instead of `kms:GenerateDataKey*`. */
export const KEY_READS = ['kms:Decrypt', 'kms:DescribeKey'];
export const KEY_WRITES = [
  ...KEY_READS,
  'kms:Encrypt',
  'kms:GenerateDataKey',
  'kms:GenerateDataKeyWithoutPlaintext',
  'kms:ReEncryptFrom',
  'kms:ReEncryptTo',
];

const KEY_CARE = [
  'kms:CancelKeyDeletion',
  'kms:CreateGrant',
  'kms:DisableKey',
  'kms:DisableKeyRotation',
  'kms:EnableKey',
  'kms:EnableKeyRotation',
  'kms:GetKeyPolicy',
  'kms:GetKeyRotationStatus',
  'kms:ListGrants',
  'kms:ListKeyPolicies',
  'kms:ListKeyRotations',
  'kms:ListResourceTags',
  'kms:PutKeyPolicy',
  'kms:RevokeGrant',
  'kms:ScheduleKeyDeletion',
  'kms:TagResource',
  'kms:UntagResource',
  'kms:UpdateKeyDescription',
];

/** A key of the customer's own, rotated yearly. Its policy leaves to the account's IAM what is listed here, where CDK would say `kms:*`. */
export function customerKey(scope: Construct, id: string, props: { readonly description: string; readonly removalPolicy: RemovalPolicy }): Key {
  return new Key(scope, id, {
    ...props,
    enableKeyRotation: true,
    policy: new PolicyDocument({
      statements: [new PolicyStatement({ principals: [new AccountRootPrincipal()], actions: [...KEY_CARE, ...KEY_WRITES], resources: ['*'] })],
    }),
  });
}
