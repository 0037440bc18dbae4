import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type JobEntry, jobs } from '../../lambdas/jobs.ts';
import { onSchedule } from '../../lambdas/runtime/job.ts';
import { estimateCaptures } from '../../lib/capture-costs.ts';
import { PRICES } from '../../lib/cost-prices.ts';
import { estimate, FIXED, withCosts } from '../../lib/cost-table.ts';
import { readBeside, readCapacity } from '../../lib/measured-capacity.ts';
import { estimateTerms } from '../../lib/terms-costs.ts';
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

test('the watch costs what its looks, new versions and changes told ask of the table, and a second of its function for each look', () => {
  // 500 platforms with two documents each, twice a day for 30 days: 60,000 looks; in a month 633.3 versions and 66.7 changes told.
  const reads = 60_000 * 1.8 + 633.33 * 17.2 + 66.67 * 10.6;
  const writes = 60_000 * 2.1 + 633.33 * 18.3 + 66.67 * 14.3;
  const dollars = reads * PRICES.readUnit + writes * PRICES.writeUnit + 60_000 * PRICES.lambdaGigabyteSecond;
  expect(estimateTerms(500, 30)).toBeCloseTo(dollars, 3);
  expect(estimate(500, architecture, FIXED)['terms: reading what is watched']).toBeCloseTo(dollars * PRICES.region, 3);
});

test('captures cost what lies in the archive, its requests, a data key each and what the tables are asked', () => {
  // 500 platforms, 28 captures a year over 5 years, each 60 KB twice: 8.4 GB. In a month 1166.7 are kept and 250 assessments name 11 each, read twice.
  const [platforms, assessments] = [500, 250];
  const costs = estimateCaptures(platforms, assessments, architecture);
  expect(costs.archive).toBeCloseTo(8.4 * 0.023 + (1166.7 * 2 * 0.005) / 1000 + (2 * 250 * 11 * 0.0004) / 1000, 4);
  // 70,000 data keys of 520 bytes; KMS makes one for each that is kept and opens one for each that is read.
  expect(costs.dataKeys).toBeCloseTo(0.0364 * 0.25 + ((1166.7 + 2 * 250 * 11) * 0.03) / 10_000, 4);
  const keep = readCapacity(architecture, 'Keep a page');
  const submit = readCapacity(architecture, 'Submit 28 KB with quotes');
  expect(costs.units.writes).toBeGreaterThan(1166 * keep.writes + 250 * submit.writes);
  const all = estimate(platforms, architecture, FIXED);
  expect(all['captures: archive, storage and requests']).toBeCloseTo(costs.archive * PRICES.region);
  expect(all['captures: data keys, their table and KMS']).toBeCloseTo(costs.dataKeys * PRICES.region);
  expect(all['tables: requests']).toBeGreaterThan((costs.units.reads * PRICES.readUnit + costs.units.writes * PRICES.writeUnit) * PRICES.region);
});

test('an operation without a measurement is an error, not zero', () => {
  expect(readCapacity(architecture, 'Read a score').reads).toBeGreaterThan(0);
  expect(readCapacity(architecture, 'Submit an assessment').writes).toBeGreaterThan(0);
  for (const of of [readCapacity, readBeside]) expect(() => of(architecture, 'Dream')).toThrow('measures no "Dream"');
});
