import { RemovalPolicy } from 'aws-cdk-lib';
import type { Key } from 'aws-cdk-lib/aws-kms';
import { Construct } from 'constructs';
import type { BundledFunction } from './bundled-function.ts';
import { signingKey } from './customer-key.ts';

export interface SigningKeysProps {
  /** The first signs, the others are only published: signatures made before a rotation still count. */
  readonly names: string[];
  /** Whether the keys outlive the stack. */
  readonly kept: boolean;
}

/** The keys that sign policy bundles and checkpoints. */
export class SigningKeys extends Construct {
  private readonly keys: readonly Key[];

  constructor(scope: Construct, id: string, props: SigningKeysProps) {
    super(scope, id);
    const removalPolicy = props.kept ? RemovalPolicy.RETAIN : RemovalPolicy.DESTROY;
    this.keys = props.names.map((name) => signingKey(this, `Key-${name}`, { description: `Whereabouts: signatures (${name})`, removalPolicy }));
  }

  openTo(fn: BundledFunction, use: 'verifies' | 'signs'): void {
    const arns = this.keys.map(({ keyArn }) => keyArn);
    fn.allow(['kms:GetPublicKey'], arns, { SIGNING_KEY_IDS: this.keys.map(({ keyId }) => keyId).join(',') });
    if (use === 'signs')
      fn.allow(
        ['kms:Sign'],
        arns.slice(0, 1),
        {},
        { StringEquals: { 'kms:MessageType': 'DIGEST', 'kms:SigningAlgorithm': 'RSASSA_PKCS1_V1_5_SHA_256' } },
      );
  }
}
