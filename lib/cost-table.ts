/** Part of `npm run docs`: what a month costs at three sizes, out of measured capacity, into docs/deploy.md. */
import { readFileSync, writeFileSync } from 'node:fs';
import { type JobEntry, jobs } from '../lambdas/jobs.ts';
import { CAPTURE_USE, estimateCaptures } from './capture-costs.ts';
import { PRICES } from './cost-prices.ts';
import { functionNames } from './functions.ts';
import { readCapacity } from './measured-capacity.ts';
import { estimateTerms, TERMS_USE } from './terms-costs.ts';

const SIZES = [50, 500, 5000];

/** How much it is used: ours to assume, and yours to change. */
const USE = {
  days: 30,
  /** Scores, lists and pages that people and programs read, for each platform in a month. */
  readsEach: 200,
  /** Assessments submitted and approved, for each platform in a month; severe ones are due every 30 days, the others less often. */
  assessmentsEach: 0.5,
  /** Policy tools that ask every five minutes, and are answered that nothing has changed. */
  tools: 50,
  pollsOfTool: 30 * 24 * 12,
  /** Policy revisions in a day, each of which reads every head. */
  revisions: 10,
  /** Share of the platforms whose figures move in a night. */
  moved: 0.09,
  /** Seconds of a function's time for a request, for a submission that reads its captures one after the other, a night's look at a platform, and a minute's run that finds nothing. */
  seconds: { request: 0.05, submission: 0.5, look: 0.02, idle: 0.05 },
  /** Bytes: of a line of the log with the platform's own around it, and of a platform in the table (its file four times, scores and events of some years). */
  logLine: 700,
  platform: 400_000,
  /** KMS: the table's key, the log's and the cursors', and every five minutes, of each function that has captures, those of their table and archive. */
  keyRequests: 350_000,
} as const;

/** A night, measured on 10,000 platforms (docs/benchmarks.md, docs/constant-review.md): units for each, and for one whose figures move besides. */
const NIGHT = { reads: 4.4, writes: 6.8, moved: 9.7 };

export type Costs = Readonly<Record<string, number>>;

/** Dollars a month, by what they are paid for. */
export function estimate(platforms: number, architecture: string, fixed: Fixed): Costs {
  const of = (operation: string) => readCapacity(architecture, operation);
  const [score, unchanged] = [of('Read a score'), of('The same, unchanged')];
  const [approve, number] = [of('Approve it'), of('Number its events')];
  const { days } = USE;
  const manifest = jobs as readonly JobEntry[];
  const runsOf = (job: JobEntry | undefined) =>
    job?.on === 'rate(1 minute)' ? 1440 : job?.on === 'rate(5 minutes)' ? 288 : job?.on === 'rate(12 hours)' ? 2 : job?.on.startsWith('cron') ? 1 : 0;
  const followed = manifest.flatMap(({ after = [] }) => after.map((name) => manifest.find((job) => job.name === name)));
  const scheduled = manifest.reduce((sum, job) => sum + runsOf(job), 0) * days;
  const runs = scheduled + followed.reduce((sum, job) => sum + runsOf(job), 0) * days;
  /** Jobs that an event runs: those of stream and bus, and those that follow them. */
  const runsByEvent = 3 + followed.filter((job) => job?.on === 'bus').length;
  const [reads, polls] = [platforms * USE.readsEach, USE.tools * USE.pollsOfTool];
  const [assessments, nights] = [platforms * USE.assessmentsEach, platforms * days];
  const revisions = USE.revisions * days;
  const captures = estimateCaptures(platforms, assessments, architecture);
  const readUnits =
    reads * score.reads +
    polls * unchanged.reads +
    captures.units.reads +
    assessments * (approve.reads + 2 * number.reads) +
    nights * NIGHT.reads +
    revisions * platforms * 2 +
    nights * 3 +
    runs * 3;
  const writeUnits =
    captures.units.writes +
    assessments * (approve.writes + 2 * number.writes) +
    nights * (NIGHT.writes + USE.moved * NIGHT.moved) +
    revisions * platforms * 2;
  const events = assessments * 6 + nights * USE.moved + captures.events;
  const requests = reads + polls + assessments * 4 + captures.requests;
  const calls = requests + runs + events * runsByEvent;
  const seconds =
    requests * USE.seconds.request +
    assessments * USE.seconds.submission +
    nights * USE.seconds.look +
    (runs + events * runsByEvent) * USE.seconds.idle;
  const all = {
    'tables: requests': readUnits * PRICES.readUnit + writeUnits * PRICES.writeUnit,
    'table: storage and its backup': ((platforms * USE.platform + captures.recordBytes) / 1e9) * (PRICES.tableGigabyte + PRICES.backupGigabyte),
    'captures: archive, storage and requests': captures.archive,
    'captures: data keys, their table and KMS': captures.dataKeys,
    'terms: reading what is watched': estimateTerms(platforms, days),
    functions: seconds * PRICES.lambdaGigabyteSecond + calls * PRICES.lambdaRequest,
    gateway: requests * PRICES.gatewayRequest,
    'bus and schedules': events * PRICES.busEvent + scheduled * PRICES.schedule,
    logs: ((calls + requests) * USE.logLine * PRICES.logGigabyte) / 1e9,
    keys: fixed.keys * PRICES.key + USE.keyRequests * PRICES.keyRequest,
    'alarms, metrics, dashboard': fixed.alarmMetrics * PRICES.alarmMetric + fixed.metrics * PRICES.metric + fixed.dashboards * PRICES.dashboard,
  };
  return Object.fromEntries(Object.entries(all).map(([name, dollars]) => [name, dollars * PRICES.region]));
}

