import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { PROD, synthesize } from '../lib/synthesize.ts';

const LINTER = 'cfn-lint==1.58.0';
const folder = mkdtempSync(join(tmpdir(), 'whereabouts-lint-'));

beforeAll(() => {
  run('python3', ['-m', 'venv', join(folder, 'venv')]);
  run(join(folder, 'venv/bin/pip'), ['install', '--quiet', '--disable-pip-version-check', LINTER]);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function run(command: string, args: readonly string[]): void {
  const { status, stderr, error } = spawnSync(command, args, { encoding: 'utf8' });
  if (status !== 0) throw new Error(`${LINTER} could not be had: ${error?.message ?? stderr.slice(-2000)}`);
}

function lint(name: string, template: object, region: string): { status: number | null; said: string } {
  const file = join(folder, `${name}.json`);
  writeFileSync(file, JSON.stringify(template));
  const { status, stdout, stderr } = spawnSync(join(folder, 'venv/bin/cfn-lint'), ['--template', file, '--regions', region], { encoding: 'utf8' });
  return { status, said: `${stdout}${stderr}`.trim() };
}

const { domain: _, alarmMail: __, ...plain } = PROD;
const stages = [
  ['dev', {}, 'eu-central-1'],
  ['prod', PROD, 'eu-central-1'],
  ['prod in Ireland', { ...PROD, region: 'eu-west-1' }, 'eu-west-1'],
  ['prod without a domain, while a backup is restored', { ...plain, paused: 'yes' }, 'eu-central-1'],
  ['prod while keys are rotated, with mails', { ...PROD, reviewMail: 'reviews@example.eu', signingKeys: '2,1' }, 'eu-central-1'],
  // The linter knows the services of the sovereign cloud's region only as far as AWS has published them.
  ['sovereign prod', { ...PROD, region: 'eusc-de-east-1' }, 'eusc-de-east-1'],
] as const;

test.each(stages)('the template of %s has neither errors nor warnings', (name, settings, region) => {
  expect(lint(name.replaceAll(/\W/g, '-'), synthesize(settings).toJSON(), region)).toEqual({ status: 0, said: '' });
});

test('the linter sees what is wrong', () => {
  const template = synthesize(PROD).toJSON();
  const [table] = Object.values(template.Resources as Record<string, { Type: string; Properties: object }>).filter(
    ({ Type }) => Type === 'AWS::DynamoDB::Table',
  );
  Object.assign(table?.Properties ?? {}, { BillingMode: 'PAY_PER_WISH' });
  expect(lint('wrong', template, 'eu-central-1')).toMatchObject({ said: expect.stringContaining('PAY_PER_WISH') });
});
