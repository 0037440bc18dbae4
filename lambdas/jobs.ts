import type { EventType } from '../domain/record/event.ts';
import { EVENT_PREFIX, HEAD_PREFIX, type Part } from '../store/keys.ts';

/**
 * What runs without being asked, as pure data. A job's file is `lambdas/jobs/<name>.ts`, which exports it under its name
 * in camel case for local mode and the tests (`renewPolicy`), and `handler` for the cloud; each is a function of its own, so that
 * each has its own few rights. The stack and local mode loop over this list.
 */
export type JobEntry = {
  readonly name: string;
  /** Woken by the table's stream, in order per platform; by events that were sent out, in no order; or by a schedule of EventBridge Scheduler in UTC. */
  readonly on: 'stream' | 'bus' | `rate(${string})` | `cron(${string})`;
  /** Which new or changed items wake a job of the stream, by their sort key. */
  readonly items?: { readonly is: string } | { readonly prefix: string };
  /** Which events wake a job of the bus. */
  readonly events?: readonly EventType[];
  /** Which jobs it follows besides, whenever one of them has done its work. */
  readonly after?: readonly string[];
  /**
   * It looks at the record as it stands, and what it makes is of use on its own day alone. While the clock at home is moved over many days it is run
   * once, at the end: nobody has touched the record between the nights that pass in a moment.
   */
  readonly ofNow?: true;
  readonly summary: string;
  /** The parts of the table that it writes; none: it reads alone. */
  readonly writes: readonly Part[];
  /** What it may do besides: send events to the bus, sign bundles, sign checkpoints and write them to the archive, verify what was signed there, rebuild the index of who is reached, sign checkpoints of the tree, call witnesses, keep captures and read versions of terms from the collections that are configured. */
  readonly may?: readonly ('announce' | 'sign' | 'archive' | 'verify' | 'index' | 'sign-log' | 'ask-witnesses' | 'watch')[];
  /** How long a run may take; for a job of the stream, a batch. */
  readonly minutes: number;
  /** Memory, and processor time by it, where it needs more than others. */
  readonly megabytes?: number;
  /** What it means to the users when it fails, for the alarm. */
  readonly impact: string;
};

export const jobs = [
  {
    name: 'announce-events',
    on: 'stream',
    items: { prefix: EVENT_PREFIX },
    summary: 'Number new events into the feed, send them out and make them leaves of the tree',
    writes: ['feed', 'tree', 'people'],
    may: ['announce'],
    minutes: 2,
    impact: 'Changes do not reach the feed, nor those who listen.',
  },
  {
    name: 'index-platforms',
    on: 'stream',
    items: { is: HEAD_PREFIX },
    summary: 'Keep the index of who can be reached from where',
    writes: ['reach', 'setAside', 'audit'],
    may: ['index'],
    minutes: 1,
    impact: 'Who can be reached from a jurisdiction is out of date.',
  },
  {
    name: 'announce-missed',
    on: 'cron(40 0 * * ? *)',
    ofNow: true,
    summary: 'Announce what the stream has lost',
    writes: ['feed', 'tree', 'people', 'setAside', 'audit'],
    may: ['announce'],
    minutes: 15,
    impact: 'Events that the stream has lost stay unannounced.',
  },
  {
    name: 'verify-chains',
    on: 'cron(0/15 22-23 * * ? *)',
    ofNow: true,
    summary: 'Recompute every chain and the tree before its checkpoint is archived, going on where the run before stopped',
    writes: ['audit', 'setAside'],
    may: ['verify'],
    minutes: 14,
    impact: 'What was changed in the record behind the service goes unnoticed.',
  },
  {
    name: 'sign-checkpoint',
    // How often is what the public sees of the pace of work (adr/0027).
    on: 'cron(0/15 * * * ? *)',
    ofNow: true,
    summary: 'Sign the tree’s checkpoint, once it still holds all that was signed before',
    writes: ['signedHead'],
    may: ['sign-log'],
    minutes: 1,
    impact: 'What has happened lately cannot be proved to others, because no checkpoint of the tree covers it.',
  },
  {
    // At home its turn is right after the one before.
    name: 'ask-witnesses',
    on: 'cron(1/15 * * * ? *)',
    after: ['sign-checkpoint'],
    ofNow: true,
    summary: 'Ask the witnesses to cosign the newest checkpoint',
    writes: ['signedHead'],
    may: ['ask-witnesses'],
    minutes: 1,
    impact: 'No new proof is cosigned: that everybody is shown the same record rests on our word alone.',
  },
  {
    name: 'archive-checkpoint',
    on: 'cron(10 0 * * ? *)',
    ofNow: true,
    summary: 'Put the tree’s newest checkpoint out of the table',
    writes: ['archiveChain', 'audit'],
    may: ['archive'],
    minutes: 2,
    impact: 'A record that is cut off or rewritten from today on goes unnoticed.',
  },
  {
    name: 'measure-lag',
    on: 'rate(5 minutes)',
    ofNow: true,
    summary: 'Measure what waits too long, for the alarms',
    writes: [],
    minutes: 1,
    impact: 'That reviews, scores, exports or policy tools are late goes unseen.',
  },
  {
    name: 'advance-decisions',
    on: 'rate(1 minute)',
    summary: 'Record decisions that have become effective or have expired',
    writes: ['record', 'work', 'setAside', 'audit'],
    minutes: 1,
    impact: 'That decisions have become effective or have expired goes unrecorded.',
  },
  {
    name: 'publish-decisions',
    on: 'bus',
    events: ['decision.approved', 'decision.effective', 'decision.revoked', 'decision.expired', 'score.published', 'platform.changed'],
    summary: 'Make a policy revision of what has just been decided',
    writes: ['policyMark', 'exports', 'setAside', 'audit'],
    may: ['sign'],
    minutes: 2,
    impact: 'What has just been decided or revoked reaches the policy tools late.',
  },
  {
    name: 'renew-policy',
    on: 'rate(1 minute)',
    ofNow: true,
    summary: 'Make a policy revision when one is due, at least daily',
    writes: ['policyMark', 'exports', 'consumersChain', 'setAside', 'audit'],
    may: ['sign'],
    minutes: 2,
    impact: 'Policy tools go stale, and deadlines pass without a block.',
  },
  {
    // At home its turn is right after the one before.
    name: 'release-policy',
    on: 'rate(1 minute)',
    after: ['publish-decisions', 'renew-policy'],
    ofNow: true,
    summary: 'Ask the exports of a new policy revision back, and let it out when all conclude what the record does',
    writes: ['policyMark', 'policyChain'],
    minutes: 2,
    // Measured: 640 MB for 3,000 platforms with three apps each.
    megabytes: 2048,
    impact: 'No new policy revision goes out: what was decided or revoked does not reach the policy tools.',
  },
  {
    name: 'watch-terms',
    on: 'rate(12 hours)',
    summary: 'Read what platforms say, and open a review when what a score stands on has changed',
    writes: ['record', 'readings', 'setAside', 'audit'],
    may: ['watch'],
    minutes: 14,
    impact: 'That a platform has changed what it says of its users’ data goes unnoticed.',
  },
  {
    name: 'review-platforms',
    on: 'rate(1 minute)',
    summary: 'Score again what has aged, open the reviews that are due, announce what is overdue',
    writes: ['record', 'work', 'setAside', 'audit'],
    minutes: 2,
    impact: 'Scores are out of date, and overdue reviews go unseen.',
  },
] as const satisfies readonly JobEntry[];

export type JobName = (typeof jobs)[number]['name'];
