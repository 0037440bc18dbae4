import { RemovalPolicy } from 'aws-cdk-lib';
import type { Key } from 'aws-cdk-lib/aws-kms';
import { Construct } from 'constructs';
import type { BundledFunction } from './bundled-function.ts';
import { logKey } from './customer-key.ts';

export interface LogSigningProps {
  /** What its checkpoints call the log: after a restore another one. */
  readonly origin: string;
  /** Whether the key outlives the stack. */
  readonly kept: boolean;
}

/** The key that signs checkpoints of the tree. */
export class LogSigning extends Construct {
  private readonly key: Key;
  private readonly origin: string;

  constructor(scope: Construct, id: string, props: LogSigningProps) {
    super(scope, id);
    this.origin = props.origin;
    this.key = logKey(this, 'Key', {
      description: 'Whereabouts: checkpoints of the tree',
      removalPolicy: props.kept ? RemovalPolicy.RETAIN : RemovalPolicy.DESTROY,
    });
  }

  openTo(fn: BundledFunction, use: 'verifies' | 'signs'): void {
    fn.allow(['kms:GetPublicKey'], [this.key.keyArn], { LOG_KEY_ID: this.key.keyId, LOG_ORIGIN: this.origin });
    if (use === 'signs')
      fn.allow(['kms:Sign'], [this.key.keyArn], {}, { StringEquals: { 'kms:MessageType': 'RAW', 'kms:SigningAlgorithm': 'ED25519_SHA_512' } });
  }
}
