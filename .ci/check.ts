import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { relative } from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import * as z from 'zod';

/**
 * `npm test`: every check to its end, one after the other, then a summary. The heavier suites, which are
 * the other scripts of package.json named `test:...`, run too where their names are given, or all of them with `--all`. The
 * totals are left in reports/totals for .ci/run. What a test holds (the direction of dependencies, the generated documents) is not
 * checked a second time.
 */
const CHECKS = ['types', 'lint', 'unused'];
const QUICK_SUITE = 'test:quick';

const Report = z.object({
  numPassedTests: z.int(),
  numPendingTests: z.int(),
  numTodoTests: z.int(),
  testResults: z.array(
    z.object({
      name: z.string(),
      status: z.string(),
      message: z.string(),
      assertionResults: z.array(z.object({ status: z.string(), fullName: z.string(), failureMessages: z.array(z.string()).nullish() })),
    }),
  ),
});
/** `failures` has the name of each failed test with the beginning of what it said. */
type Outcome = { name: string; ok: boolean; passed: number; failed: number; skipped: number; seconds: number; failures: readonly string[] };

function run(name: string, args: readonly string[] = []): { ok: boolean; seconds: number } {
  console.log(`\n---- ${name} ----`);
  const start = performance.now();
  const { status } = spawnSync('npm', ['run', '--silent', name, '--', ...args], { stdio: ['ignore', 'inherit', 'inherit'] });
  return { ok: status === 0, seconds: Math.round((performance.now() - start) / 1000) };
}

/** A check counts as one. */
function runCheck(name: string): Outcome {
  const { ok, seconds } = run(name);
  return { name, ok, passed: Number(ok), failed: Number(!ok), skipped: 0, seconds, failures: [] };
}

/** A suite counts its tests, one for each file that failed as a whole, and one where it failed without either or ran no test. */
function runSuite(name: string): Outcome {
  const file = toReport(name);
  const { ok, seconds } = run(name, ['--reporter=default', '--reporter=json', `--outputFile.json=${file}`]);
  if (!existsSync(file)) return { name, ok: false, passed: 0, failed: 1, skipped: 0, seconds, failures: [`${name} left no report`] };
  const report = Report.parse(JSON.parse(readFileSync(file, 'utf8')));
  const failures = report.testResults.flatMap(toFailures);
  if (failures.length === 0 && !(ok && report.numPassedTests > 0)) failures.push(`${name} failed outside its tests, or ran none`);
  return {
    name,
    ok: failures.length === 0,
    passed: report.numPassedTests,
    failed: failures.length,
    skipped: report.numPendingTests + report.numTodoTests,
    seconds,
    failures,
  };
}

/** The failed tests of one file; the file itself where it failed as a whole. */
function toFailures({ name, status, message, assertionResults }: z.infer<typeof Report>['testResults'][number]): string[] {
  const file = relative('.', name);
  const tests = assertionResults.filter((test) => test.status === 'failed');
  if (tests.length === 0) return status === 'failed' ? [`${file}\n${toBeginning(message)}`] : [];
  return tests.map((test) => `${file}: ${test.fullName}\n${toBeginning(test.failureMessages?.join('\n') ?? '')}`);
}

const toBeginning = (message: string) =>
  stripVTControlCharacters(message)
    .split('\n')
    .slice(0, 12)
    .map((line) => `    ${line}`)
    .join('\n');

const toReport = (suite: string) => `reports/${suite.replace(':', '-')}.json`;

function summarize(outcomes: readonly Outcome[]): void {
  console.log('\n---- summary ----');
  for (const { name, ok, passed, failed, skipped, seconds } of outcomes) {
    const tests = name.startsWith('test:') ? `  ${passed} passed, ${failed} failed${skipped ? `, ${skipped} skipped` : ''}` : '';
    console.log(`${ok ? 'ok    ' : 'FAILED'}  ${name.padEnd(18)}${String(seconds).padStart(4)} s${tests}`);
  }
  for (const failure of outcomes.flatMap((outcome) => outcome.failures)) console.log(`\nFAILED  ${failure}`);
}

const { scripts } = z.object({ scripts: z.record(z.string(), z.string()) }).parse(JSON.parse(readFileSync('package.json', 'utf8')));
const asked = process.argv.slice(2);
const heavier = Object.keys(scripts).filter(
  (name) => name.startsWith('test:') && name !== QUICK_SUITE && (asked.includes('--all') || asked.includes(name)),
);
rmSync('reports/totals', { force: true });
mkdirSync('reports', { recursive: true });
for (const suite of [QUICK_SUITE, ...heavier]) rmSync(toReport(suite), { force: true });

const outcomes = [...CHECKS.map(runCheck), ...[QUICK_SUITE, ...heavier].map(runSuite)];
const sum = (of: 'passed' | 'failed' | 'skipped') => outcomes.reduce((total, outcome) => total + outcome[of], 0);
summarize(outcomes);
writeFileSync('reports/totals', `${sum('passed')} passed, ${sum('failed')} failed${sum('skipped') ? `, ${sum('skipped')} skipped` : ''}\n`);
process.exitCode = sum('failed') === 0 ? 0 : 1;
