import { Match } from 'aws-cdk-lib/assertions';
import { describe, expect, test } from 'vitest';
import { functionsOf, PROD, synthesize } from './synthesize.ts';

const prod = synthesize(PROD);
const functions = functionsOf(prod);
const having = (action: string) =>
  functions.filter(({ statements }) => statements.some(({ actions }) => actions.includes(action))).map(({ name }) => name);

describe('the archive of checkpoints', () => {
  test.each([
    ['prod', { Mode: 'COMPLIANCE', Days: 1825 }],
    ['dev', { Mode: 'GOVERNANCE', Days: 1 }],
  ])('of %s keeps every version locked, private, under a customer key, and outlives its stack', (stage, DefaultRetention) => {
    synthesize({ ...PROD, stage }).hasResource('AWS::S3::Bucket', {
      DeletionPolicy: 'Retain',
      Properties: {
        ObjectLockEnabled: true,
        ObjectLockConfiguration: { ObjectLockEnabled: 'Enabled', Rule: { DefaultRetention } },
        VersioningConfiguration: { Status: 'Enabled' },
        BucketEncryption: {
          ServerSideEncryptionConfiguration: [
            {
              ServerSideEncryptionByDefault: {
                SSEAlgorithm: 'aws:kms',
                KMSMasterKeyID: { 'Fn::GetAtt': [Match.stringLikeRegexp('^ArchiveKey'), 'Arn'] },
              },
            },
          ],
        },
        PublicAccessBlockConfiguration: { BlockPublicAcls: true, BlockPublicPolicy: true, IgnorePublicAcls: true, RestrictPublicBuckets: true },
      },
    });
  });

  test('takes nothing without TLS', () => {
    prod.hasResourceProperties('AWS::S3::BucketPolicy', {
      PolicyDocument: { Statement: Match.arrayWith([Match.objectLike({ Effect: 'Deny', Condition: { Bool: { 'aws:SecureTransport': 'false' } } })]) },
    });
  });

  test('lets nobody delete a document, or have one deleted by its age', () => {
    const denial = (template: ReturnType<typeof synthesize>) =>
      Object.values(template.findResources('AWS::S3::BucketPolicy'))
        .flatMap(({ Properties }) => Properties.PolicyDocument.Statement)
        .filter(({ Effect, Action }) => Effect === 'Deny' && [Action].flat().includes('s3:DeleteObject'));
    expect(denial(prod)).toMatchObject([
      { Principal: { AWS: '*' }, Action: ['s3:DeleteObject', 's3:DeleteObjectVersion', 's3:PutLifecycleConfiguration'] },
    ]);
  });

  /** Which functions may do this to documents in a folder of the archive. */
  const may = (action: string, folder: string) =>
    functions
      .filter(({ statements }) =>
        statements.some(({ actions, resources }) => actions.includes(action) && resources.some((one) => one.includes(folder))),
      )
      .map(({ name }) => name)
      .sort();

  test('has checkpoints that the job alone writes, which it and the verifier read', () => {
    expect(may('s3:PutObject', '/checkpoints/*')).toEqual(['archive-checkpoint']);
    expect(may('s3:GetObject', '/checkpoints/*')).toEqual(['archive-checkpoint', 'reference', 'repair', 'verify-chains']);
  });

  test('has captures that one function writes, which reads no checkpoint and deletes nothing', () => {
    expect(may('s3:PutObject', '/captures/*')).toEqual(['captures', 'watch-terms']);
    expect(may('s3:GetObject', '/captures/*')).toEqual(['assessments', 'captures', 'watch-terms']);
    expect(having('s3:ListBucket').sort()).toEqual(['assessments', 'captures', 'watch-terms']);
    expect(having('s3:PutObject').sort()).toEqual(['archive-checkpoint', 'captures', 'watch-terms']);
    // Of the table two delete, each in its own part alone, none of which is record: see leading-keys.test.ts.
    expect(having('dynamodb:DeleteItem').sort()).toEqual(['drafts', 'index-platforms']);
    const erasing = functions.find(({ name }) => name === 'erasures');
    expect(erasing?.statements.flatMap(({ actions }) => actions).filter((action) => action.startsWith('s3:'))).toEqual([]);
  });

  test('has data keys in a table that nothing backs up', () => {
    prod.hasResourceProperties('AWS::DynamoDB::Table', {
      KeySchema: [{ AttributeName: 'pk', KeyType: 'HASH' }],
      PointInTimeRecoverySpecification: { PointInTimeRecoveryEnabled: false },
      DeletionProtectionEnabled: true,
    });
    prod.resourceCountIs('AWS::Backup::BackupPlan', 0);
  });

  test('is deleted from by no function', () => {
    const s3 = functions.flatMap(({ statements }) => statements.flatMap(({ actions }) => actions)).filter((action) => action.startsWith('s3:'));
    expect([...new Set(s3)].sort()).toEqual(['s3:GetObject', 's3:GetObjectVersion', 's3:ListBucket', 's3:ListBucketVersions', 's3:PutObject']);
  });
});

