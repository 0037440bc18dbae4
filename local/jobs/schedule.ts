import { Cron } from 'croner';

const MINUTE_MS = 60_000;
const UNIT_MS: Readonly<Record<string, number>> = { minute: MINUTE_MS, hour: 60 * MINUTE_MS, day: 1440 * MINUTE_MS };

/** The last instant after one and up to another at which a schedule of EventBridge, `rate(...)` or `cron(...)` in UTC, falls due. */
export function findLastDue(schedule: string, after: Date, until: Date): Date | undefined {
  const last = findPrevious(schedule, until);
  return last && last > after ? last : undefined;
}

function findPrevious(schedule: string, until: Date): Date | undefined {
  const [, kind, inside = ''] = /^(rate|cron)\((.*)\)$/.exec(schedule) ?? [];
  if (kind === 'cron') {
    // EventBridge's six fields begin with minutes and count weekdays from Sunday, 1.
    const cron = new Cron(`0 ${inside}`, { timezone: 'UTC', mode: '7-part', alternativeWeekdays: true, sloppyRanges: true, paused: true });
    // What comes before the next whole second, so that an instant that is due itself counts.
    return cron.previousRuns(1, new Date(Math.floor(until.getTime() / 1000) * 1000 + 1000))[0];
  }
  const [, count = '', unit = ''] = /^([1-9]\d*) (minute|hour|day)s?$/.exec(inside) ?? [];
  const period = Number(count) * (UNIT_MS[unit] ?? Number.NaN);
  if (kind !== 'rate' || !(period > 0)) throw new Error(`${schedule} is no schedule of EventBridge's`);
  return new Date(Math.floor(until.getTime() / period) * period);
}
