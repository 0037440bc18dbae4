import { Annotations, CfnOutput, Duration, Stack, Tags } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import { type JobEntry, jobs } from '../lambdas/jobs.ts';
import { type Route, routes, type Scope } from '../lambdas/routes.ts';
import type { ClaimRules } from '../lambdas/runtime/env.ts';
import type { Part } from '../store/keys.ts';
import { Archive } from './archive.ts';
import { BundledFunction } from './bundled-function.ts';
import { type CaptureUse, CaptureVault } from './capture-vault.ts';
import { CursorKey } from './cursor-key.ts';
import { DeadLetters } from './dead-letters.ts';
import type { Discovery } from './discovery.ts';
import { EventBus } from './event-bus.ts';
import { type FunctionName, functionNames, SITE } from './functions.ts';
import { Gateway } from './gateway.ts';
import { LogSigning } from './log-signing.ts';
import { Logs } from './logs.ts';
import { OverdueMail } from './overdue-mail.ts';
import { RecordTable } from './record-table.ts';
import { Schedules } from './schedules.ts';
import { isKept, logOriginOf, PLACEHOLDER_ISSUER, type Settings } from './settings.ts';
import { SigningKeys } from './signing-keys.ts';
import { Watch } from './watch.ts';
import { watchFigures } from './watch-figures.ts';

export interface WhereaboutsStackProps {
  readonly settings: Settings;
  /** What the issuer says of itself; undefined where it was not asked. */
  readonly discovery?: Discovery | undefined;
  /** The folder that `lib/bundle.ts` fills. */
  readonly bundles: string;
}

/** Which parts of the table each function writes, and what it means to the users when it fails. */
const FUNCTIONS: Record<FunctionName, { readonly writes: readonly Part[]; readonly impact: string }> = {
  assessments: {
    writes: ['record', 'work', 'replies', 'audit', 'refusals'],
    impact: 'Platforms and assessments cannot be read, submitted or approved.',
  },
  scores: { writes: [], impact: 'Scores cannot be read or simulated.' },
  reviews: { writes: ['record', 'work', 'audit'], impact: 'Reviews cannot be seen, asked for or ended, and platforms stay overdue.' },
  decisions: { writes: ['record', 'work', 'replies', 'audit'], impact: 'Decisions cannot be seen, proposed, approved or revoked.' },
  captures: { writes: ['record', 'audit'], impact: 'Texts cannot be kept or read, so that quotes are not verified.' },
  erasures: { writes: ['record', 'audit'], impact: 'A text that should not have been kept cannot be erased.' },
  log: { writes: [], impact: 'Others cannot verify that they are shown the record that everybody is shown.' },
  drafts: { writes: ['drafts'], impact: 'What people have begun cannot be kept or read on; what was submitted is not touched.' },
  policy: { writes: ['consumers'], impact: 'Policy tools cannot fetch what they enforce, and go on with what they have until it is stale.' },
  repair: { writes: ['record', 'audit'], impact: 'What was changed behind the service cannot be repaired by two people.' },
  reference: { writes: [], impact: 'The law, the method and the health of the service cannot be read.' },
};

/** What each does with captures; a function that is not named has nothing to do with them. */
const CAPTURES: Partial<Record<FunctionName, CaptureUse>> = {
  captures: 'keeps',
  assessments: 'reads',
  erasures: 'erases',
  decisions: 'asks',
  scores: 'asks',
};

/** What the console asks the issuer for: all that people do. What they were given is looked at by each operation. */
const CONSOLE_SCOPES: readonly Scope[] = ['read', 'assess', 'review', 'decide', 'operate'];

const toId = (name: string) => `-${name}`.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase());

