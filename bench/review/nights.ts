import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import * as z from 'zod';
import type { Extent } from '../extent.ts';
import type { Figure, Measurement } from '../result.ts';

const COMMAND = fileURLToPath(new URL('./at-scale.ts', import.meta.url));
/** How far from 1.0 the slope may lie. */
const LENIENCE = 0.05;

/** Of so many platforms, so many are due: what it costs to ask for them. */
const ASKED = { platforms: 10_000, due: [10, 100, 1000] };

const Query = z.object({ found: z.int(), ms: z.number(), readUnits: z.number() });
const Night = z.object({
  looked: z.number(),
  seconds: z.number(),
  cpuMsEach: z.number(),
  readUnitsEach: z.number(),
  writeUnitsEach: z.number(),
  heapMB: z.number(),
});
const Line = z.object({ platforms: z.number(), dueQuery: Query, night: Night });
type Line = z.infer<typeof Line>;

/** A night's re-scoring at rising numbers of platforms, each in a process of its own so that memory is its own. */
export async function measureNights({ sizes, night }: Extent): Promise<Measurement> {
  const lines = sizes
    .split(',')
    .map((size) => run({ sizes: size, night }))
    .sort((a, b) => a.platforms - b.platforms);
  const queries = ASKED.due.map((due) => run({ sizes: `${ASKED.platforms}`, night: '1', due: `${due}` }).dueQuery);
  return {
    title: 'Re-review at scale',
    how:
      'One night’s re-scoring of every platform by the job as the cloud runs it, on the embedded engine, one run after the other, each after a smaller ' +
      'night that warms the process up; the files are the newest of every example platform in turn, and a hundred reviews are due at every size.',
    figures: [...lines.map(toFigure), ...(lines.length > 1 ? toSlopes(lines) : []), ...queries.map(toQuery)],
  };
}

function run(options: Record<string, string>): Line {
  const args = ['--expose-gc', COMMAND, ...Object.entries(options).flatMap(([name, value]) => [`--${name}`, value])];
  const { status, stdout } = spawnSync(process.execPath, args, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'inherit'], maxBuffer: 2 ** 24 });
  if (status !== 0) throw new Error(`not measured: ${args.join(' ')}`);
  return Line.parse(JSON.parse(stdout.trim().split('\n').at(-1) ?? ''));
}

function toFigure({ platforms, dueQuery, night }: Line): Figure {
  const { looked, seconds, cpuMsEach, readUnitsEach, writeUnitsEach, heapMB } = night;
  return {
    name: `${platforms.toLocaleString('en')} platforms`,
    value: seconds,
    unit: 's',
    note:
      `${looked.toLocaleString('en')} scored, ${cpuMsEach} ms of CPU, ${readUnitsEach} read and ${writeUnitsEach} write units each; ` +
      `heap ${Math.round(heapMB)} MB at most; the query of what is due ${dueQuery.ms} ms and ${dueQuery.readUnits} units`,
    means: `Every platform is scored anew within ${seconds < 120 ? `${Math.ceil(seconds)} s` : `${Math.ceil(seconds / 60)} minutes`} of midnight.`,
  };
}

/** How time, CPU time and capacity units grow as platforms do. */
function toSlopes(lines: readonly Line[]): Figure[] {
  const measures: Record<string, { of: (night: Line['night']) => number; means: string }> = {
    'the function’s CPU time': {
      of: ({ looked, cpuMsEach }) => looked * cpuMsEach,
      means: 'Ten times the platforms are ten times the bill for the function.',
    },
    'capacity units': {
      of: ({ looked, readUnitsEach, writeUnitsEach }) => looked * (readUnitsEach + writeUnitsEach),
      means: 'Ten times the platforms are ten times the bill for the table.',
    },
    'time by the clock': { of: ({ seconds }) => seconds, means: 'The embedded engine’s own time is in it, whose file grows; DynamoDB’s does not.' },
  };
  return Object.entries(measures).map(([name, { of, means }]) => {
    const slope = slopeOf(lines.map(({ night }) => [night.looked, of(night)]));
    return {
      name: `slope of ${name} over platforms`,
      value: Math.round(slope * 1000) / 1000,
      unit: '',
      reach: { at: `1.0 within ${LENIENCE * 100} %`, isMet: Math.abs(slope - 1) <= LENIENCE },
      means,
    };
  });
}

function toQuery({ found, ms, readUnits }: Line['dueQuery']): Figure {
  return {
    name: `asking for ${found.toLocaleString('en')} that are due, of ${ASKED.platforms.toLocaleString('en')}`,
    value: readUnits,
    unit: 'read units',
    note: `${ms} ms`,
    means: 'What is due is paid for by what is due, and not by what exists.',
  };
}

/** Of the line through the logarithms, by least squares: 1 where time grows as platforms do. */
function slopeOf(points: readonly (readonly [number, number])[]): number {
  const logs = points.map(([x, y]) => [Math.log(x), Math.log(y)] as const);
  const meanX = logs.reduce((sum, [x]) => sum + x, 0) / logs.length;
  const meanY = logs.reduce((sum, [, y]) => sum + y, 0) / logs.length;
  const across = logs.reduce((sum, [x, y]) => sum + (x - meanX) * (y - meanY), 0);
  return across / logs.reduce((sum, [x]) => sum + (x - meanX) ** 2, 0);
}
