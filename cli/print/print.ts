import { createRequire } from 'node:module';
import { styleText } from 'node:util';
import type { Range } from '../../domain/score/points.ts';
import type { Band } from '../../domain/score/rating.ts';
import { score as english } from '../../messages/en/cli/score.ts';
import type { CliMessages } from '../../messages/en/cli.ts';

/** Columns that stand for 100 points. */
const BAR_WIDTH = 40;

const BAND_STYLE = {
  unrated: 'dim',
  minimal: 'green',
  low: 'green',
  elevated: 'yellow',
  high: 'red',
  severe: 'redBright',
} as const satisfies Record<Band, Parameters<typeof styleText>[0]>;

// Where a stream shows no colours, they are taken out when a line is written.
const ALWAYS = { validateStream: false } as const;

export function strong(text: string): string {
  return styleText('bold', text, ALWAYS);
}

export function faint(text: string): string {
  return styleText('dim', text, ALWAYS);
}

export function counted(count: number, what: string): string {
  return `${count} ${what}${count === 1 ? '' : 's'}`;
}

export function inBand(band: Band, text: string): string {
  return styleText(BAND_STYLE[band], text, ALWAYS);
}

/** A step of a waterfall: what is there before it left blank, at least a sliver for what is more than nothing. */
export function bar(before: number, points: number): string {
  const start = Math.round((before / 100) * BAR_WIDTH);
  const length = Math.round(((before + points) / 100) * BAR_WIDTH) - start;
  return `${' '.repeat(Math.min(start, BAR_WIDTH - 1))}${length > 0 ? '█'.repeat(length) : points > 0 ? '▏' : ''}`;
}

/** A range on the scale of 0 to 100, with its point where it is rated. */
export function ruler({ low, point, high }: Range, band?: Band): string {
  const at = (points: number) => Math.min(BAR_WIDTH - 1, Math.floor((points / 100) * BAR_WIDTH));
  const isPoint = (i: number) => band !== 'unrated' && i === at(point);
  const marks = Array.from({ length: BAR_WIDTH }, (_, i) => (isPoint(i) ? '●' : i >= at(low) && i <= at(high) ? '━' : '·'));
  return marks.join('');
}

type Texts = CliMessages['score'];

export function number(points: number, { points: write }: Texts = english): string {
  return write(points).padStart(6);
}

export function signed(points: number, { change }: Texts = english): string {
  return change(points).padStart(6);
}

/** Of an unrated score the point is not shown, because it says nothing. */
export function range({ low, point, high }: Range, band: Band | undefined, t: Texts = english): string {
  return `${band === 'unrated' ? NO_POINT.padStart(6) : number(point, t)}  ${t.between(low, high)}`;
}

/** The point of a score, or a sign that it has none to show. */
export function pointOf({ score, band }: { readonly score: Range; readonly band: Band }, { points }: Texts = english): string {
  return band === 'unrated' ? NO_POINT : points(score.point);
}

const NO_POINT = '–';

// Loaded for the first table: many answers have none, and it brings a width of every character.
const require = createRequire(import.meta.url);

/** No frame: what is printed can be copied, and read aloud. */
const BARE = {
  ...{ top: '', 'top-mid': '', 'top-left': '', 'top-right': '', bottom: '', 'bottom-mid': '', 'bottom-left': '', 'bottom-right': '' },
  ...{ left: '', 'left-mid': '', mid: '', 'mid-mid': '', right: '', 'right-mid': '', middle: '  ' },
};

/** Rows with every column but the last as wide as its widest cell. */
export function table(rows: readonly (readonly string[])[], indent = '  '): string[] {
  if (rows.length === 0) return [];
  const Table: typeof import('cli-table3') = require('cli-table3');
  const drawn = new Table({ chars: BARE, style: { 'padding-left': 0, 'padding-right': 0, border: [], head: [] } });
  const columns = Math.max(...rows.map((row) => row.length));
  drawn.push(...rows.map((row) => Array.from({ length: columns }, (_, i) => row[i] ?? '')));
  return drawn
    .toString()
    .split('\n')
    .map((line) => `${indent}${line}`.trimEnd());
}

/** A table with names over its columns. */
export function titled(names: readonly string[], rows: readonly (readonly string[])[]): string[] {
  return table([names.map(faint), ...rows]);
}
