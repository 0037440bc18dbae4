import { RemovalPolicy } from 'aws-cdk-lib';
import type { Key } from 'aws-cdk-lib/aws-kms';
import { Construct } from 'constructs';
import type { BundledFunction } from './bundled-function.ts';
import { hashingKey } from './customer-key.ts';

/** The key that seals where a list's next page begins, so that a cursor cannot be forged. */
export class CursorKey extends Construct {
  private readonly resource: Key;

  constructor(scope: Construct, id: string) {
    super(scope, id);
    this.resource = hashingKey(this, 'Resource', { description: 'Whereabouts: cursors of lists', removalPolicy: RemovalPolicy.DESTROY });
  }

  /** The environment's schema asks every function for the name; only one that has lists gets to use the key. */
  openTo(fn: BundledFunction, lists: boolean): void {
    fn.setVariables({ CURSOR_KEY_ID: this.resource.keyId });
    if (lists) fn.allow(['kms:GenerateMac'], [this.resource.keyArn]);
  }
}
