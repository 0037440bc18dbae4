import { RemovalPolicy, Stack } from 'aws-cdk-lib';
import { EventBus as Bus, CfnRule } from 'aws-cdk-lib/aws-events';
import { type Conditions, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { Construct } from 'constructs';
import type { JobEntry } from '../lambdas/jobs.ts';
import type { BundledFunction } from './bundled-function.ts';
import { customerKey } from './customer-key.ts';
import type { DeadLetters } from './dead-letters.ts';

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

  /** Wakes a job by each event that the manifest names: handed over by the bus, run by Lambda, and left to the queue where either gives up. */
  wake(fn: BundledFunction, { events = [], summary }: JobEntry, { deadLetters, paused }: { deadLetters: DeadLetters; paused: boolean }): void {
    const rule = new CfnRule(fn, 'Events', {
      description: summary,
      eventBusName: this.name,
      state: paused ? 'DISABLED' : 'ENABLED',
      eventPattern: { source: ['eu.whereabouts'], 'detail-type': events.map((type) => `eu.whereabouts.${type}.v1`) },
      targets: [{ id: 'job', arn: fn.target.functionArn, deadLetterConfig: { arn: deadLetters.queueArn } }],
    });
    const principal = new ServicePrincipal('events.amazonaws.com');
    fn.target.addPermission('Bus', { principal, sourceArn: rule.attrArn });
    deadLetters.openToService(principal, this.ofRules());
    deadLetters.keepRunsOf(fn);
  }

  /** What holds of rules of this bus alone. */
  private ofRules(): Conditions {
    const { account } = Stack.of(this);
    const rules = Stack.of(this).formatArn({ service: 'events', resource: 'rule', resourceName: `${this.name}/*` });
    return { StringEquals: { 'aws:SourceAccount': account }, ArnLike: { 'aws:SourceArn': rules } };
  }

  openTo(fn: BundledFunction): void {
    fn.allow(['events:PutEvents'], [this.resource.eventBusArn], { EVENT_BUS_NAME: this.name });
  }
}
