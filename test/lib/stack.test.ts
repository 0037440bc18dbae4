import { readdirSync, readFileSync } from 'node:fs';
import { Match, Template } from 'aws-cdk-lib/assertions';
import { describe, expect, test } from 'vitest';
import { type JobEntry, jobs } from '../../lambdas/jobs.ts';
import { type Route, routes } from '../../lambdas/routes.ts';
import { Env } from '../../lambdas/runtime/env.ts';
import { INDEXES, TABLE_KEYS } from '../../store/keys.ts';
import { functionsOf, makeStack, PROD, statementsOf, synthesize } from './synthesize.ts';

const dev = synthesize();
const prod = synthesize(PROD);
const sovereign = synthesize({ ...PROD, region: 'eusc-de-east-1' });
const stages = [
  ['dev', dev],
  ['prod', prod],
  ['sovereign prod', sovereign],
] as const;
const functions = functionsOf(prod);
/** What seals something with the key of the cursors: lists, and a repair's proposal. */
const listing = new Set<string>([
  ...(routes as readonly Route[]).filter(({ needs }) => needs?.includes('paging')).map((route) => route.function),
  'repair',
]);
const writing = new Set<string>([
  ...(routes as readonly Route[]).filter(({ method, scopes }) => method !== 'GET' && !scopes.includes('read')).map((route) => route.function),
  ...(jobs as readonly JobEntry[]).filter(({ writes }) => writes.length > 0).map(({ name }) => name),
]);
const onStream = (jobs as readonly JobEntry[]).filter(({ on }) => on === 'stream');
const onBus = (jobs as readonly JobEntry[]).filter(({ on }) => on === 'bus');
const onSchedule = (jobs as readonly JobEntry[]).filter(({ on }) => on !== 'stream' && on !== 'bus');
const streaming = new Set(onStream.map(({ name }) => name));
/** What may send events to the bus. */
const announcing = ['announce-events', 'announce-missed'];

