/**
 * `npm run bench`: measures everything, one part after the other, each in a process of its own. `npm run bench -- scoring http`
 * measures these parts alone. Results go to bench/results with the date, and from there into docs/benchmarks.md.
 */
import { spawnSync } from 'node:child_process';
import { parseArgs } from 'node:util';
import type { Extent } from './extent.ts';
import { describeMachine } from './machine.ts';
import { parts } from './parts.ts';
import { type Figure, type Result, writeResult } from './result.ts';
import { writeBenchmarks } from './write-benchmarks.ts';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    rounds: { type: 'string', default: '101' },
    starts: { type: 'string', default: '25' },
    seconds: { type: 'string', default: '3' },
    sizes: { type: 'string', default: '1000,10000,100000' },
    night: { type: 'string', default: '100000' },
    kills: { type: 'string', default: '200' },
    minutes: { type: 'string', default: '60' },
  },
});
const unknown = positionals.filter((name) => !parts.some((part) => part.name === name));
if (unknown.length > 0) throw new Error(`there is no part ${unknown.join(', ')}; the parts are ${parts.map(({ name }) => name).join(', ')}`);

const asked = parts.filter(({ name }) => positionals.length === 0 || positionals.includes(name));
const [alone] = asked;
if (asked.length === 1 && alone) {
  const measure = await alone.load();
  const measured = await measure(toExtent());
  const result = { part: alone.name, on: new Date().toISOString().slice(0, 10), machine: describeMachine(), ...measured };
  writeResult(result);
  print(result);
  writeBenchmarks();
  process.exit(0);
}
const options = Object.entries(values).flatMap(([name, value]) => [`--${name}`, value]);
const failed = asked.filter(({ name }) => spawnSync(process.execPath, [import.meta.filename, name, ...options], { stdio: 'inherit' }).status !== 0);
if (failed.length > 0) throw new Error(`not measured: ${failed.map(({ name }) => name).join(', ')}`);

function toExtent(): Extent {
  const { rounds, starts, seconds, kills, minutes, ...rest } = values;
  return { rounds: Number(rounds), starts: Number(starts), seconds: Number(seconds), kills: Number(kills), minutes: Number(minutes), ...rest };
}

function print({ title, machine, ratioOf, figures }: Result): void {
  const wide = Math.max(...figures.map(({ name }) => name.length));
  console.log(`\n${title} (${machine})${ratioOf ? `; x: of ${ratioOf}` : ''}`);
  for (const figure of figures) console.log(toLine(figure, wide));
}

function toLine({ name, value, unit, ratio, note, reach }: Figure, wide: number): string {
  const times = ratio === undefined ? '' : `x${ratio.toFixed(2)}`;
  const mark = reach === undefined ? ' ' : reach.isMet ? '+' : '-';
  return `${mark} ${name.padEnd(wide)} ${value.toFixed(1).padStart(10)} ${unit.padEnd(11)} ${times.padStart(7)}  ${note ?? ''}`;
}
