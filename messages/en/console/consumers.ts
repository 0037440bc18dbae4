import type { Count } from '../../parameters.ts';
import { plural } from '../format.ts';

/** The policy tools that poll the exports. */
export const consumers = {
  title: 'Consumers',
  lead: 'The policy tools that poll the exports: what each holds, and how old it is.',
  empty: 'No policy tool has reported yet.',
  columns: {
    consumer: 'Tool',
    by: 'Reports as',
    revision: 'Revision held',
    seen: 'Last heard of',
    error: 'Last error',
    current: 'State',
    devices: 'In force on',
  },
  silent: 'silent',
  enforcing: (enforcing: Count, devices: Count) =>
    plural(devices, { one: `${enforcing} of one device`, other: `${enforcing} of ${devices} devices` }),
  every: (seconds: number) => `every ${seconds} s`,
  missing: 'Expected, but no report has come',
  served: 'Served now: revision',
  dataAsOf: (time: string) => `by data of ${time} UTC`,
  freshUntil: (time: string) => `fresh until ${time} UTC`,
  staleSince: (time: string) => `stale since ${time} UTC`,
  withheld: 'A newer revision is held back',
  noRevision: 'No revision of the exports has been made yet.',
  behind: 'behind',
  ahead: 'holds a revision that was not made here',
  isCurrent: 'current',
  catchingUp: 'not yet the newest',
  revisionsBehind: (count: Count) => plural(count, { one: 'one revision behind', other: `${count} revisions behind` }),
  since: 'since',
  configure: 'Configuration to copy',
  configureLead:
    'Each tool asks again and again with its own token, which needs the right “policy”. While nothing has changed, the answer is a short 304.',
  copy: 'Copy',
  copied: 'Copied',
  copyWhat: (tool: string) => `Copy the configuration of ${tool}`,
};
