import { afterAll, beforeAll, expect, test } from 'vitest';
import * as z from 'zod';
import { measureLag } from '../../lambdas/jobs/measure-lag.ts';
import { reviewPlatforms } from '../../lambdas/jobs/review-platforms.ts';
import { watchTerms } from '../../lambdas/jobs/watch-terms.ts';
import { onSchedule, type ScheduledJob } from '../../lambdas/runtime/job.ts';
import { deciding } from '../decision-case.ts';
import { policyTool, readExample, type Service, startService } from '../started-service.ts';
import { functionsOf, PROD, synthesize } from './synthesize.ts';

let service: Service;
beforeAll(async () => {
  service = await startService();
});
afterAll(() => service.stop());

/** CloudWatch's embedded metric format, as its documentation has it. */
const Embedded = z.looseObject({
  Function: z.string(),
  job: z.string(),
  requestId: z.string(),
  _aws: z.strictObject({
    Timestamp: z.int(),
    CloudWatchMetrics: z.tuple([
      z.strictObject({
        Namespace: z.literal('Whereabouts'),
        Dimensions: z.tuple([z.tuple([z.literal('Function')])]),
        Metrics: z.array(z.strictObject({ Name: z.string() })).min(1),
      }),
    ]),
  }),
});

/** Runs a job as Lambda does, and reads what it logs of itself. */
async function logOf(job: ScheduledJob, name: string | undefined) {
  const before = process.env.AWS_LAMBDA_FUNCTION_NAME;
  const lines: string[] = [];
  const log = { log: (line: string) => lines.push(line), error: (line: string) => lines.push(line) };
  try {
    if (name === undefined) delete process.env.AWS_LAMBDA_FUNCTION_NAME;
    else process.env.AWS_LAMBDA_FUNCTION_NAME = name;
    await onSchedule(job, () => service.deps, log)({}, { awsRequestId: 'request-1' });
  } finally {
    if (before === undefined) delete process.env.AWS_LAMBDA_FUNCTION_NAME;
    else process.env.AWS_LAMBDA_FUNCTION_NAME = before;
  }
  return JSON.parse(lines[0] ?? '');
}

test('what waits is measured: zero at first, then since when', async () => {
  const quiet = {
    oldestOverdueDays: 0,
    rescoringLateHours: 0,
    exportWithheldHours: 0,
    consumersBehind: 0,
    consumersMissing: 0,
    termsReadLateHours: 0,
    noQuorumHours: 0,
    setAside: 0,
    brokenChains: 0,
  };
  expect(await measureLag(service.deps)).toEqual(quiet);
  service.setNow('2023-02-23T12:00:00.000Z');
  await deciding(service).assess('tiktok', readExample('tiktok/2023-02-23.json'));
  await service.call('POST', '/v1/policy/opa/status', { as: policyTool, body: { labels: { id: 'opa-1' }, bundles: {} } });
  expect(await measureLag(service.deps)).toEqual(quiet);
  service.setNow('2023-04-20T06:00:00.000Z');
  const lag = await measureLag(service.deps);
  expect(lag.rescoringLateHours).toBeGreaterThan(24 * 50);
  expect(lag.oldestOverdueDays).toBeGreaterThan(14);
});

test('in the cloud a job’s figures are metrics under its own name, and each figure that an alarm goes by is among them', async () => {
  const template = synthesize(PROD);
  const alarms = Object.values(template.findResources('AWS::CloudWatch::Alarm')).filter(({ Properties }) => Properties.Namespace === 'Whereabouts');
  expect(alarms).toHaveLength(12);
  for (const [name, job] of [
    ['measure-lag', measureLag],
    ['review-platforms', reviewPlatforms],
    ['watch-terms', watchTerms],
  ] as const) {
    const line = Embedded.parse(await logOf(job, 'its-name'));
    expect(line.Function).toBe('its-name');
    const logged = line._aws.CloudWatchMetrics[0].Metrics.map((metric) => metric.Name);
    for (const figure of logged) expect(line[figure]).toEqual(expect.any(Number));
    const { id } = functionsOf(template).find((fn) => fn.name === name) ?? {};
    const own = alarms.filter(({ Properties }) => Properties.Dimensions[0].Value.Ref === id);
    expect(own.length).toBeGreaterThan(0);
    for (const { Properties } of own) expect(logged).toContain(Properties.MetricName);
  }
});

test('at home a job’s figures are a line of the log', async () => {
  expect(Object.keys(await logOf(measureLag, undefined))).toEqual([
    'level',
    'job',
    'requestId',
    'oldestOverdueDays',
    'rescoringLateHours',
    'exportWithheldHours',
    'consumersBehind',
    'consumersMissing',
    'termsReadLateHours',
    'noQuorumHours',
    'setAside',
    'brokenChains',
  ]);
});

test('the dashboard has every alarm, and graphs of what users and operators feel', () => {
  const template = synthesize(PROD);
  const [dashboard] = Object.values(template.findResources('AWS::CloudWatch::Dashboard'));
  const body = JSON.stringify(dashboard?.Properties.DashboardBody);
  for (const id of Object.keys(template.findResources('AWS::CloudWatch::Alarm'))) expect(body).toContain(`"Fn::GetAtt":["${id}","Arn"]`);
  for (const title of ['Requests', 'Errors of functions', 'Capacity of the table', 'What waits', 'Given up']) expect(body).toContain(title);
});