describe('least privilege', () => {
  test('no policy of any kind allows an action by wildcard', () => {
    const documents = Object.values(prod.toJSON().Resources as Record<string, { Properties?: Record<string, unknown> }>).flatMap(
      ({ Properties = {} }) => ['PolicyDocument', 'KeyPolicy', 'AssumeRolePolicyDocument'].flatMap((kind) => Properties[kind] ?? []),
    );
    const actions = documents.flatMap(statementsOf).flatMap(({ effect, actions }) => (effect === 'Allow' ? actions : []));
    expect(actions).toContain('dynamodb:PutItem');
    expect(actions).toContain('kms:PutKeyPolicy');
    expect(actions.filter((action) => action.includes('*'))).toEqual([]);
  });

  test('every right of a function is on a resource of this stack, and none comes from a managed policy', () => {
    for (const { statements, role } of functions) {
      expect(JSON.stringify(role)).not.toContain('ManagedPolicy');
      for (const { resources } of statements)
        for (const resource of resources)
          expect(resource).toMatch(
            /"Fn::GetAtt":\["(Record|CaptureVault|Cursors|Signing|CheckpointSigning|LogSigning|Archive|Events|DeadLetters|ReleasePolicy|AskWitnesses|\w+Logs)/,
          );
    }
  });

  test.each(functions)(
    '$name may write to the record only if it is there to change it, and may neither update it in place nor delete from it',
    ({ name, statements }) => {
      const actions = statements.flatMap((statement) => statement.actions);
      const table = actions.filter((action) => action.startsWith('dynamodb:'));
      const reads = ['dynamodb:BatchGetItem', 'dynamodb:GetItem', 'dynamodb:Query'];
      const ofCaptures = {
        captures: ['GetItem', 'PutItem'],
        assessments: ['BatchGetItem', 'GetItem'],
        erasures: ['GetItem', 'PutItem'],
        decisions: ['BatchGetItem'],
      };
      const dataKeys = Object.entries(ofCaptures).flatMap(([one, all]) => (one === name ? all.map((action) => `dynamodb:${action}`) : []));
      const stream = ['dynamodb:DescribeStream', 'dynamodb:GetRecords', 'dynamodb:GetShardIterator', 'dynamodb:ListStreams'];
      const expected = [
        ...reads,
        ...dataKeys,
        ...(writing.has(name) ? ['dynamodb:PutItem'] : []),
        ...(streaming.has(name) ? stream : []),
        ...(name === 'index-platforms' || name === 'drafts' ? ['dynamodb:DeleteItem'] : []),
      ];
      // Two tables may ask for the same action once or twice, as the template puts statements together.
      expect([...new Set(table)].sort()).toEqual([...new Set(expected)].sort());
      const record = statements.filter(({ resources }) => resources.some((resource) => resource.includes('"RecordKey')));
      expect(record.some((statement) => statement.actions.includes('kms:GenerateDataKey'))).toBe(writing.has(name));
      expect(actions.includes('events:PutEvents')).toBe(announcing.includes(name));
      expect(actions.includes('kms:GenerateMac')).toBe(listing.has(name));
    },
  );

  test('whatever the store sends to the table, a function has the right to', () => {
    const store = new URL('../../store/', import.meta.url);
    // A backup is restored with an operator's rights, not a function's.
    const ofFunctions = readdirSync(store).filter((file) => file !== 'restore.ts');
    const sources = ofFunctions.map((file) => readFileSync(new URL(file, store), 'utf8'));
    const sent = sources
      .flatMap((source) => [...source.matchAll(/new (\w+)Command\(|^ +(Put|Update|Delete|ConditionCheck): \{$/gm)])
      .map((match) => match[1] ?? `${match[2]}Item`);
    const rights = new Set(functions.flatMap(({ statements }) => statements.flatMap(({ actions }) => actions)));
    // A transaction is covered by what it is made of, and the archive of checkpoints is none of the table's.
    const covered = new Set(['TransactWriteItems', 'PutObject', 'GetObject']);
    expect(sent).toContain('PutItem');
    expect(sent.filter((name) => !covered.has(name) && !rights.has(`dynamodb:${name}`))).toEqual([]);
  });

  test('only the gateway of this stack may invoke a function, and a rule of its bus the jobs that it wakes', () => {
    const permissions = Object.values(prod.findResources('AWS::Lambda::Permission')).map(({ Properties }) => Properties);
    const [byBus, byGateway] = [true, false].map((isBus) => permissions.filter(({ Principal }) => (Principal === 'events.amazonaws.com') === isBus));
    expect(byBus).toHaveLength(onBus.length);
    for (const { SourceArn } of byBus ?? []) expect(JSON.stringify(SourceArn)).toMatch(/^\{"Fn::GetAtt":\["\w+Events\w+","Arn"\]\}$/);
    for (const properties of byGateway ?? []) {
      expect(properties).toMatchObject({ Action: 'lambda:InvokeFunction', Principal: 'apigateway.amazonaws.com' });
      expect(JSON.stringify(properties.SourceArn)).toContain('"Ref":"Gateway');
    }
  });
});

describe('the functions', () => {
  test.each(functions)(
    '$name gets every variable of the environment’s schema and no other, and the name of the bus if it may use it',
    ({ name, variables }) => {
      const values = Object.fromEntries(
        Object.entries(variables).map(([name, value]) => [name, typeof value === 'string' ? value : JSON.stringify(value)]),
      );
      expect(Env.strict().safeParse(values).error).toBeUndefined();
      expect('EVENT_BUS_NAME' in values).toBe(announcing.includes(name));
    },
  );

  test.each(functions)('$name runs on ARM and Node 24, and logs into a group of its own', ({ name, properties }) => {
    expect(properties).toMatchObject({ Architectures: ['arm64'], Runtime: 'nodejs24.x', Handler: 'index.handler' });
    expect(JSON.stringify(properties.LoggingConfig).toLowerCase()).toContain(`"${name.replaceAll('-', '')}logs`);
  });

  test('the claims of a token are read as the settings say, by every function that answers and by no job', () => {
    const settings = {
      subjectClaim: 'oid',
      personClaim: 'custom:person',
      scopeClaims: 'scp, roles',
      scopePrefix: 'api://x/',
      decideAcr: 'gold,silver',
    };
    for (const { name, variables } of functionsOf(synthesize(settings)))
      if (jobs.some((job) => job.name === name)) expect(variables).not.toHaveProperty('CLAIMS');
      else
        expect(JSON.parse(String(variables.CLAIMS))).toEqual({
          ...settings,
          scopeClaims: ['scp', 'roles'],
          decideAcr: ['gold', 'silver'],
        });
  });
});

test('who is expected to report is known by the functions that say who does not, and by no other', () => {
  const told = functionsOf(synthesize({ expectedConsumers: 'gateway, emm-sync' })).filter(({ variables }) => 'EXPECTED_CONSUMERS' in variables);
  expect(told.map(({ name, variables }) => [name, variables.EXPECTED_CONSUMERS]).sort()).toEqual([
    ['measure-lag', 'gateway,emm-sync'],
    ['policy', 'gateway,emm-sync'],
    ['reference', 'gateway,emm-sync'],
    ['reviews', 'gateway,emm-sync'],
  ]);
});

describe('the jobs', () => {
  const idOf = (name: string) => functions.find((one) => one.name === name)?.id;
  const queue = { 'Fn::GetAtt': [Match.stringLikeRegexp('^DeadLetters'), 'Arn'] };
  const [mappings, schedules] = ['AWS::Lambda::EventSourceMapping', 'AWS::Scheduler::Schedule'].map((type) =>
    Object.values(prod.findResources(type)),
  );

  test.each(onStream)(
    '$name is woken by the stream with the items it names, repeats what failed alone, and gives up into the queue',
    ({ name, items }) => {
      prod.hasResourceProperties('AWS::Lambda::EventSourceMapping', {
        FunctionName: { Ref: idOf(name) },
        EventSourceArn: { 'Fn::GetAtt': [Match.stringLikeRegexp('^Record'), 'StreamArn'] },
        StartingPosition: 'TRIM_HORIZON',
        BisectBatchOnFunctionError: true,
        FunctionResponseTypes: ['ReportBatchItemFailures'],
        MaximumRetryAttempts: Match.anyValue(),
        DestinationConfig: { OnFailure: { Destination: queue } },
      });
      const mapping = mappings?.find(({ Properties }) => Properties.FunctionName.Ref === idOf(name));
      const [{ Pattern }, ...others] = mapping?.Properties.FilterCriteria.Filters ?? [];
      const wanted = items && ('is' in items ? items.is : { prefix: items.prefix });
      expect(JSON.parse(Pattern)).toEqual({ eventName: ['INSERT', 'MODIFY'], dynamodb: { Keys: { sk: { S: [wanted] } } } });
      expect(others).toEqual([]);
    },
  );

  test('what follows a job is run by Lambda when that has done its work, by a right of that job on it alone', () => {
    const followed = (jobs as readonly JobEntry[]).flatMap(({ name, after = [] }) => after.map((first) => [first, name] as const));
    expect(followed).toEqual([
      ['sign-checkpoint', 'ask-witnesses'],
      ['publish-decisions', 'release-policy'],
      ['renew-policy', 'release-policy'],
    ]);
    for (const [first, next] of followed)
      prod.hasResourceProperties('AWS::Lambda::EventInvokeConfig', {
        FunctionName: { Ref: idOf(first) },
        DestinationConfig: { OnSuccess: { Destination: { 'Fn::GetAtt': [idOf(next), 'Arn'] } }, OnFailure: { Destination: queue } },
      });
    const inviting = functions.filter(({ statements }) => statements.some(({ actions }) => actions.includes('lambda:InvokeFunction')));
    expect(inviting.map(({ name }) => name as string).sort()).toEqual(followed.map(([first]) => first).sort());
  });

  test.each(onSchedule)('$name runs at its time in UTC, and what fails to the end is in the queue', ({ name, on }) => {
    prod.hasResourceProperties('AWS::Scheduler::Schedule', {
      ScheduleExpression: on,
      ScheduleExpressionTimezone: 'UTC',
      FlexibleTimeWindow: { Mode: 'OFF' },
      Target: Match.objectLike({ Arn: { 'Fn::GetAtt': [idOf(name), 'Arn'] }, DeadLetterConfig: { Arn: queue } }),
    });
    prod.hasResourceProperties('AWS::Lambda::EventInvokeConfig', {
      FunctionName: { Ref: idOf(name) },
      DestinationConfig: { OnFailure: { Destination: queue } },
    });
  });

  test('none is woken while a backup is restored', () => {
    const paused = synthesize({ ...PROD, paused: 'yes' });
    const [states, switches] = [prod, paused].map((template) => [
      ...Object.values(template.findResources('AWS::Scheduler::Schedule')).map(({ Properties }) => Properties.State),
      ...Object.values(template.findResources('AWS::Lambda::EventSourceMapping')).map(({ Properties }) => Properties.Enabled),
      ...Object.values(template.findResources('AWS::Events::Rule')).flatMap(({ Properties }) => Properties.State ?? []),
    ]);
    expect(new Set(states)).toEqual(new Set(['ENABLED', true]));
    expect(new Set(switches)).toEqual(new Set(['DISABLED', false]));
  });

  test.each(onBus)('$name is woken by the events it names, and what fails to the end is in the queue', ({ name, events = [] }) => {
    prod.hasResourceProperties('AWS::Events::Rule', {
      EventBusName: { Ref: Match.stringLikeRegexp('^Events') },
      State: 'ENABLED',
      EventPattern: { source: ['eu.whereabouts'], 'detail-type': events.map((type) => `eu.whereabouts.${type}.v1`) },
      Targets: [{ Id: 'job', Arn: { 'Fn::GetAtt': [idOf(name), 'Arn'] }, DeadLetterConfig: { Arn: queue } }],
    });
    prod.hasResourceProperties('AWS::Lambda::EventInvokeConfig', {
      FunctionName: { Ref: idOf(name) },
      DestinationConfig: { OnFailure: { Destination: queue } },
    });
  });

  test('no more than two functions read the stream: a third would be throttled', () => {
    expect(onStream.length).toBeLessThanOrEqual(2);
  });

  test('nothing else is woken than the manifest says', () => {
    expect(mappings).toHaveLength(onStream.length);
    expect(schedules).toHaveLength(onSchedule.length);
  });

  test('only entries of the index of who is reached, and drafts, may be deleted', () => {
    const policies = Object.values(prod.findResources('AWS::IAM::Policy')).flatMap(({ Properties }) => Properties.PolicyDocument.Statement);
    const deleting = policies.filter(({ Action }) => [Action].flat().includes('dynamodb:DeleteItem'));
    const conditionOf = (key: string) => ({
      'ForAllValues:StringLike': { 'dynamodb:LeadingKeys': [key] },
      Null: { 'dynamodb:LeadingKeys': 'false' },
    });
    expect(deleting.map(({ Condition }) => Condition)).toEqual(expect.arrayContaining([conditionOf('REACH#*'), conditionOf('DRAFT#*')]));
    expect(deleting).toHaveLength(2);
  });

  test('the queue takes nothing without TLS, and an alarm says when something is in it', () => {
    const [policy] = Object.values(prod.findResources('AWS::SQS::QueuePolicy'));
    expect(policy?.Properties.PolicyDocument.Statement).toContainEqual(
      expect.objectContaining({ Effect: 'Deny', Condition: { Bool: { 'aws:SecureTransport': 'false' } } }),
    );
    prod.hasResourceProperties('AWS::CloudWatch::Alarm', { MetricName: 'ApproximateNumberOfMessagesVisible', Threshold: 1 });
  });
});

describe('the gateway', () => {
  const integrationOf = (name: string) => {
    const site = Object.keys(prod.findResources('AWS::Lambda::Function')).find((one) => one.startsWith('Site'));
    const id = name === 'site' ? site : functions.find((one) => one.name === name)?.id;
    const found = Object.entries(prod.findResources('AWS::ApiGatewayV2::Integration')).find(([, { Properties }]) =>
      JSON.stringify(Properties.IntegrationUri).includes(`"${id}"`),
    );
    if (!found) throw new Error(`nothing integrates ${name}`);
    return { 'Fn::Join': ['', ['integrations/', { Ref: found[0] }]] };
  };
  const [authorizer] = Object.keys(prod.findResources('AWS::ApiGatewayV2::Authorizer'));

  const withHeads = (routes as readonly Route[]).flatMap((route) => (route.method === 'GET' ? [route, { ...route, method: 'HEAD' }] : [route]));
  test.each(withHeads)('$method $path goes to its function, and lets in whom the issuer knows, unless it is open', (route) => {
    prod.hasResourceProperties('AWS::ApiGatewayV2::Route', {
      RouteKey: `${route.method} ${route.path}`,
      Target: integrationOf(route.function),
      ...(route.scopes.length === 0
        ? { AuthorizationType: 'NONE', AuthorizerId: Match.absent() }
        : { AuthorizationType: 'JWT', AuthorizerId: { Ref: authorizer } }),
      // Scopes are the function's to read: API Gateway knows neither a prefix nor another claim.
      AuthorizationScopes: Match.absent(),
    });
  });

  test('beside the routes of the manifest only what is open is served: the console, and problems for the rest', () => {
    const keys = Object.values(prod.findResources('AWS::ApiGatewayV2::Route')).map(({ Properties }) => Properties.RouteKey);
    const site = ['GET /', 'GET /{path+}', 'HEAD /', 'HEAD /{path+}'];
    const rest = ['$default', 'ANY /v1/{path+}'];
    expect(keys.sort()).toEqual(
      [
        ...routes.flatMap(({ method, path }) => (method === 'GET' ? [`GET ${path}`, `HEAD ${path}`] : [`${method} ${path}`])),
        ...site,
        ...rest,
      ].sort(),
    );
    for (const [own, name] of [
      [rest, 'reference'],
      [site, 'site'],
    ] as const)
      for (const RouteKey of own)
        prod.hasResourceProperties('AWS::ApiGatewayV2::Route', { RouteKey, AuthorizationType: 'NONE', Target: integrationOf(name) });
  });

  test('the console’s function knows the issuer, and may write its own log and nothing else', () => {
    const [id, { Properties } = { Properties: {} }] =
      Object.entries(prod.findResources('AWS::Lambda::Function')).find(([name]) => name.startsWith('Site')) ?? [];
    expect(Properties.Environment.Variables).toEqual({
      ISSUER: PROD.issuer,
      CLIENT_ID: 'whereabouts-console',
      SIGN_IN_SCOPE: 'openid read assess review decide operate',
      SIGN_IN_CLAIMS: '{"subjectClaim":"sub","personClaim":"email","scopeClaims":["scope","scp"],"scopePrefix":"","decideAcr":[]}',
    });
    const [role] = Properties.Role['Fn::GetAtt'];
    const policies = Object.values(prod.findResources('AWS::IAM::Policy')).filter((policy) =>
      JSON.stringify(policy.Properties.Roles).includes(`"${role}"`),
    );
    expect(
      policies
        .flatMap((policy) => statementsOf(policy.Properties.PolicyDocument))
        .flatMap(({ actions }) => actions)
        .sort(),
    ).toEqual(['logs:CreateLogStream', 'logs:PutLogEvents']);
    expect(id).toBeDefined();
  });

  test('the console may ask the token endpoint that discovery names, and asks for scopes as the issuer writes them', () => {
    const settings = { ...PROD, scopePrefix: 'whereabouts/', decideAcr: 'gold,silver' };
    const stack = makeStack(settings, { discovery: { tokenEndpoint: 'https://tokens.example.eu/token' } });
    const site = Object.entries(Template.fromStack(stack).findResources('AWS::Lambda::Function')).find(([name]) => name.startsWith('Site'));
    expect(site?.[1].Properties.Environment.Variables).toMatchObject({
      TOKEN_ENDPOINT: 'https://tokens.example.eu/token',
      SIGN_IN_SCOPE: 'openid whereabouts/read whereabouts/assess whereabouts/review whereabouts/decide whereabouts/operate',
      SIGN_IN_ACR: 'gold silver',
    });
  });

  test('tokens are those of the issuer for the audience', () => {
    const several = synthesize({ ...PROD, issuer: 'https://login.example.eu/realm/', audience: 'console, cli' });
    several.hasResourceProperties('AWS::ApiGatewayV2::Authorizer', {
      AuthorizerType: 'JWT',
      IdentitySource: ['$request.header.Authorization'],
      JwtConfiguration: { Issuer: 'https://login.example.eu/realm/', Audience: ['console', 'cli'] },
    });
  });

  test('calls are throttled, those without a token more, and logged without contents, address or person', () => {
    const [stage] = Object.values(prod.findResources('AWS::ApiGatewayV2::Stage'));
    expect(stage?.Properties.DefaultRouteSettings).toEqual({ ThrottlingRateLimit: 100, ThrottlingBurstLimit: 200 });
    const limits = stage?.Properties.RouteSettings as Record<string, unknown>;
    const isOpen = ({ Properties }: { Properties: Record<string, unknown> }) => Properties.AuthorizationType === 'NONE';
    const open = Object.values(prod.findResources('AWS::ApiGatewayV2::Route')).filter(isOpen as never);
    expect(Object.keys(limits).sort()).toEqual(open.map(({ Properties }) => Properties.RouteKey).sort());
    for (const limit of Object.values(limits)) expect(limit).toEqual({ ThrottlingRateLimit: 10, ThrottlingBurstLimit: 40 });
    const format = JSON.parse(stage?.Properties.AccessLogSettings.Format) as Record<string, string>;
    expect(format.requestId).toBe('$context.requestId');
    // Why a token was refused, which is a sentence of the gateway's; every other part of the authorizer is of the caller.
    expect(format.tokenRefusal).toBe('$context.authorizer.error');
    const others = Object.values(format).filter((one) => one !== format.tokenRefusal);
    expect(others.join(' ')).not.toMatch(/path|identity|authorizer|claims|header|query|body/i);
  });

  test('with a domain there is no other way in, and none without TLS 1.2', () => {
    prod.hasResourceProperties('AWS::ApiGatewayV2::Api', { DisableExecuteApiEndpoint: true });
    prod.hasResourceProperties('AWS::ApiGatewayV2::DomainName', {
      DomainName: PROD.domain,
      DomainNameConfigurations: [Match.objectLike({ SecurityPolicy: 'TLS_1_2' })],
    });
    dev.resourceCountIs('AWS::ApiGatewayV2::DomainName', 0);
    dev.hasResourceProperties('AWS::ApiGatewayV2::Api', { DisableExecuteApiEndpoint: false });
  });
});

describe('the record', () => {
  test('is a table with the keys and indexes that the store names, paid by use, with a stream and an expiry', () => {
    const schema = ({ partition, sort }: { partition: string; sort: string }) => [
      { AttributeName: partition, KeyType: 'HASH' },
      { AttributeName: sort, KeyType: 'RANGE' },
    ];
    prod.hasResourceProperties('AWS::DynamoDB::Table', {
      KeySchema: schema(TABLE_KEYS),
      GlobalSecondaryIndexes: INDEXES.map((index) => ({
        IndexName: index.name,
        KeySchema: schema(index),
        Projection: { ProjectionType: index.projection },
      })),
      BillingMode: 'PAY_PER_REQUEST',
      StreamSpecification: { StreamViewType: 'NEW_IMAGE' },
      TimeToLiveSpecification: { AttributeName: TABLE_KEYS.expiry, Enabled: true },
    });
  });

  test.each(stages)('of %s can be recovered to any second and is under a key of its own', (_, template) => {
    template.hasResourceProperties('AWS::DynamoDB::Table', {
      PointInTimeRecoverySpecification: { PointInTimeRecoveryEnabled: true, RecoveryPeriodInDays: 35 },
      SSESpecification: { SSEEnabled: true, SSEType: 'KMS', KMSMasterKeyId: { 'Fn::GetAtt': [Match.stringLikeRegexp('^RecordKey'), 'Arn'] } },
    });
  });

  test.each([
    ['dev', false],
    ['dev-anna', false],
    ['test', true],
    ['prod', true],
    ['development', true],
  ])('of stage %s outlives its stack: %s', (stage, kept) => {
    const template = synthesize({ ...PROD, stage });
    const policy = kept ? 'Retain' : 'Delete';
    template.hasResource('AWS::DynamoDB::Table', { DeletionPolicy: policy, Properties: { DeletionProtectionEnabled: kept } });
    template.hasResource('AWS::KMS::Key', { DeletionPolicy: policy, Properties: { Description: 'Whereabouts: the record' } });
    template.allResources('AWS::Logs::LogGroup', { DeletionPolicy: policy });
  });
});

describe('at rest and on the way', () => {
  test.each(stages)('everything that %s stores is under a customer key, and no log is kept for ever', (_, template) => {
    template.allResourcesProperties('AWS::Logs::LogGroup', { KmsKeyId: Match.anyValue(), RetentionInDays: Match.anyValue() });
    template.allResourcesProperties('AWS::SNS::Topic', { KmsMasterKeyId: Match.anyValue() });
    template.allResourcesProperties('AWS::SQS::Queue', { KmsMasterKeyId: Match.anyValue() });
    template.allResourcesProperties('AWS::Events::EventBus', { KmsKeyIdentifier: Match.anyValue() });
    for (const { Properties } of Object.values(template.findResources('AWS::KMS::Key')))
      if (!['HMAC_256', 'RSA_3072', 'ECC_NIST_EDWARDS25519'].includes(Properties.KeySpec)) expect(Properties.EnableKeyRotation).toBe(true);
  });

  test('the topic of the alarms takes nothing without TLS', () => {
    const [policy] = Object.values(prod.findResources('AWS::SNS::TopicPolicy'));
    expect(policy?.Properties.PolicyDocument.Statement).toContainEqual(
      expect.objectContaining({ Effect: 'Deny', Principal: '*', Condition: { Bool: { 'aws:SecureTransport': 'false' } } }),
    );
  });

  test.each(stages)('data of %s stays where it is: no replica, no other region, no address but the issuer', (_, template) => {
    const text = JSON.stringify(template.toJSON());
    expect(text).not.toMatch(/Replica|GlobalTable|CrossRegion|"MultiRegion":true/);
    const region = template === sovereign ? 'eusc-de-east-1' : 'eu-central-1';
    expect([...new Set(text.match(/\b[a-z]{2,4}-[a-z]+-[a-z]*-?\d\b/g))]).toEqual([region]);
    const addresses = new Set(text.match(/https?:\/\/[^"]+/g));
    expect([...addresses].filter((url) => url !== 'https://')).toEqual([PROD.issuer]);
  });

  test.each(stages)('%s names no partition: not in an ARN, nor by its domain but for the names of services', (_, template) => {
    const text = JSON.stringify(template.toJSON());
    expect(text).not.toMatch(/arn:aws/);
    const services = text.match(/"(Service|Principal)":"[a-z0-9.-]+\.amazonaws\.com"/g) ?? [];
    expect(services.length).toBeGreaterThan(0);
    expect(text.match(/amazonaws\.\w+/g)).toHaveLength(services.length);
  });

  test.each(stages)('%s names no resource, so that it stands beside another stage of the account', (_, template) => {
    expect(JSON.stringify(template.toJSON())).not.toMatch(
      /"(FunctionName|TableName|LogGroupName|RoleName|TopicName|AlarmName|AliasName|BucketName)":"/,
    );
  });

  test('what can carry a tag says whose it is and of which stage', () => {
    for (const type of ['AWS::DynamoDB::Table', 'AWS::Lambda::Function', 'AWS::KMS::Key', 'AWS::Logs::LogGroup', 'AWS::SNS::Topic', 'AWS::IAM::Role'])
      prod.allResourcesProperties(type, {
        Tags: Match.arrayWith([
          { Key: 'application', Value: 'whereabouts' },
          { Key: 'stage', Value: 'prod' },
        ]),
      });
  });
});

describe('the alarms', () => {
  const alarms = Object.entries(prod.findResources('AWS::CloudWatch::Alarm')).map(([id, { Properties }]) => ({ id, ...Properties }));
  const runbook = readFileSync(new URL('../../docs/runbook.md', import.meta.url), 'utf8');
  const entries = [...runbook.matchAll(/^## (\S+)$/gm)].map(([, entry]) => entry);
  const entryOf = (description: string) => /^[A-Z][^.]+\. Runbook: docs\/runbook\.md#([a-z0-9-]+)$/.exec(description)?.[1];

  test.each(alarms)('$id says the impact in a sentence, has its runbook entry, and notifies when it sounds and ends', (alarm) => {
    expect(entries).toContain(entryOf(alarm.AlarmDescription));
    expect(alarm.AlarmActions).toHaveLength(1);
    expect(alarm.OKActions).toEqual(alarm.AlarmActions);
  });

  test('tell of a key of the record or its archive that is to be deleted or was disabled, by the topic of the alarms', () => {
    const [rule, ...others] = Object.values(prod.findResources('AWS::Events::Rule')).filter(({ Properties }) =>
      JSON.stringify(Properties).includes('ScheduleKeyDeletion'),
    );
    expect(others).toEqual([]);
    const arnOf = (id: string) => ({ 'Fn::GetAtt': [expect.stringMatching(new RegExp(`^${id}Key`)), 'Arn'] });
    expect(rule?.Properties).toMatchObject({
      EventPattern: { detail: { eventName: ['ScheduleKeyDeletion', 'DisableKey'], resources: { ARN: [arnOf('Record'), arnOf('Archive')] } } },
      Targets: [{ Arn: alarms[0]?.AlarmActions[0] }],
    });
    expect(rule?.Properties).not.toHaveProperty('EventBusName');
  });

  test('the runbook has no entry without an alarm', () => {
    expect([...new Set(alarms.map((alarm) => entryOf(alarm.AlarmDescription)))].sort()).toEqual([...entries].sort());
  });

  test('every function has one for its errors and one for its throttles, the gateway for its faults, the table for its throttles', () => {
    for (const { id } of functions)
      for (const MetricName of ['Errors', 'Throttles'])
        prod.hasResourceProperties('AWS::CloudWatch::Alarm', { MetricName, Dimensions: [{ Name: 'FunctionName', Value: { Ref: id } }] });
    prod.hasResourceProperties('AWS::CloudWatch::Alarm', { MetricName: '5xx' });
    const table = JSON.stringify(alarms.find(({ id }) => id.startsWith('WatchTableThrottles')));
    for (const operation of ['GetItem', 'BatchGetItem', 'Query', 'PutItem', 'TransactWriteItems']) expect(table).toContain(`"Value":"${operation}"`);
  });

  test('mail goes to the address of the settings, and without one there is no subscription', () => {
    prod.hasResourceProperties('AWS::SNS::Subscription', { Protocol: 'email', Endpoint: PROD.alarmMail });
    dev.resourceCountIs('AWS::SNS::Subscription', 0);
  });

  test('an alarm may publish: its topic and the key of its topic say so', () => {
    const allows = (document: unknown, action: string) =>
      statementsOf(document).some(
        ({ effect, actions, principal }) => effect === 'Allow' && actions.includes(action) && principal.includes('cloudwatch.'),
      );
    const [topic] = Object.values(prod.findResources('AWS::SNS::TopicPolicy'));
    const key = Object.values(prod.findResources('AWS::KMS::Key')).find(
      ({ Properties }) => Properties.Description === 'Whereabouts: alarms on their way',
    );
    expect(allows(topic?.Properties.PolicyDocument, 'sns:Publish')).toBe(true);
    expect(allows(key?.Properties.KeyPolicy, 'kms:GenerateDataKey')).toBe(true);
  });
});
