import type { RemovalPolicy } from 'aws-cdk-lib';
import { AccountRootPrincipal, PolicyDocument, PolicyStatement } from 'aws-cdk-lib/aws-iam';
import { Key, KeySpec, KeyUsage } from 'aws-cdk-lib/aws-kms';
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

export interface CustomerKeyProps {
  readonly description: string;
  readonly removalPolicy: RemovalPolicy;
}

/** A key of the customer's own, rotated yearly. Its policy leaves to the account's IAM what is listed here, where CDK would say `kms:*`. */
export function customerKey(scope: Construct, id: string, props: CustomerKeyProps): Key {
  return new Key(scope, id, { ...props, enableKeyRotation: true, policy: leftToAccount(KEY_WRITES) });
}

/** A key that makes keyed hashes; KMS rotates none of these by itself. */
export function hashingKey(scope: Construct, id: string, props: CustomerKeyProps): Key {
  const policy = leftToAccount(['kms:DescribeKey', 'kms:GenerateMac', 'kms:VerifyMac']);
  return new Key(scope, id, { ...props, keySpec: KeySpec.HMAC_256, keyUsage: KeyUsage.GENERATE_VERIFY_MAC, policy });
}

/** A key pair that signs (RSASSA-PKCS1-v1_5, SHA-256); KMS rotates none of these by itself either. */
export function signingKey(scope: Construct, id: string, props: CustomerKeyProps): Key {
  const policy = leftToAccount(['kms:DescribeKey', 'kms:GetPublicKey', 'kms:Sign', 'kms:Verify']);
  return new Key(scope, id, { ...props, keySpec: KeySpec.RSA_3072, keyUsage: KeyUsage.SIGN_VERIFY, policy });
}

/** A key pair that signs by Ed25519, for the checkpoints of the tree. */
export function logKey(scope: Construct, id: string, props: CustomerKeyProps): Key {
  const policy = leftToAccount(['kms:DescribeKey', 'kms:GetPublicKey', 'kms:Sign', 'kms:Verify']);
  return new Key(scope, id, { ...props, keySpec: KeySpec.ECC_NIST_EDWARDS25519, keyUsage: KeyUsage.SIGN_VERIFY, policy });
}

function leftToAccount(uses: readonly string[]): PolicyDocument {
  const statement = new PolicyStatement({ principals: [new AccountRootPrincipal()], actions: [...KEY_CARE, ...uses], resources: ['*'] });
  return new PolicyDocument({ statements: [statement] });
}
