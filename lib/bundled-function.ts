import { join } from 'node:path';
import { type CfnElement, type CfnResource, Duration, type Resource, Stack, Validations } from 'aws-cdk-lib';
import { Metric } from 'aws-cdk-lib/aws-cloudwatch';
import { type Conditions, PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { Architecture, Code, type IFunction, Function as LambdaFunction, Runtime } from 'aws-cdk-lib/aws-lambda';
import { Construct } from 'constructs';
import type { SiteVariables } from '../console/headers.ts';
import type { Env } from '../lambdas/runtime/env.ts';
import type { Logs } from './logs.ts';
import { SUM, type Watch } from './watch.ts';

export interface BundledFunctionProps {
  /** The folder of the bundles, and the name of this one in it. */
  readonly bundles: string;
  readonly name: string;
  readonly logs: Logs;
  readonly watch: Watch;
  /** What it means to the users when this function fails, in a sentence. */
  readonly impact: string;
  /** How long it may take. @default 10 seconds: a caller waits for it */
  readonly timeout?: Duration;
  /** Megabytes. @default 1024 */
  readonly memory?: number | undefined;
}

/** A function out of its bundle, with a role that may log and nothing else until it is given more. */
export class BundledFunction extends Construct {
  readonly role: Role;
  private readonly resource: LambdaFunction;

  constructor(scope: Construct, id: string, props: BundledFunctionProps) {
    super(scope, id);
    const logGroup = props.logs.groupFor(this);
    // Without a role of its own CDK attaches AWSLambdaBasicExecutionRole, which may write to every log group of the account.
    this.role = new Role(this, 'Role', { assumedBy: new ServicePrincipal('lambda.amazonaws.com') });
    logGroup.grantWrite(this.role);
    this.resource = new LambdaFunction(this, 'Resource', {
      runtime: Runtime.NODEJS_24_X,
      architecture: Architecture.ARM_64,
      code: Code.fromAsset(join(props.bundles, props.name)),
      handler: 'index.handler',
      memorySize: props.memory ?? 1024,
      timeout: props.timeout ?? Duration.seconds(10),
      role: this.role,
      logGroup,
    });
    // CDK makes it wait for the role, too, which it names anyhow.
    const rights = this.role.node.findChild('DefaultPolicy').node.defaultChild as CfnElement;
    (this.resource.node.defaultChild as CfnResource).addOverride('DependsOn', [Stack.of(this).resolve(rights.logicalId)]);
    props.watch.alarm(`${id}Errors`, { metric: this.resource.metricErrors(SUM), impact: props.impact, runbook: 'function-errors' });
    props.watch.alarm(`${id}Throttles`, { metric: this.resource.metricThrottles(SUM), impact: props.impact, runbook: 'function-throttles' });
    const label = props.name;
    props.watch.show('Errors of functions', this.resource.metricErrors({ ...SUM, label }));
    props.watch.show('Duration, 95 of 100 within', this.resource.metricDuration({ ...SUM, statistic: 'p95', label }));
    props.watch.show('Calls of functions', this.resource.metricInvocations({ ...SUM, label }));
  }

  /** Grants rights and sets variables in one call, so that neither is forgotten; the names are those that the function's own schema knows. */
  allow(actions: string[], resources: string[], variables: Partial<Record<keyof Env, string>> = {}, conditions?: Conditions): void {
    this.resource.addToRolePolicy(new PolicyStatement({ actions, resources, ...(conditions && { conditions }) }));
    this.setVariables(variables);
  }

  /** Answers the rule against wildcards in resources, for one of them. */
  explainWildcard({ node, stack }: Resource, path: string, reason: string): void {
    const logicalId = stack.resolve((node.defaultChild as CfnElement).logicalId);
    Validations.of(this.role).acknowledge({ id: `AwsSolutions-IAM5[Resource::<${logicalId}.Arn>/${path}]`, reason });
  }

  setVariables(variables: Partial<Record<keyof Env | keyof SiteVariables, string>>): void {
    for (const [name, value] of Object.entries(variables)) this.resource.addEnvironment(name, value);
  }

  /** A figure that the function logs, as a metric. */
  figure(metricName: string, period: Duration): Metric {
    const dimensionsMap = { Function: this.resource.functionName };
    return new Metric({ namespace: 'Whereabouts', metricName, dimensionsMap, statistic: 'Maximum', period });
  }

  /** For what calls the function: the gateway, later a schedule or a stream. */
  get target(): IFunction {
    return this.resource;
  }
}
