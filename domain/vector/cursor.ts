import { CalendarDate } from '../facts/date.ts';
import type { Triple } from '../score/belief.ts';

/** A vector that is not one: at which character (from 1), and what should stand there. */
export class VectorError extends Error {
  readonly position: number;
  readonly expected: string;
  /** Whether it is a vector of a method that this is not. */
  readonly isOfOtherMethod: boolean;

  constructor(position: number, expected: string, found: string, because?: string) {
    super(because ?? `character ${position}: expected ${expected}, found ${found === '' ? 'the end' : `"${found}"`}`);
    this.name = 'VectorError';
    this.position = position;
    this.expected = expected;
    this.isOfOtherMethod = because !== undefined;
  }
}

/** A place in a vector that is being read. */
export type Cursor = { readonly text: string; at: number };

export function refuse({ text, at }: Cursor, expected: string): never {
  throw new VectorError(at + 1, expected, text.slice(at, at + 16));
}

/** Refuses a whole vector by its version, with a sentence that says why. */
export function refuseVersion({ text, at }: Cursor, because: string): never {
  throw new VectorError(at + 1, 'a vector of this method', text.slice(at, at + 7), `${because}, so its vectors are not read; this is EXS:2.0`);
}

export function startsWith({ text, at }: Cursor, start: string): boolean {
  return text.startsWith(start, at);
}

export function takeText(cursor: Cursor, wanted: string, expected = `"${wanted}"`): void {
  if (!startsWith(cursor, wanted)) refuse(cursor, expected);
  cursor.at += wanted.length;
}

/** Takes what a sticky pattern matches here. */
export function takeMatch(cursor: Cursor, pattern: RegExp, expected: string): string {
  pattern.lastIndex = cursor.at;
  const found = pattern.exec(cursor.text)?.[0] ?? refuse(cursor, expected);
  cursor.at += found.length;
  return found;
}

/** Takes the one of the codes that stands here and answers what it stands for. */
export function takeCode<Name extends string>(cursor: Cursor, codes: Readonly<Record<Name, string>>, expected: string): Name {
  const names = Object.keys(codes) as Name[];
  const name = names.find((candidate) => startsWith(cursor, codes[candidate])) ?? refuse(cursor, `${expected} (${Object.values(codes).join(', ')})`);
  cursor.at += codes[name].length;
  return name;
}

export function takePercent(cursor: Cursor): number {
  return Number(takeMatch(cursor, /(?:100|[1-9]?[0-9])(?![0-9])/y, 'whole percents, 0 to 100'));
}

/** Belief in an adverse fact: low, point, high, rising. */
export function takeAdverse(cursor: Cursor): Triple {
  const start = cursor.at;
  const low = takePercent(cursor);
  takeText(cursor, '-');
  const point = takePercent(cursor);
  takeText(cursor, '-');
  const high = takePercent(cursor);
  if (low > point || point > high) refuse({ ...cursor, at: start }, 'low, point and high in rising order');
  return [low, point, high];
}

/** Belief in a favourable fact: what is proven, twice, then what is claimed, which the low column takes. */
export function takeFavourable(cursor: Cursor): Triple {
  const start = cursor.at;
  const [proven, again, claimed] = takeAdverse(cursor);
  if (proven !== again) refuse({ ...cursor, at: start }, 'the proven belief twice, then the claimed one');
  return [claimed, proven, proven];
}

export function takeDate(cursor: Cursor): CalendarDate {
  const start = cursor.at;
  const digits = takeMatch(cursor, /[0-9]{8}(?![0-9])/y, 'a date as yyyymmdd');
  const date = CalendarDate.safeParse(`${digits.slice(0, 4)}-${digits.slice(4, 6)}-${digits.slice(6)}`);
  return date.data ?? refuse({ ...cursor, at: start }, 'a date of the calendar');
}
