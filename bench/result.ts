import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import * as z from 'zod';
import { Day } from '../domain/facts/date.ts';

/** One measured figure, as docs/benchmarks.md shows it. */
export const Figure = z.strictObject({
  name: z.string(),
  value: z.number(),
  /** As it follows the value: `µs`, `requests/s`. */
  unit: z.string(),
  /** Of what the part compares with, in the same rounds. */
  ratio: z.number().optional(),
  /** What else was seen, for the reader. */
  note: z.string().optional(),
  /** What the figure should reach, and whether it did. */
  reach: z.strictObject({ at: z.string(), isMet: z.boolean() }).optional(),
  /** What it means for a user, in a sentence. */
  means: z.string(),
});
export type Figure = z.infer<typeof Figure>;

export const Measurement = z.strictObject({
  title: z.string(),
  /** How it was measured, in a sentence or two. */
  how: z.string(),
  /** What ratios are of. */
  ratioOf: z.string().optional(),
  figures: z.array(Figure).min(1),
});
export type Measurement = z.infer<typeof Measurement>;

export const Result = Measurement.extend({ part: z.string(), on: Day, machine: z.string() });
export type Result = z.infer<typeof Result>;

const FOLDER = new URL('./results/', import.meta.url);

export function writeResult(result: Result): void {
  mkdirSync(FOLDER, { recursive: true });
  writeFileSync(new URL(`${result.on}-${result.part}.json`, FOLDER), `${JSON.stringify(Result.parse(result), null, 2)}\n`);
}

/** The newest result of a part, if it was ever run. */
export function findNewestResult(part: string): Result | undefined {
  const files = readdirSync(FOLDER).filter((file) => file.slice('2026-01-01-'.length) === `${part}.json`);
  const newest = files.sort().at(-1);
  return newest === undefined ? undefined : Result.parse(JSON.parse(readFileSync(new URL(newest, FOLDER), 'utf8')));
}
