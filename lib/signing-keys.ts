import { RemovalPolicy } from 'aws-cdk-lib';
import type { Key } from 'aws-cdk-lib/aws-kms';
import { Construct } from 'constructs';
import type { BundledFunction } from './bundled-function.ts';
import { signingKey } from './customer-key.ts';

const VARIABLES = { bundles: 'SIGNING_KEY_IDS', checkpoints: 'CHECKPOINT_KEY_IDS' } as const;

export interface SigningKeysProps {
  /** What they sign: who may sign the one may not sign the other. */
  readonly of: keyof typeof VARIABLES;
  /** The first signs, the others are only published: signatures made before a rotation still count. */
  readonly names: string[];
  /** Whether the keys outlive the stack. */
  readonly kept: boolean;
}

/** The keys that sign policy bundles, or checkpoints. */
export class SigningKeys extends Construct {
  private readonly keys: readonly Key[];
  private readonly variable: string;

  constructor(scope: Construct, id: string, props: SigningKeysProps) {
    super(scope, id);
    const removalPolicy = props.kept ? RemovalPolicy.RETAIN : RemovalPolicy.DESTROY;
    this.variable = VARIABLES[props.of];
    const description = (name: string) => `Whereabouts: signatures of ${props.of} (${name})`;
    this.keys = props.names.map((name) => signingKey(this, `Key-${name}`, { description: description(name), removalPolicy }));
  }

  openTo(fn: BundledFunction, use: 'verifies' | 'signs'): void {
    const arns = this.keys.map(({ keyArn }) => keyArn);
    fn.allow(['kms:GetPublicKey'], arns, { [this.variable]: this.keys.map(({ keyId }) => keyId).join(',') });
    if (use === 'signs')
      fn.allow(
        ['kms:Sign'],
        arns.slice(0, 1),
        {},
        { StringEquals: { 'kms:MessageType': 'DIGEST', 'kms:SigningAlgorithm': 'RSASSA_PKCS1_V1_5_SHA_256' } },
      );
  }
}
