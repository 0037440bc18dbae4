import { Duration, RemovalPolicy, Validations } from 'aws-cdk-lib';
import { AnyPrincipal, Effect, PolicyStatement } from 'aws-cdk-lib/aws-iam';
import type { Key } from 'aws-cdk-lib/aws-kms';
import { BlockPublicAccess, Bucket, BucketEncryption, ObjectLockRetention, ObjectOwnership } from 'aws-cdk-lib/aws-s3';
import { Construct } from 'constructs';
import type { BundledFunction } from './bundled-function.ts';
import { customerKey, KEY_READS } from './customer-key.ts';

export interface ArchiveProps {
  /** Whether it is meant: then no user, the account's root included, can delete a document before its time. */
  readonly kept: boolean;
}

const FOLDER = 'checkpoints/';
const CAPTURES = 'captures/';

/** How long a document cannot be deleted: as long as records of the Union's budget are kept, or for a trial's day. */
const RETENTION = { kept: ObjectLockRetention.compliance(Duration.days(5 * 365)), trial: ObjectLockRetention.governance(Duration.days(1)) };

/** Where signed checkpoints and the contents of captures lie: out of the table, in the same region, each version locked. It always outlives the stack. */
export class Archive extends Construct {
  private readonly resource: Bucket;
  readonly key: Key;

  constructor(scope: Construct, id: string, props: ArchiveProps) {
    super(scope, id);
    this.key = customerKey(this, 'Key', { description: 'Whereabouts: the archive of checkpoints', removalPolicy: RemovalPolicy.RETAIN });
    this.resource = new Bucket(this, 'Resource', {
      versioned: true,
      objectLockEnabled: true,
      objectLockDefaultRetention: props.kept ? RETENTION.kept : RETENTION.trial,
      encryption: BucketEncryption.KMS,
      encryptionKey: this.key,
      bucketKeyEnabled: true,
      blockPublicAccess: BlockPublicAccess.BLOCK_ALL,
      enforceSSL: true,
      objectOwnership: ObjectOwnership.BUCKET_OWNER_ENFORCED,
      removalPolicy: RemovalPolicy.RETAIN,
    });
    if (props.kept)
      this.resource.addToResourcePolicy(
        new PolicyStatement({
          effect: Effect.DENY,
          principals: [new AnyPrincipal()],
          actions: ['s3:DeleteObject', 's3:DeleteObjectVersion', 's3:PutLifecycleConfiguration'],
          resources: [this.resource.bucketArn, `${this.resource.bucketArn}/*`],
        }),
      );
    Validations.of(this.resource).acknowledge({
      id: 'AwsSolutions-S1',
      reason:
        'Access logs would need a second bucket, which S3 does not let lie under a customer key. One job writes checkpoints, once a day, and one function captures; no user can delete, ' +
        'and who tried what is in the trail that docs/deploy.md asks of the account.',
    });
  }

  /** No function has the right to delete. Versions are listed, so that a document that was hidden by a marker is found all the same. */
  openTo(fn: BundledFunction, access: 'reads' | 'writes'): void {
    const { bucketArn, bucketName } = this.resource;
    fn.allow(['s3:GetObject', 's3:GetObjectVersion', ...(access === 'writes' ? ['s3:PutObject'] : [])], [`${bucketArn}/${FOLDER}*`], {
      ARCHIVE_BUCKET: bucketName,
    });
    fn.explainWildcard(this.resource, `${FOLDER}*`, 'The checkpoints of all days, in their folder of this one bucket.');
    fn.allow(['s3:ListBucketVersions'], [bucketArn], {}, { StringLike: { 's3:prefix': `${FOLDER}*` } });
    fn.allow([...KEY_READS, ...(access === 'writes' ? ['kms:GenerateDataKey'] : [])], [this.key.keyArn]);
  }

  /** The contents of captures lie in a folder of their own: who writes there reads nothing of the checkpoints. */
  openCapturesTo(fn: BundledFunction, access: 'reads' | 'writes'): void {
    const { bucketArn, bucketName } = this.resource;
    fn.allow(['s3:GetObject', ...(access === 'writes' ? ['s3:PutObject'] : [])], [`${bucketArn}/${CAPTURES}*`], { ARCHIVE_BUCKET: bucketName });
    fn.explainWildcard(this.resource, `${CAPTURES}*`, 'Captures have their hashes for names, in their folder of this one bucket.');
    // Without it S3 answers the same for what is not there and for what may not be read.
    fn.allow(['s3:ListBucket'], [bucketArn], {}, { StringLike: { 's3:prefix': `${CAPTURES}*` } });
    fn.allow([...KEY_READS, ...(access === 'writes' ? ['kms:GenerateDataKey'] : [])], [this.key.keyArn]);
  }
}
