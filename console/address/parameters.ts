import { suggestJurisdiction } from '../../domain/facts/jurisdictions.ts';

/** What a parameter of an address may say. `free` is any text. */
type Parameter = 'day' | 'jurisdiction' | 'free' | readonly string[];
export type Parameters = Readonly<Record<string, Parameter>>;
/** A parameter that says nothing a page could show, and why. */
export type WrongParameter = {
  readonly name: string;
  readonly value: string;
  readonly why: 'no-day' | 'too-early' | 'future' | 'not-known' | 'no-jurisdiction' | 'twice' | 'alone' | 'order';
  /** What it could say, or the parameter that it needs. */
  readonly expected?: readonly string[];
};

/** The API knows no day before. */
const FIRST_DAY = '1990-01-01';

/** The query with the names and values as the console writes them, whatever their capitals; what it does not know stays as it is. */
export function toCanonicalQuery(query: URLSearchParams, known: Parameters): URLSearchParams {
  const names = new Map(Object.keys(known).map((name) => [name.toLowerCase(), name]));
  return new URLSearchParams(
    [...query].map(([given, value]): [string, string] => {
      const name = names.get(given.toLowerCase()) ?? given;
      return [name, toCanonicalValue(value, Object.hasOwn(known, name) ? known[name] : undefined)];
    }),
  );
}

function toCanonicalValue(value: string, parameter: Parameter | undefined): string {
  if (parameter === undefined || parameter === 'free') return value;
  if (parameter === 'jurisdiction') return suggestJurisdiction(value) ?? value;
  const trimmed = value.trim();
  return parameter === 'day' ? trimmed : (parameter.find((one) => one.toLowerCase() === trimmed.toLowerCase()) ?? value);
}

/** Every parameter that a page cannot follow; one that is empty says nothing, and does no harm. */
export function findWrong(query: URLSearchParams, known: Parameters, today: string): WrongParameter[] {
  return Object.entries(known).flatMap(([name, parameter]) => {
    const values = [...new Set(query.getAll(name))];
    if (values.length > 1) return [{ name, value: values.join(' … '), why: 'twice' as const }];
    const [value = ''] = values;
    const wrong = value === '' ? undefined : judge(value, parameter, today);
    return wrong ? [{ name, value, ...wrong }] : [];
  });
}

function judge(value: string, parameter: Parameter, today: string): Pick<WrongParameter, 'why' | 'expected'> | undefined {
  if (parameter === 'free') return undefined;
  if (parameter === 'jurisdiction') return suggestJurisdiction(value) === value ? undefined : { why: 'no-jurisdiction' };
  if (parameter === 'day') return judgeDay(value, today);
  return parameter.includes(value) ? undefined : { why: 'not-known', expected: parameter };
}

function judgeDay(day: string, today: string): Pick<WrongParameter, 'why' | 'expected'> | undefined {
  if (!isDay(day)) return { why: 'no-day', expected: [today] };
  if (day < FIRST_DAY) return { why: 'too-early', expected: [FIRST_DAY] };
  return day > today ? { why: 'future', expected: [today] } : undefined;
}

/** A day that exists, as YYYY-MM-DD. */
function isDay(text: string): boolean {
  if (!/^\d{4}-\d\d-\d\d$/.test(text)) return false;
  const read = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(read.getTime()) && read.toISOString().startsWith(text);
}