describe('the signing keys', () => {
  const keysOf = (template: ReturnType<typeof synthesize>) => template.findResources('AWS::KMS::Key', { Properties: { KeyUsage: 'SIGN_VERIFY' } });

  test('outlive the stack, and only the jobs that publish something signed may sign', () => {
    const key = (KeySpec: string) => ({ DeletionPolicy: 'Retain', Properties: { KeySpec } });
    expect(Object.values(keysOf(prod))).toMatchObject(['RSA_3072', 'RSA_3072', 'ECC_NIST_EDWARDS25519'].map(key));
    expect(having('kms:Sign').sort()).toEqual(['publish-decisions', 'renew-policy', 'sign-checkpoint']);
    expect(having('kms:GetPublicKey').sort()).toEqual([
      'archive-checkpoint',
      'publish-decisions',
      'reference',
      'renew-policy',
      'repair',
      'sign-checkpoint',
      'verify-chains',
    ]);
  });

  test('of bundles and of checkpoints are two: who may sign the one may not sign the other', () => {
    const signedBy = (name: string) =>
      functions
        .filter((one) => one.name === name)
        .flatMap(({ statements }) => statements.filter(({ actions }) => actions.includes('kms:Sign')).flatMap(({ resources }) => resources));
    const [bundles, checkpoints] = [signedBy('renew-policy'), signedBy('sign-checkpoint')];
    expect([bundles.length, checkpoints.length]).toEqual([1, 1]);
    expect(signedBy('publish-decisions')).toEqual(bundles);
    expect(checkpoints).not.toEqual(bundles);
    const variablesOf = (name: string) => Object.keys(functions.find((one) => one.name === name)?.variables ?? {});
    for (const name of ['renew-policy', 'publish-decisions']) expect(variablesOf(name)).not.toContain('CHECKPOINT_KEY_IDS');
  });

  test('overlap when those of bundles are rotated: the new one signs, the old one is still published, and stays the key that it was', () => {
    const rotated = synthesize({ ...PROD, signingKeys: '2,1' });
    const before = Object.keys(keysOf(prod));
    const after = Object.keys(keysOf(rotated));
    expect(after).toHaveLength(4);
    expect(after).toEqual(expect.arrayContaining(before));
    const current = after.find((id) => !before.includes(id));
    const job = functionsOf(rotated).find(({ name }) => name === 'renew-policy');
    const signing = job?.statements.filter(({ actions }) => actions.includes('kms:Sign')).flatMap(({ resources }) => resources);
    expect(signing).toEqual([JSON.stringify({ 'Fn::GetAtt': [current, 'Arn'] })]);
    expect(job?.variables.SIGNING_KEY_IDS).toEqual({ 'Fn::Join': ['', [{ Ref: current }, ',', { Ref: expect.any(String) }]] });
  });

  test.each(['', 'A', '1,1', '1,,2', 'x/y'])('named %j', (signingKeys) => {
    if (signingKeys === '') expect(Object.keys(keysOf(synthesize({ ...PROD, signingKeys })))).toHaveLength(3);
    else expect(() => synthesize({ ...PROD, signingKeys })).toThrow('signingKeys');
  });
});
