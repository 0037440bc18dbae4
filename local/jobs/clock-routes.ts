import type { IncomingMessage } from 'node:http';
import * as z from 'zod';
import { Instant } from '../../domain/facts/date.ts';
import { type LocalAnswer, toProblem } from '../gateway/local-routes.ts';
import { readBody } from '../gateway/read-body.ts';
import type { Clock } from './clock.ts';

const BODY_LIMIT_BYTES = 4096;
/** Dates of the record have four digits in their year. */
const LATEST = Date.UTC(9999, 0);
const Move = z.union([z.strictObject({ advance: z.string() }), z.strictObject({ now: Instant })]);

/** Reads and moves the clock; `passTo` runs what falls due on the way. Only JSON is taken, which no page of another origin can send here unasked. */
export function createClockRoutes(clock: Clock, passTo: (instant: Date) => void | Promise<void> = clock.moveTo) {
  const show = (): LocalAnswer => ({ status: 200, body: { now: clock.now().toISOString(), real: new Date().toISOString() } });
  return {
    GET: show,
    POST: async (request: IncomingMessage): Promise<LocalAnswer> => {
      if (!/^application\/json\s*(;|$)/i.test(request.headers['content-type'] ?? ''))
        return toProblem(415, 'Unsupported Media Type', 'Send application/json.');
      const move = Move.safeParse(parseJson((await readBody(request, BODY_LIMIT_BYTES)).toString('utf8')));
      if (!move.success) return refuse('Send {"advance": "P30D"} or {"now": "2027-01-31T00:00:00Z"}, one of the two.');
      const before = clock.now();
      const after = 'now' in move.data ? new Date(move.data.now) : addDuration(before, move.data.advance);
      if (after === undefined) return refuse(`${JSON.stringify('advance' in move.data && move.data.advance)} is no ISO 8601 duration such as P30D.`);
      if (!(after.getTime() < LATEST)) return refuse('The clock ends with the year 9998.');
      if (after <= before) return refuse(`The clock goes forward only; it stands at ${before.toISOString()}.`);
      await passTo(after);
      return show();
    },
  };
}

const refuse = (detail: string) => toProblem(400, 'Bad Request', detail);

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

const DURATION = /^P(?=[\dT])(?:(\d+)Y)?(?:(\d+)M)?(?:(\d+)W)?(?:(\d+)D)?(?:T(?=\d)(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)S)?)?$/;
const MS = { week: 604_800_000, day: 86_400_000, hour: 3_600_000, minute: 60_000, second: 1_000 };

/** The instant that lies an ISO 8601 duration (`P30D`, `P1Y2M`, `PT12H`) after another, in UTC; undefined when it is no duration. */
export function addDuration(instant: Date, duration: string): Date | undefined {
  const parts = DURATION.exec(duration);
  if (!parts) return undefined;
  const [years = 0, months = 0, weeks = 0, days = 0, hours = 0, minutes = 0, seconds = 0] = parts.slice(1).map((digits) => Number(digits ?? 0));
  const moved = addMonths(instant, years * 12 + months).getTime();
  const rest = weeks * MS.week + days * MS.day + hours * MS.hour + minutes * MS.minute + seconds * MS.second;
  return new Date(moved + rest);
}

/** A month after 31 January ends with February. */
function addMonths(instant: Date, months: number): Date {
  const moved = new Date(instant);
  moved.setUTCMonth(instant.getUTCMonth() + months);
  if (moved.getUTCDate() !== instant.getUTCDate()) moved.setUTCDate(0);
  return moved;
}
