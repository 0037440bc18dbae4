import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findFiles, ROOT } from './repository-files.ts';

type Report = {
  modules: { source: string }[];
  summary: {
    totalCruised: number;
    violations: { from: string; to: string; rule: { name: string } }[];
    ruleSetUsed: { forbidden: { name: string; comment: string }[] };
  };
};

function cruise(folder: string): Report {
  const args = [join(ROOT, 'node_modules/.bin/depcruise'), '.'];
  const options = ['--config', join(ROOT, '.dependency-cruiser.mjs'), '--output-type', 'json'];
  // The JSON report exits with 0 whatever it found.
  return JSON.parse(execFileSync(process.execPath, [...args, ...options], { cwd: folder, encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 }));
}

/** One violation of each rule: the file that breaks it, what it imports, and the files that must be there. */
const planted = [
  { rule: 'domain-is-pure', file: 'domain/a.ts', imports: 'node:fs' },
  { rule: 'domain-is-pure', file: 'domain/b.ts', imports: 'ulid' },
  { rule: 'domain-is-pure', file: 'domain/c.ts', imports: '../store/plain.ts' },
  ...['facts', 'vault', 'score', 'vector', 'explain', 'record', 'policy'].map((room, i, rooms) => ({
    rule: `domain-${room}-knows-only-what-is-below`,
    file: `domain/${room}/a.ts`,
    imports: `../${rooms[i + 1] ?? 'draft'}/plain.ts`,
  })),
  { rule: 'messages-know-only-messages', file: 'messages/a.ts', imports: '../domain/plain.ts' },
  { rule: 'languages-load-when-asked-for', file: 'lambdas/scores/h.ts', imports: '../../messages/fr/plain.ts' },
  { rule: 'store-knows-only-the-domain', file: 'store/a.ts', imports: '../lambdas/routes.ts' },
  { rule: 'lambdas-know-only-what-is-below', file: 'lambdas/scores/a.ts', imports: '../../local/plain.ts' },
  { rule: 'handlers-are-leaves', file: 'lambdas/scores/b.ts', imports: '../reviews/plain.ts' },
  { rule: 'runtime-knows-no-operation', file: 'lambdas/runtime/a.ts', imports: '../reviews/plain.ts' },
  { rule: 'local-is-the-edge', file: 'local/a.ts', imports: '../lib/plain.ts' },
  { rule: 'lib-reads-only-the-manifests', file: 'lib/a.ts', imports: '../lambdas/reviews/plain.ts' },
  { rule: 'clients-know-only-the-domain', file: 'cli/a.ts', imports: '../store/plain.ts' },
  { rule: 'clients-know-only-the-domain', file: 'console/a.ts', imports: '../lambdas/reviews/plain.ts' },
  { rule: 'clients-know-only-the-domain', file: 'cli/d.ts', imports: '../local/commands/plain.ts' },
  { rule: 'operate-reaches-only-local-commands', file: 'cli/operate.ts', imports: '../store/plain.ts' },
  { rule: 'cli-and-console-ship-apart', file: 'cli/b.ts', imports: '../console/plain.ts' },
  { rule: 'register-knows-only-the-domain', file: 'register/a.ts', imports: '../store/plain.ts' },
  { rule: 'aws-sdk-only-at-the-edge', file: 'lambdas/scores/c.ts', imports: '@aws-sdk/client-dynamodb' },
  { rule: 'aws-cdk-only-in-lib', file: 'local/b.ts', imports: 'aws-cdk-lib' },
  { rule: 'nothing-imports-tests', file: 'store/b.ts', imports: '../test/plain.ts' },
  { rule: 'nothing-imports-benchmarks', file: 'local/c.ts', imports: '../bench/plain.ts' },
  { rule: 'nothing-imports-what-writes-docs', file: 'lambdas/reference/a.ts', imports: '../../docs/openapi/plain.ts' },
  { rule: 'no-cycles', file: 'store/c.ts', imports: './d.ts' },
  { rule: 'no-unresolvable', file: 'store/e.ts', imports: './nowhere.ts' },
  { rule: 'no-development-packages-in-functions', file: 'store/f.ts', imports: 'fast-check' },
];

