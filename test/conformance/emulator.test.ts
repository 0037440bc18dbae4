import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { DescribeTableCommand, DynamoDBClient, ListTablesCommand } from '@aws-sdk/client-dynamodb';
import { CreateBucketCommand, PutObjectCommand, S3Client } from '@aws-sdk/client-s3';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { functionNames, jobNames } from '../../lib/functions.ts';
import { INDEXES } from '../../store/keys.ts';
import { PROD, synthesize } from '../lib/synthesize.ts';

const EMULATOR = 'moto[all,server]==5.2.5';
const PORT = 5075;
const URL_OF = `http://127.0.0.1:${PORT}`;

/** What the emulator's CloudFormation does not make; docs/deploy.md lists the same. */
const LACKS = [
  'AWS::ApiGatewayV2::Api',
  'AWS::ApiGatewayV2::Authorizer',
  'AWS::ApiGatewayV2::Integration',
  'AWS::ApiGatewayV2::Route',
  'AWS::ApiGatewayV2::Stage',
  'AWS::CloudWatch::Alarm',
  'AWS::Lambda::EventInvokeConfig',
  'AWS::S3::BucketPolicy',
  'AWS::SNS::Subscription',
  'AWS::SNS::TopicPolicy',
  'AWS::SQS::QueuePolicy',
  'AWS::Scheduler::Schedule',
  // Rules of a bus of one's own break it.
  'AWS::Events::Rule',
  // These name an alarm or the API.
  'AWS::CloudWatch::Dashboard',
  'AWS::Lambda::Permission',
];

type Resource = { Type: string; Properties: Record<string, unknown>; DependsOn?: string[] };

const folder = mkdtempSync(join(tmpdir(), 'whereabouts-emulator-'));
const access = { region: 'eu-central-1', endpoint: URL_OF, credentials: { accessKeyId: 'emulator', secretAccessKey: 'emulator' } };
let emulator: ChildProcess;

beforeAll(async () => {
  run('python3', ['-m', 'venv', join(folder, 'venv')]);
  run(join(folder, 'venv/bin/pip'), ['install', '--quiet', '--disable-pip-version-check', EMULATOR]);
  emulator = spawn(join(folder, 'venv/bin/moto_server'), ['-p', `${PORT}`], { stdio: 'ignore' });
  for (let tries = 0; ; tries += 1) {
    const answer = await fetch(`${URL_OF}/moto-api/data.json`).catch(() => undefined);
    if (answer?.ok) return;
    if (tries === 300) throw new Error('the emulator does not answer');
    await delay(200);
  }
});
afterAll(() => {
  emulator?.kill();
  rmSync(folder, { recursive: true, force: true });
});

function run(command: string, args: readonly string[]): void {
  const { status, stderr, error } = spawnSync(command, args, { encoding: 'utf8' });
  if (status !== 0) throw new Error(`${EMULATOR} could not be had: ${error?.message ?? stderr.slice(-2000)}`);
}

/** CloudFormation's own protocol; which service is meant the emulator reads from the credential. */
async function ask(action: string, parameters: Record<string, string>): Promise<string> {
  const answer = await fetch(URL_OF, {
    method: 'POST',
    headers: {
      authorization: 'AWS4-HMAC-SHA256 Credential=emulator/20260101/eu-central-1/cloudformation/aws4_request, SignedHeaders=host, Signature=none',
    },
    body: new URLSearchParams({ Action: action, Version: '2010-05-15', StackName: 'Whereabouts-dev', ...parameters }),
  });
  const text = await answer.text();
  if (!answer.ok) throw new Error(`${action}: ${answer.status} ${text.slice(0, 2000)}`);
  return text;
}

/** The template without what the emulator lacks; its functions' code is where the emulator can find it. */
function toTemplate(): Record<string, Resource> {
  const all = synthesize().toJSON().Resources as Record<string, Resource>;
  const kept = Object.entries(all).filter(([, { Type }]) => !LACKS.includes(Type));
  const names = new Set(kept.map(([id]) => id));
  return Object.fromEntries(
    kept.map(([id, { DependsOn, ...resource }]) => {
      const Properties = { ...resource.Properties };
      // It reads the tags of a key as KMS itself names them, not as CloudFormation does.
      if (resource.Type === 'AWS::KMS::Key') delete Properties.Tags;
      if (resource.Type === 'AWS::Lambda::Function') Properties.Code = { S3Bucket: 'assets', S3Key: 'code.zip' };
      const after = [DependsOn ?? []].flat().filter((other) => names.has(other));
      return [id, { ...resource, Properties, ...(after.length > 0 && { DependsOn: after }) }];
    }),
  );
}

test('the template comes up in an emulator of AWS, as far as that speaks its language', async () => {
  const s3 = new S3Client({ ...access, forcePathStyle: true });
  await s3.send(new CreateBucketCommand({ Bucket: 'assets', CreateBucketConfiguration: { LocationConstraint: 'eu-central-1' } }));
  // The least zip there is: an empty one.
  await s3.send(new PutObjectCommand({ Bucket: 'assets', Key: 'code.zip', Body: Buffer.from(`504b0506${'00'.repeat(18)}`, 'hex') }));
  const resources = toTemplate();
  await ask('CreateStack', { TemplateBody: JSON.stringify({ Resources: resources }), 'Capabilities.member.1': 'CAPABILITY_IAM' });

  expect(await ask('DescribeStacks', {})).toContain('<StackStatus>CREATE_COMPLETE</StackStatus>');
  const made = [...(await ask('DescribeStackResources', {})).matchAll(/<ResourceType>([^<]+)<\/ResourceType>/g)].map(([, type]) => type);
  expect(made.sort()).toEqual(
    Object.values(resources)
      .map(({ Type }) => Type)
      .sort(),
  );
  expect(made.filter((type) => type === 'AWS::Lambda::Function')).toHaveLength(functionNames.length + jobNames.length + 1);

  const dynamodb = new DynamoDBClient(access);
  const [name = ''] = (await dynamodb.send(new ListTablesCommand())).TableNames ?? [];
  const { Table } = await dynamodb.send(new DescribeTableCommand({ TableName: name }));
  expect(Table?.GlobalSecondaryIndexes?.map(({ IndexName }) => IndexName).sort()).toEqual(INDEXES.map((index) => index.name).sort());
  expect(Table?.StreamSpecification).toEqual({ StreamEnabled: true, StreamViewType: 'NEW_IMAGE' });
});

test('what the emulator lacks is in the template still, and in the guide', () => {
  const types = new Set(Object.values(synthesize(PROD).toJSON().Resources as Record<string, Resource>).map(({ Type }) => Type));
  expect(LACKS.filter((type) => !types.has(type))).toEqual([]);
  const guide = readFileSync(new URL('../../docs/deploy.md', import.meta.url), 'utf8');
  expect(LACKS.filter((type) => !guide.includes(`\`${type}\``))).toEqual([]);
});