/** What is there however much it is used. */
export type Fixed = { readonly keys: number; readonly alarmMetrics: number; readonly metrics: number; readonly dashboards: number };
/** Of a production stage; a test holds them to the template, and the metrics to the figures that jobs on a schedule log. */
export const FIXED: Fixed = { keys: 13, alarmMetrics: 73, metrics: 41, dashboards: 1 };

export function makeCostTable(architecture: string): string {
  const costs = SIZES.map((size) => estimate(size, architecture, FIXED));
  const cell = (dollars: number) => (dollars < 0.005 ? '< 0.01' : dollars.toFixed(2));
  const rows = Object.keys(costs[0] ?? {}).map((name) => `| ${name} | ${costs.map((of) => cell(of[name] ?? 0)).join(' | ')} |`);
  const sums = costs.map((of) => Object.values(of).reduce((sum, dollars) => sum + dollars, 0));
  return [
    `US dollars a month, without tax, by list prices as known in ${PRICES.asKnownIn} for us-east-1 times ${PRICES.region}, without the free tier. **Check the prices:**`,
    `nothing here asks AWS. Assumed: ${USE.readsEach} reads and ${USE.assessmentsEach} assessments for each platform, ${USE.tools} policy tools that ask every five minutes,`,
    `${USE.revisions} policy revisions a day; ${functionNames.length + 1} functions that answer and ${jobs.length} jobs; ${CAPTURE_USE.keptEach} captures of ${CAPTURE_USE.bytes / 1000} KB for each platform in a year, with a text`,
    `as long beside each, as they lie there after ${CAPTURE_USE.years} years, the versions of ${TERMS_USE.documents} watched documents of each platform among them, which are read twice`,
    'a day (`lib/cost-table.ts`, `lib/capture-costs.ts` and `lib/terms-costs.ts` have all of it).',
    '',
    `| for | ${SIZES.map((size) => `${size.toLocaleString('en')} platforms`).join(' | ')} |`,
    `| --- | ${SIZES.map(() => '--:').join(' | ')} |`,
    ...rows,
    `| **together** | ${sums.map((sum) => `**${sum.toFixed(0)}**`).join(' | ')} |`,
  ].join('\n');
}

const PLACE = /<!-- costs -->\n[\s\S]*?\n<!-- \/costs -->/;

/** The guide with the table in its place. */
export function withCosts(guide: string, architecture: string): string {
  if (!PLACE.test(guide)) throw new Error('docs/deploy.md has no place for the costs');
  return guide.replace(PLACE, () => `<!-- costs -->\n\n${makeCostTable(architecture)}\n\n<!-- /costs -->`);
}

if (import.meta.main) {
  const [guide, architecture] = ['deploy.md', 'architecture.md'].map((name) => readFileSync(new URL(`../docs/${name}`, import.meta.url), 'utf8'));
  writeFileSync(new URL('../docs/deploy.md', import.meta.url), withCosts(guide ?? '', architecture ?? ''));
}
