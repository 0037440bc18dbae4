import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import * as z from 'zod';

/** Two public linters with their strictest sets of rules, not among the dependencies: together they are 80 MB. */
const PACKAGES = ['@redocly/cli@2.77.0', '@stoplight/spectral-cli@6.16.3'];
const QUIET = { REDOCLY_TELEMETRY: 'off', REDOCLY_SUPPRESS_UPDATE_NOTICE: 'true' };

/** All of Spectral's rules but two: a licence has an SPDX identifier or an address, not both, and an instance's contact is not known here. */
const RULES = { extends: [['spectral:oas', 'all']], rules: { 'license-url': 'off', 'contact-properties': 'off' } };

const folder = mkdtempSync(join(tmpdir(), 'whereabouts-lint-'));

beforeAll(() => {
  writeFileSync(join(folder, 'package.json'), '{ "private": true }');
  writeFileSync(join(folder, 'spectral.json'), JSON.stringify(RULES));
  copyFileSync(new URL('../../docs/openapi.json', import.meta.url), join(folder, 'openapi.json'));
  writeFileSync(join(folder, 'faulty.json'), JSON.stringify(withFaults(readFileSync(join(folder, 'openapi.json'), 'utf8'))));
  const { status, stderr } = run('npm', ['install', '--ignore-scripts', '--no-audit', '--no-fund', ...PACKAGES]);
  if (status !== 0) throw new Error(`the linters could not be installed: ${stderr}`);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function run(command: string, args: readonly string[]) {
  return spawnSync(command, args, { cwd: folder, encoding: 'utf8', env: { ...process.env, ...QUIET } });
}

/** A path parameter that is not declared, and an example that is not of its schema. */
function withFaults(text: string): object {
  return JSON.parse(text.replace('"/v1/platforms/{platform}/score"', '"/v1/platforms/{platform}/{score}"'), (name, value) =>
    name === 'example' && value === 50 ? 'fifty' : value,
  );
}

function lintWithRedocly(file: string): string[] {
  const { stdout } = run(process.execPath, ['node_modules/@redocly/cli/bin/cli.js', 'lint', '--extends=recommended-strict', '--format=json', file]);
  const { problems } = z.object({ problems: z.array(z.object({ ruleId: z.string(), message: z.string() })) }).parse(JSON.parse(stdout));
  return problems.map(({ ruleId, message }) => `${ruleId}: ${message}`);
}

function lintWithSpectral(file: string): string[] {
  const { stdout } = run(process.execPath, [
    'node_modules/@stoplight/spectral-cli/dist/index.js',
    'lint',
    '--ruleset=spectral.json',
    '--format=json',
    '--quiet',
    file,
  ]);
  const results = z.array(
    z.object({ code: z.union([z.string(), z.number()]), message: z.string(), path: z.array(z.union([z.string(), z.number()])) }),
  );
  return results.parse(JSON.parse(stdout)).map(({ code, message, path }) => `${code}: ${message} ${path.join('.')}`);
}

describe.each([
  { linter: 'Redocly', lint: lintWithRedocly },
  { linter: 'Spectral', lint: lintWithSpectral },
])('$linter', ({ lint }) => {
  it('finds neither an error nor a warning in the OpenAPI document', () => {
    expect(lint('openapi.json')).toEqual([]);
  });

  it('would have found one', () => {
    expect(lint('faulty.json').length).toBeGreaterThan(0);
  });
});
