import { RemovalPolicy } from 'aws-cdk-lib';
import { EventBus as Bus } from 'aws-cdk-lib/aws-events';
import { Construct } from 'constructs';
import type { BundledFunction } from './bundled-function.ts';
import { customerKey } from './customer-key.ts';

/** The bus that announced events are sent to; who wants them adds a rule of their own. */
export class EventBus extends Construct {
  private readonly resource: Bus;

  constructor(scope: Construct, id: string) {
    super(scope, id);
    const kmsKey = customerKey(this, 'Key', { description: 'Whereabouts: events on their way', removalPolicy: RemovalPolicy.DESTROY });
    this.resource = new Bus(this, 'Resource', { kmsKey, description: 'Whereabouts: what changed, as CloudEvents' });
  }

  get name(): string {
    return this.resource.eventBusName;
  }

  openTo(fn: BundledFunction): void {
    fn.allow(['events:PutEvents'], [this.resource.eventBusArn], { EVENT_BUS_NAME: this.name });
  }
}
