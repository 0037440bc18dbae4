/**
 * What runs without being asked, as pure data. A job's file is `lambdas/jobs/<name>.ts`, and each is a function of its
 * own, so that each has its own few rights. The stack and local mode loop over this list.
 */
export type JobEntry = {
  readonly name: string;
  /** Woken by the table's stream, in order per platform, or by a schedule of EventBridge Scheduler in UTC. */
  readonly on: 'stream' | `rate(${string})` | `cron(${string})`;
  readonly summary: string;
};

export const jobs = [
  { name: 'announce-events', on: 'stream', summary: 'Number new events into the feed and send them out' },
  { name: 'index-platforms', on: 'stream', summary: 'Keep the index of who can be reached from where' },
  { name: 'checkpoint-chains', on: 'cron(10 0 * * ? *)', summary: 'Sign the head of every chain and send it out of the table' },
] as const satisfies readonly JobEntry[];

export type JobName = (typeof jobs)[number]['name'];
