import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type JobEntry, jobs } from '../../lambdas/jobs.ts';
import { onSchedule } from '../../lambdas/runtime/job.ts';
import { estimate, FIXED, readCapacity, withCosts } from '../../lib/cost-table.ts';
import { type Service, startService } from '../started-service.ts';
import { PROD, synthesize } from './synthesize.ts';

const read = (name: string) => readFileSync(new URL(`../../docs/${name}`, import.meta.url), 'utf8');
const architecture = read('architecture.md');
const sum = (platforms: number) => Object.values(estimate(platforms, architecture, FIXED)).reduce((total, dollars) => total + dollars, 0);

let service: Service;
beforeAll(async () => {
  service = await startService();
});
afterAll(() => service.stop());

test('docs/deploy.md shows what a month costs, by the capacity that was measured', () => {
  expect(withCosts(read('deploy.md'), architecture)).toBe(read('deploy.md'));
});

test('what is there however much it is used is what the template has', () => {
  const prod = synthesize(PROD);
  const alarms = Object.values(prod.findResources('AWS::CloudWatch::Alarm')).map(({ Properties }) => Properties);
  // An alarm by an expression watches every metric that the expression names.
  const watched = alarms.map(({ Metrics = [{ MetricStat: {} }] }) => Metrics.filter((one: object) => 'MetricStat' in one).length);
  expect({
    keys: Object.keys(prod.findResources('AWS::KMS::Key')).length,
    alarmMetrics: watched.reduce((sum: number, one: number) => sum + one, 0),
    dashboards: Object.keys(prod.findResources('AWS::CloudWatch::Dashboard')).length,
  }).toEqual({ keys: FIXED.keys, alarmMetrics: FIXED.alarmMetrics, dashboards: FIXED.dashboards });
});

test('the metrics that are paid for are the figures that the jobs on a schedule log', async () => {
  const scheduled = (jobs as readonly JobEntry[]).filter(({ on }) => on !== 'stream' && on !== 'bus');
  const logged = [];
  for (const { name } of scheduled) {
    const module = await import(`../../lambdas/jobs/${name}.ts`);
    const job = module[name.replace(/-(.)/g, (_, letter: string) => letter.toUpperCase())];
    const lines: string[] = [];
    await onSchedule(job, () => service.deps, { log: (line: string) => lines.push(line), error: (line: string) => lines.push(line) })();
    for (const [figure, value] of Object.entries(JSON.parse(lines[0] ?? ''))) if (typeof value === 'number') logged.push(`${name} ${figure}`);
  }
  expect(new Set(logged.map((figure) => figure.split(' ')[0])).size).toBe(scheduled.length);
  expect(logged).toHaveLength(FIXED.metrics);
});

test('more platforms cost more, and a platform costs less the more there are', () => {
  expect(sum(5000)).toBeGreaterThan(sum(500));
  expect(sum(5000) / 5000).toBeLessThan(sum(500) / 500);
});

test('an operation without a measurement is an error, not zero', () => {
  expect(readCapacity(architecture, 'Read a score').reads).toBeGreaterThan(0);
  expect(readCapacity(architecture, 'Submit an assessment').writes).toBeGreaterThan(0);
  expect(() => readCapacity(architecture, 'Dream')).toThrow('measures no "Dream"');
});
