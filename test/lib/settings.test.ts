import { App } from 'aws-cdk-lib';
import { expect, test } from 'vitest';
import { readSettings } from '../../lib/settings.ts';

const GOOD = { stage: 'dev', region: 'eu-central-1', issuer: 'https://login.example.eu', audience: 'whereabouts' };
const read = (context: Record<string, unknown>) => readSettings(new App({ context: { ...GOOD, ...context } }).node);

test.each(['eu-central-1', 'eu-north-1', 'eu-south-1', 'eu-south-2', 'eu-west-1', 'eu-west-3', 'eusc-de-east-1'])('%s is in the Union', (region) => {
  expect(read({ region }).region).toBe(region);
});

test.each([
  ['us-east-1', 'is not a region of the European Union'],
  ['us-gov-west-1', 'is not a region of the European Union'],
  ['ap-southeast-1', 'is not a region of the European Union'],
  ['cn-north-1', 'is not a region of the European Union'],
  ['eu-west-2', 'is in the United Kingdom'],
  ['eu-central-2', 'is in Switzerland'],
  ['eu-isoe-west-1', 'is not a region of the European Union'],
  ['EU-WEST-1', 'is not a region of the European Union'],
  ['xeu-west-1', 'is not a region of the European Union'],
  ['eusc-de-east-1.example.org', 'is not a region of the European Union'],
  ['eu', 'is not a region of the European Union'],
])('%s is refused with a sentence why', (region, why) => {
  expect(() => read({ region })).toThrow(
    `region: "${region}" ${why}. Whereabouts keeps its own data in the Union, under its law: choose eu-central-1`,
  );
});

test('every fault is named at once', () => {
  const bad = {
    stage: 'Prod',
    region: 'us-east-1',
    account: '12',
    issuer: 'http://login.example.eu',
    audience: '',
    domain: 'https://x.eu',
    alarmMail: 'ops',
    subjectClaim: 'a sub',
    personClaim: 'e mail',
    scopeClaims: 'scope,,scp',
    decideAcr: 'silver gold',
    expectedConsumers: 'a b,c',
    regoin: 'eu-west-1',
  };
  const thrown = (() => {
    try {
      return read(bad);
    } catch (error) {
      return error;
    }
  })();
  expect(thrown).toBeInstanceOf(Error);
  const lines = String(thrown).split('\n').slice(1);
  expect(lines.map((line) => line.trim().split(/[:.]/)[0])).toEqual(Object.keys(bad));
});

test('what is left empty is as if not said', () => {
  expect(read({ account: '', domain: '', alarmMail: '', personClaim: '' })).toEqual({
    ...GOOD,
    audience: ['whereabouts'],
    signingKeys: ['1'],
    checkpointKeys: ['1'],
    subjectClaim: 'sub',
    personClaim: 'email',
    scopeClaims: ['scope', 'scp'],
    scopePrefix: '',
    decideAcr: [],
    consoleClient: 'whereabouts-console',
    verifiedQuotes: false,
    hearings: true,
    paused: false,
  });
});

test('the keys of CDK itself are no settings', () => {
  expect(() => read({ 'aws:cdk:bundling-stacks': ['**'], '@aws-cdk/core:checkSecretUsage': true, 'cli-telemetry': false })).not.toThrow();
});

test.each([[false], [0], [[]], [{}], [' '], ['e mail']])('%j is the name of no claim', (personClaim) => {
  expect(() => read({ personClaim })).toThrow('personClaim: must be');
  expect(() => read({ subjectClaim: personClaim })).toThrow('subjectClaim: must be');
});
