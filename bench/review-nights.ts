import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import type { Extent } from './extent.ts';
import type { Figure, Measurement } from './result.ts';

const COMMAND = fileURLToPath(new URL('./review-at-scale.ts', import.meta.url));
/** How far from 1.0 the slope may lie. */
const LENIENCE = 0.05;

const Query = z.object({ ms: z.number(), readUnits: z.number() });
const Night = z.object({
  looked: z.number(),
  seconds: z.number(),
  msEach: z.number(),
  cpuMsEach: z.number(),
  readUnitsEach: z.number(),
  writeUnitsEach: z.number(),
  heapMB: z.number(),
});
const Line = z.object({ platforms: z.number(), dueQuery: Query, night: Night });

/** A night's re-scoring at rising numbers of platforms, each in a process of its own so that memory is its own. */
export async function measureNights({ sizes, night }: Extent): Promise<Measurement> {
  const lines = sizes.split(',').map((size) => {
    const args = ['--expose-gc', COMMAND, '--sizes', size, '--night', night];
    const { status, stdout } = spawnSync(process.execPath, args, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'inherit'], maxBuffer: 2 ** 24 });
    if (status !== 0) throw new Error(`the night of ${size} platforms was not measured`);
    return Line.parse(JSON.parse(stdout.trim().split('\n').at(-1) ?? ''));
  });
  const slope = slopeOf(lines.map(({ night }) => [night.looked, night.seconds]));
  const nights = lines.map(({ platforms, dueQuery, night }): Figure => {
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
  });
  const line: Figure = {
    name: 'slope of time over platforms',
    value: slope,
    unit: '',
    reach: { at: `1.0 within ${LENIENCE * 100} %`, isMet: Math.abs(slope - 1) <= LENIENCE },
    means: 'Ten times the platforms take ten times the time: nothing in the night grows faster than they do.',
  };
  return {
    title: 'Re-review at scale',
    how: 'One night’s re-scoring of every platform by the job as the cloud runs it, on the embedded engine, one run after the other.',
    figures: lines.length > 1 ? [...nights, line] : nights,
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
