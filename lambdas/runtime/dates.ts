import * as z from 'zod';
import { CalendarDate, toDate } from '../../domain/facts/date.ts';
import { toFault } from '../../domain/facts/fault.ts';
import type { Deps } from './deps.ts';
import { invalid } from './problem.ts';

export function today(deps: Deps): CalendarDate {
  return toDate(deps.now().toISOString());
}

/** The two dates of every score, as query parameters. */
export const MomentQuery = {
  asOf: CalendarDate.optional().meta({ description: 'What was true then; not in the future.', example: '2023-02-23' }),
  knownBy: CalendarDate.optional().meta({ description: 'By what could be known then (default: today); not in the future.', example: '2023-02-23' }),
};

/** A query's flag: `?explain`, `?explain=true` or `?explain=false`. */
export const Flag = z
  .enum(['', 'true', 'false'])
  .optional()
  .transform((value) => value === '' || value === 'true')
  .meta({ type: 'boolean', description: 'Ask for it with `true`.', example: true });

/** What will be true or known tomorrow cannot be said today. */
export function refuseFuture(dates: Readonly<Record<string, CalendarDate | undefined>>, deps: Deps, where: 'query' | 'body' = 'query'): void {
  const now = today(deps);
  const faults = Object.entries(dates)
    .filter(([, date]) => date !== undefined && date > now)
    .map(([name, date]) => ({
      pointer: `/${name}`,
      ...(where === 'query' && { in: where }),
      ...toFault('date-in-future', { date: `${date}`, today: now }),
    }));
  if (faults.length > 0) throw invalid(faults);
}
