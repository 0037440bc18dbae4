import { Stack } from 'aws-cdk-lib';
import { PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { CfnSchedule } from 'aws-cdk-lib/aws-scheduler';
import { Construct } from 'constructs';
import type { JobEntry } from '../lambdas/jobs.ts';
import type { BundledFunction } from './bundled-function.ts';
import { type DeadLetters, SEND } from './dead-letters.ts';

export interface SchedulesProps {
  readonly deadLetters: DeadLetters;
  /** Whether no job is woken. */
  readonly paused: boolean;
}

/** Tries after the first one, before a run is given up. */
const RETRIES = 2;
const HOUR_SECONDS = 3600;

/** EventBridge Scheduler, which wakes the jobs that the manifest gives a time, in UTC. */
export class Schedules extends Construct {
  private readonly role: Role;
  private readonly deadLetters: DeadLetters;
  private readonly state: 'ENABLED' | 'DISABLED';

  constructor(scope: Construct, id: string, props: SchedulesProps) {
    super(scope, id);
    this.deadLetters = props.deadLetters;
    this.state = props.paused ? 'DISABLED' : 'ENABLED';
    const { account } = Stack.of(this);
    this.role = new Role(this, 'Role', {
      assumedBy: new ServicePrincipal('scheduler.amazonaws.com', { conditions: { StringEquals: { 'aws:SourceAccount': account } } }),
    });
    this.role.addToPolicy(new PolicyStatement({ actions: SEND.queue, resources: [this.deadLetters.queueArn] }));
    this.role.addToPolicy(new PolicyStatement({ actions: SEND.key, resources: [this.deadLetters.keyArn] }));
  }

  run({ name, on, summary }: JobEntry, fn: BundledFunction): void {
    const { functionArn } = fn.target;
    const deadLetters = this.deadLetters.queueArn;
    this.role.addToPolicy(new PolicyStatement({ actions: ['lambda:InvokeFunction'], resources: [functionArn] }));
    const schedule = new CfnSchedule(this, name, {
      description: summary,
      state: this.state,
      scheduleExpression: on,
      scheduleExpressionTimezone: 'UTC',
      flexibleTimeWindow: { mode: 'OFF' },
      target: {
        arn: functionArn,
        roleArn: this.role.roleArn,
        input: '{}',
        deadLetterConfig: { arn: deadLetters },
        retryPolicy: { maximumRetryAttempts: RETRIES, maximumEventAgeInSeconds: HOUR_SECONDS },
      },
    });
    // The role itself is named already; its rights are another resource.
    schedule.node.addDependency(this.role.node.findChild('DefaultPolicy'));
    // The schedule only hands the run over.
    this.deadLetters.keepRunsOf(fn);
  }
}