const plain = [
  'store',
  'local',
  'local/commands',
  'lib',
  'lambdas/reviews',
  'console',
  'test',
  'bench',
  'docs/openapi',
  'messages',
  'messages/fr',
].map((folder) => `${folder}/plain.ts`);
const allowed = [
  { file: 'lib/b.ts', imports: '../lambdas/routes.ts' },
  { file: 'lib/c.ts', imports: '../store/keys.ts' },
  { file: 'lambdas/scores/d.ts', imports: './e.ts' },
  { file: 'lambdas/scores/f.ts', imports: '../runtime/env.ts' },
  { file: 'lambdas/runtime/b.ts', imports: '@aws-sdk/client-dynamodb' },
  { file: 'domain/d.ts', imports: 'zod' },
  { file: 'domain/draft/a.ts', imports: '../facts/plain.ts' },
  { file: 'cli/c.ts', imports: '../domain/plain.ts' },
  { file: 'domain/e.ts', imports: '../messages/plain.ts' },
];
const rooms = ['facts', 'vault', 'score', 'vector', 'explain', 'record', 'policy', 'draft'].map((room) => `domain/${room}/plain.ts`);
const blank = ['lambdas/routes.ts', 'lambdas/runtime/env.ts', 'lambdas/scores/e.ts', 'store/keys.ts', 'domain/plain.ts', ...rooms, ...plain];

describe('the dependency rules', () => {
  let folder: string;
  let report: Report;
  beforeAll(() => {
    mkdirSync(join(ROOT, 'reports'), { recursive: true });
    folder = mkdtempSync(join(ROOT, 'reports/planted-'));
    const write = (file: string, text: string) => {
      mkdirSync(dirname(join(folder, file)), { recursive: true });
      writeFileSync(join(folder, file), text);
    };
    for (const file of blank) write(file, 'export const value = 1;\n');
    for (const { file, imports } of [...planted, ...allowed]) write(file, `import * as it from '${imports}';\nexport { it };\n`);
    // A type is a dependency too.
    write('lambdas/scores/g.ts', "import type * as it from '../reviews/plain.ts';\nexport type It = typeof it;\n");
    write('store/d.ts', "import * as it from './c.ts';\nexport { it };\n");
    write(
      'package.json',
      JSON.stringify({ dependencies: { zod: '*', ulid: '*', '@aws-sdk/client-dynamodb': '*' }, devDependencies: { 'fast-check': '*' } }),
    );
    report = cruise(folder);
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it('are each shown to fire', () => {
    expect([...new Set(planted.map(({ rule }) => rule))].sort()).toEqual(report.summary.ruleSetUsed.forbidden.map(({ name }) => name).sort());
  });

  it.each(planted)('$rule: $file may not import $imports', ({ rule, file }) => {
    expect(report.summary.violations.filter(({ from }) => from === file).map((violation) => violation.rule.name)).toContain(rule);
  });

  it('hold for types too', () => {
    expect(report.summary.violations.find(({ from }) => from === 'lambdas/scores/g.ts')?.rule.name).toBe('handlers-are-leaves');
  });

  it.each(allowed)('$file may import $imports', ({ file }) => {
    expect(report.summary.violations.filter(({ from }) => from === file)).toEqual([]);
  });

  it('each say why they exist and what to do instead', () => {
    expect(report.summary.ruleSetUsed.forbidden.filter(({ comment }) => comment.length < 60)).toEqual([]);
  });
});

describe('the repository', () => {
  const report = cruise(ROOT);

  it('is seen whole by the tool: a checker that saw nothing has not passed', () => {
    const seen = new Set(report.modules.map(({ source }) => source));
    expect([...findFiles('.ts'), ...findFiles('.tsx')].filter((file) => !seen.has(file))).toEqual([]);
    expect(report.summary.totalCruised).toBeGreaterThan(150);
  });

  it('breaks no rule', () => {
    expect(report.summary.violations.map(({ rule, from, to }) => `${rule.name}: ${from} -> ${to}`)).toEqual([]);
  });
});
