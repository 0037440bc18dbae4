import { Duration, Stack, Validations } from 'aws-cdk-lib';
import { AccessLogFormat } from 'aws-cdk-lib/aws-apigateway';
import {
  CfnApiMapping,
  type CfnStage,
  DomainName,
  HttpApi,
  HttpMethod,
  HttpNoneAuthorizer,
  HttpRoute,
  HttpRouteKey,
  HttpStage,
  LogGroupLogDestination,
  SecurityPolicy,
} from 'aws-cdk-lib/aws-apigatewayv2';
import { HttpJwtAuthorizer } from 'aws-cdk-lib/aws-apigatewayv2-authorizers';
import { HttpLambdaIntegration } from 'aws-cdk-lib/aws-apigatewayv2-integrations';
import { Certificate, CertificateValidation } from 'aws-cdk-lib/aws-certificatemanager';
import { ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { Construct } from 'constructs';
import type { Route } from '../lambdas/routes.ts';
import type { BundledFunction } from './bundled-function.ts';
import type { Logs } from './logs.ts';
import { SUM, type Watch } from './watch.ts';

export interface GatewayProps {
  readonly issuer: string;
  readonly audience: string[];
  /** A host name of one's own. @default the address that API Gateway gives */
  readonly domain?: string | undefined;
  readonly logs: Logs;
  readonly watch: Watch;
}

/** Who asked for which route and how it went; neither path nor query, address nor token, so no contents and no person. */
const ACCESS_LOG = {
  requestId: '$context.requestId',
  requestedAt: '$context.requestTime',
  route: '$context.routeKey',
  status: '$context.status',
  refusal: '$context.error.responseType',
  tokenRefusal: '$context.authorizer.error',
  functionStatus: '$context.integrationStatus',
  functionFault: '$context.integrationErrorMessage',
  latency: '$context.responseLatency',
  functionLatency: '$context.integrationLatency',
  bytes: '$context.responseLength',
};

/** Requests a second, all callers together, and how many may come at once: well above a polling herd of policy tools. */
const THROTTLE = { rateLimit: 100, burstLimit: 200 };
/** Of each route that needs no token: who has none leaves room for those who have. */
const OPEN_THROTTLE = { ThrottlingRateLimit: 10, ThrottlingBurstLimit: 40 };

/** The HTTP API: which route goes to which function, and whose token gets through. */
export class Gateway extends Construct {
  /** Where the API answers, without a slash at the end. */
  readonly url: string;
  /** What the host name of one's own must point to, as a CNAME. */
  readonly domainTarget: string | undefined;
  private readonly resource: HttpApi;
  private readonly stage: HttpStage;
  private readonly throttled: Record<string, typeof OPEN_THROTTLE> = {};
  private readonly authorizer: HttpJwtAuthorizer;
  private readonly integrations = new Map<BundledFunction, HttpLambdaIntegration>();

  constructor(scope: Construct, id: string, props: GatewayProps) {
    super(scope, id);
    const domainName = props.domain === undefined ? undefined : this.ownDomain(props.domain);
    this.resource = new HttpApi(this, 'Resource', { createDefaultStage: false, disableExecuteApiEndpoint: domainName !== undefined });
    const stage = new HttpStage(this, 'Stage', {
      httpApi: this.resource,
      stageName: '$default',
      autoDeploy: true,
      throttle: THROTTLE,
      accessLogSettings: {
        destination: new LogGroupLogDestination(props.logs.groupFor(this)),
        format: AccessLogFormat.custom(JSON.stringify(ACCESS_LOG)),
      },
    });
    if (domainName) {
      const mapping = new CfnApiMapping(this, 'DomainMapping', { apiId: this.resource.apiId, domainName: domainName.name, stage: stage.stageName });
      mapping.node.addDependency(stage);
    }
    this.stage = stage;
    this.url = domainName ? `https://${domainName.name}` : this.resource.apiEndpoint;
    this.domainTarget = domainName?.regionalDomainName;
    this.authorizer = new HttpJwtAuthorizer('Authorizer', props.issuer, { jwtAudience: props.audience });
    props.watch.show('Requests', this.resource.metricCount(SUM), this.resource.metricClientError(SUM), this.resource.metricServerError(SUM));
    props.watch.show('Latency, 95 of 100 within, ms', this.resource.metricLatency({ ...SUM, statistic: 'p95' }));
    props.watch.alarm('GatewayFaults', {
      metric: this.resource.metricServerError(SUM),
      impact: 'Callers get an error for requests that were in order.',
      runbook: 'gateway-faults',
    });
  }

  /**
   * API Gateway lets every token of the issuer for this audience through, and the function reads its scopes: the gateway knows no prefix, no
   * other claim than `scope` and `scp`, and no refusal that says what is missing (adr/0019). A route without scopes is open.
   */
  serve(route: Route, fn: BundledFunction): void {
    const methods = route.method === 'GET' ? [HttpMethod.GET, HttpMethod.HEAD] : [HttpMethod[route.method]];
    for (const method of methods) {
      const id = method === HttpMethod.HEAD ? `${route.name}-head` : route.name;
      const routeKey = HttpRouteKey.with(route.path, method);
      if (route.scopes.length === 0) this.open(id, routeKey, fn);
      else new HttpRoute(this, id, { httpApi: this.resource, routeKey, integration: this.integration(fn), authorizer: this.authorizer });
    }
  }

  /** What no route matches, so that an unknown path is answered as a problem too, without sign-in. */
  serveRest(fn: BundledFunction): void {
    this.open('rest', HttpRouteKey.DEFAULT, fn);
    // A call by this route presents `<api>/<stage>/$default`, a segment short of what the permission of a function's other routes asks for.
    fn.target.addPermission('GatewayDefault', {
      principal: new ServicePrincipal('apigateway.amazonaws.com'),
      sourceArn: Stack.of(this).formatArn({ service: 'execute-api', resource: this.resource.apiId, resourceName: '*/$default' }),
    });
    this.open('rest-of-api', HttpRouteKey.with('/v1/{path+}', HttpMethod.ANY), fn);
  }

  /** Everything else that is read belongs to the console: of two routes that fit, API Gateway takes the one that says more. */
  serveSite(fn: BundledFunction): void {
    for (const method of [HttpMethod.GET, HttpMethod.HEAD]) {
      this.open(`site-${method}`, HttpRouteKey.with('/', method), fn);
      this.open(`site-files-${method}`, HttpRouteKey.with('/{path+}', method), fn);
    }
  }

  private open(id: string, routeKey: HttpRouteKey, fn: BundledFunction): void {
    const route = new HttpRoute(this, id, {
      httpApi: this.resource,
      routeKey,
      integration: this.integration(fn),
      authorizer: new HttpNoneAuthorizer(),
    });
    this.throttled[routeKey.key] = OPEN_THROTTLE;
    const stage = this.stage.node.defaultChild as CfnStage;
    stage.routeSettings = this.throttled;
    // A stage can only limit a route that is there.
    stage.node.addDependency(route);
    Validations.of(route).acknowledge({
      id: 'AwsSolutions-APIG4',
      reason: 'Open on purpose, and shows nothing of the record: health, keys, problems, the document of the API, the console’s files, and refusals.',
    });
  }

  private integration(fn: BundledFunction): HttpLambdaIntegration {
    const known = this.integrations.get(fn);
    if (known) return known;
    // One permission a function instead of one a route: a function's policy has room for about forty.
    const made = new HttpLambdaIntegration(fn.node.id, fn.target, { scopePermissionToRoute: false, timeout: Duration.seconds(15) });
    this.integrations.set(fn, made);
    return made;
  }

  /** The certificate waits in the deployment until its DNS record is set; docs/deploy.md says how. */
  private ownDomain(domain: string): DomainName {
    const certificate = new Certificate(this, 'Certificate', { domainName: domain, validation: CertificateValidation.fromDns() });
    return new DomainName(this, 'Domain', { domainName: domain, certificate, securityPolicy: SecurityPolicy.TLS_1_2 });
  }
}
