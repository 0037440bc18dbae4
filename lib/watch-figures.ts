import { Duration } from 'aws-cdk-lib';
import type { JobName } from '../lambdas/jobs.ts';
import type { BundledFunction } from './bundled-function.ts';
import type { AlarmProps, Watch } from './watch.ts';

type FigureAlarm = Omit<AlarmProps, 'metric'> & { readonly of: JobName; readonly figure: string; readonly period: Duration };

/** Alarms by what jobs log of themselves. A figure that is missing is a job that does not run. */
const ALARMS: readonly FigureAlarm[] = [
  {
    of: 'measure-lag',
    figure: 'oldestOverdueDays',
    threshold: 14,
    period: Duration.hours(1),
    soundsWithoutData: true,
    impact: 'A platform has gone without its review for two weeks, and decisions on its score are refused.',
    runbook: 'overdue-review',
  },
  {
    // A platform is due a day after it was looked at: two hours later make twenty-six.
    of: 'measure-lag',
    figure: 'rescoringLateHours',
    threshold: 2,
    period: Duration.hours(1),
    soundsWithoutData: true,
    impact: 'A score has not been computed again for 26 hours, so it may be out of date.',
    runbook: 'no-rescoring',
  },
  {
    of: 'measure-lag',
    figure: 'exportWithheldHours',
    threshold: 1,
    period: Duration.minutes(15),
    impact: 'Policy tools enforce an earlier revision, because the one that should stand does not pass its checks.',
    runbook: 'export-withheld',
  },
  {
    of: 'measure-lag',
    figure: 'consumersBehind',
    period: Duration.minutes(15),
    impact: 'A policy tool enforces an earlier revision than the one that stands.',
    runbook: 'consumer-behind',
  },
  {
    of: 'measure-lag',
    figure: 'consumersMissing',
    period: Duration.minutes(15),
    impact: 'A policy tool that is expected to report is silent: nobody knows what it enforces.',
    runbook: 'consumer-missing',
  },
  {
    of: 'measure-lag',
    figure: 'setAside',
    period: Duration.minutes(15),
    impact: 'An item of the record cannot be read: its platform is not looked at again, and keeps its last good ruling.',
    runbook: 'set-aside',
  },
  {
    of: 'measure-lag',
    figure: 'brokenChains',
    period: Duration.minutes(15),
    impact:
      'The record was changed behind the service: a platform takes no changes, and what was decided on it cannot be proved, until it is mended.',
    runbook: 'record-broken',
  },
  {
    of: 'measure-lag',
    figure: 'noQuorumHours',
    threshold: 2,
    period: Duration.minutes(15),
    impact:
      'No checkpoint has had enough cosignatures for two hours: what has happened since cannot be proved to others, and nothing else waits for it.',
    runbook: 'no-quorum',
  },
  {
    // It runs every twelve hours: two runs that were missed.
    of: 'measure-lag',
    figure: 'termsReadLateHours',
    threshold: 26,
    period: Duration.hours(1),
    impact: 'Nobody has looked for a day at what platforms say, so that a change of their terms goes unnoticed.',
    runbook: 'terms-not-read',
  },
  {
    of: 'watch-terms',
    figure: 'unreadDocuments',
    period: Duration.hours(12),
    impact: 'A document of a platform cannot be read: whether it has changed is not known.',
    runbook: 'terms-unread',
  },
  {
    of: 'watch-terms',
    figure: 'silentDocuments',
    period: Duration.hours(12),
    impact: 'No version of a watched document was recorded for 90 days: nobody knows what it says by now.',
    runbook: 'terms-silent',
  },
  {
    of: 'review-platforms',
    figure: 'stuck',
    period: Duration.minutes(15),
    impact: 'A platform cannot be scored again, so what is published of it may be out of date.',
    runbook: 'stuck-platform',
  },
];

export function watchFigures(name: string, fn: BundledFunction, watch: Watch): void {
  for (const { of, figure, period, ...alarm } of ALARMS) {
    if (of !== name) continue;
    const metric = fn.figure(figure, period);
    watch.show('What waits', metric);
    watch.alarm(`${figure[0]?.toUpperCase()}${figure.slice(1)}`, { ...alarm, metric });
  }
}