/** Whereabouts as it is deployed: functions, gateway and table out of the manifest, the environment's schema and the key names. */
export class WhereaboutsStack extends Stack {
  constructor(scope: Construct, id: string, props: WhereaboutsStackProps) {
    const { settings, discovery, bundles } = props;
    const { account, region, stage, paused } = settings;
    const kept = isKept(settings);
    super(scope, id, {
      description: 'Whereabouts: where platforms keep user data, and who can reach it',
      env: { region, ...(account !== undefined && { account }) },
      terminationProtection: kept,
    });
    Tags.of(this).add('application', 'whereabouts');
    Tags.of(this).add('stage', stage);
    if (settings.issuer === PLACEHOLDER_ISSUER)
      Annotations.of(this).addWarningV2(
        'whereabouts:issuer',
        `${PLACEHOLDER_ISSUER} stands for your issuer: set it before you deploy (docs/deploy.md)`,
      );
    if (kept && settings.alarmMail === undefined)
      Annotations.of(this).addWarningV2('whereabouts:alarm-mail', 'the alarms of this stage reach no one: set alarmMail');

    const watch = new Watch(this, 'Watch', { mail: settings.alarmMail });
    const logs = new Logs(this, 'Logs', { kept });
    const record = new RecordTable(this, 'Record', { kept, watch, paused });
    const cursors = new CursorKey(this, 'Cursors');
    const bundleKeys = new SigningKeys(this, 'Signing', { of: 'bundles', names: settings.signingKeys, kept });
    const checkpointKeys = new SigningKeys(this, 'CheckpointSigning', { of: 'checkpoints', names: settings.checkpointKeys, kept });
    const logSigning = new LogSigning(this, 'LogSigning', { origin: logOriginOf(settings), kept });
    const archive = new Archive(this, 'Archive', { kept });
    const vault = new CaptureVault(this, 'CaptureVault', { kept, archive });
    watch.alarmOnKeys([record.key, archive.key]);
    const gateway = new Gateway(this, 'Gateway', { ...settings, logs, watch });

    const { subjectClaim, personClaim, scopeClaims, scopePrefix, decideAcr } = settings;
    const claims = JSON.stringify({ subjectClaim, personClaim, scopeClaims, scopePrefix, decideAcr } satisfies ClaimRules);
    const witnesses = settings.logPolicy === undefined ? {} : { LOG_POLICY: settings.logPolicy };
    const expected = settings.expectedConsumers ? { EXPECTED_CONSUMERS: settings.expectedConsumers.join(',') } : {};
    const endpoints = settings.termsEndpoints?.join(',');
    for (const name of functionNames) {
      const { writes, impact } = FUNCTIONS[name];
      const fn = new BundledFunction(this, toId(name), { bundles, name, logs, watch, impact });
      fn.setVariables({ CLAIMS: claims });
      const served = (routes as readonly Route[]).filter((route) => route.function === name);
      const lists = served.some(({ needs }) => needs?.includes('paging'));
      record.openTo(fn, writes);
      // A repair's proposal is sealed by the key of the cursors.
      cursors.openTo(fn, lists || name === 'repair');
      if (name === 'policy' || name === 'reference' || name === 'reviews') fn.setVariables(expected);
      if (name === 'captures' && endpoints) fn.setVariables({ TERMS_ENDPOINTS: endpoints });
      for (const route of served) gateway.serve(route, fn);
      const use = CAPTURES[name];
      if (use) vault.openTo(fn, use);
      if (name === 'drafts') record.openDraftsTo(fn);
      if (name === 'decisions' && settings.verifiedQuotes) fn.setVariables({ DEMAND_VERIFIED_QUOTES: 'yes' });
      if (name === 'decisions' && !settings.hearings) fn.setVariables({ DEMAND_HEARINGS: 'no' });
      if (name === 'log') fn.setVariables(witnesses);
      if (name === 'reference') gateway.serveRest(fn);
      if (name === 'reference' || name === 'repair') {
        bundleKeys.openTo(fn, 'verifies');
        checkpointKeys.openTo(fn, 'verifies');
        logSigning.openTo(fn, 'verifies');
        archive.openTo(fn, 'reads');
      }
    }

    const siteImpact = 'The console and the page of the API cannot be opened; the API itself answers.';
    const site = new BundledFunction(this, 'Site', { bundles, name: SITE, logs, watch, impact: siteImpact });
    site.setVariables({
      ISSUER: settings.issuer,
      CLIENT_ID: settings.consoleClient,
      SIGN_IN_SCOPE: ['openid', ...CONSOLE_SCOPES.map((one) => scopePrefix + one)].join(' '),
      SIGN_IN_CLAIMS: claims,
      ...(decideAcr.length > 0 && { SIGN_IN_ACR: decideAcr.join(' ') }),
      ...(discovery && { TOKEN_ENDPOINT: discovery.tokenEndpoint }),
    });
    gateway.serveSite(site);

    const deadLetters = new DeadLetters(this, 'DeadLetters', { watch });
    const bus = new EventBus(this, 'Events');
    const schedules = new Schedules(this, 'Schedules', { deadLetters, paused });
    new OverdueMail(this, 'OverdueReviews', { bus, deadLetters, mail: settings.reviewMail });
    const made = new Map<string, BundledFunction>();
    for (const entry of jobs as readonly JobEntry[]) {
      const { name, writes, may = [], after = [], minutes, megabytes, impact } = entry;
      const fn = new BundledFunction(this, toId(name), { bundles, name, logs, watch, impact, timeout: Duration.minutes(minutes), memory: megabytes });
      record.openTo(fn, writes);
      cursors.openTo(fn, false);
      watchFigures(name, fn, watch);
      if (name === 'measure-lag') fn.setVariables(expected);
      if (may.includes('announce')) bus.openTo(fn);
      if (may.includes('sign')) bundleKeys.openTo(fn, 'signs');
      if (may.some((one) => one === 'archive' || one === 'verify')) {
        bundleKeys.openTo(fn, 'verifies');
        checkpointKeys.openTo(fn, 'verifies');
        logSigning.openTo(fn, 'verifies');
        archive.openTo(fn, may.includes('archive') ? 'writes' : 'reads');
      }
      if (may.includes('watch')) {
        vault.openTo(fn, 'keeps');
        if (endpoints && settings.termsContact) fn.setVariables({ TERMS_ENDPOINTS: endpoints, TERMS_CONTACT: settings.termsContact });
      }
      if (may.includes('sign-log')) logSigning.openTo(fn, 'signs');
      if (may.some((one) => one === 'sign-log' || one === 'ask-witnesses')) fn.setVariables(witnesses);
      if (may.includes('index')) record.openReachTo(fn);
      if (entry.on === 'stream') record.wake(fn, entry, deadLetters);
      else if (entry.on === 'bus') bus.wake(fn, entry, { deadLetters, paused });
      else schedules.run(entry, fn);
      made.set(name, fn);
      for (const first of after) {
        const fnBefore = made.get(first);
        if (!fnBefore) throw new Error(`${name} follows ${first}, which stands behind it or nowhere`);
        deadLetters.follow(fnBefore, fn);
      }
    }

    watch.draw();

    new CfnOutput(this, 'EventBus', { value: bus.name, description: 'The bus that events are sent to' });
    new CfnOutput(this, 'Url', { value: gateway.url, description: 'Where the API answers' });
    if (gateway.domainTarget)
      new CfnOutput(this, 'DomainTarget', { value: gateway.domainTarget, description: 'What the domain must point to, as a CNAME' });
  }
}
