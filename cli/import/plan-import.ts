import { decodeUtf8 } from '../../domain/facts/utf8.ts';
import { BadInput } from '../failure.ts';
import { findColumns } from './columns.ts';
import type { Plan, Told } from './plan.ts';
import { readTable } from './read-table.ts';
import { recogniseBytes, recogniseJson } from './recognise.ts';
import { planSubprocessors } from './subprocessors.ts';
import { isVersion, planVersion } from './terms-version.ts';
import { planVendors } from './vendors.ts';

const TAKEN =
  'What is imported: a version of Open Terms Archive (JSON), a CSV of vendors (name, operator, parent, apps), a CSV of subprocessors (name, country, purpose)';

/** What a file is, by its content, and what importing it would write. Throws `BadInput` with what to do for what has no place here. */
export function planImport(bytes: Buffer, told: Told): Plan {
  const { file } = told;
  const refused = recogniseBytes(bytes);
  if (refused !== undefined) throw new BadInput([`${file} ${refused}`]);
  const decoded = decodeUtf8(bytes);
  if (!('text' in decoded)) throw new BadInput([`${file}: ${decoded.why}`]);
  const { text } = decoded;
  if (text.trim() === '') throw new BadInput([`${file} is empty. ${TAKEN}.`]);
  if (/^\s*[[{]/.test(text)) return planJson(text, told);
  if (/^\s*<(?:!doctype|html|\?xml)/i.test(text))
    throw new BadInput([`${file} is a page. Keep it as a capture: whereabouts capture ${file} --platform PLATFORM`]);
  return planTable(text, told);
}

function planJson(text: string, told: Told): Plan {
  const { file } = told;
  const value = parseJson(text, file);
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    throw new BadInput([`${file} is a list in JSON, which is not imported. ${TAKEN}.`]);
  if (isVersion(value)) {
    const plan = planVersion(value, told);
    if ('fault' in plan) throw new BadInput([`${file} ${plan.fault}`]);
    return plan;
  }
  const refused = recogniseJson(value as Record<string, unknown>);
  throw new BadInput([`${file} ${refused ?? `is JSON of a kind that is not known. ${TAKEN}.`}`]);
}

function parseJson(text: string, file: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    const lines = text.trim().split('\n');
    const isLines = lines.length > 1 && lines.every((line) => /^\s*\{.*\}\s*$/.test(line));
    throw new BadInput([isLines ? `${file} has several records, one a line: import a line at a time` : `${file} begins like JSON and is none`]);
  }
}

function planTable(text: string, told: Told): Plan {
  const table = readTable(text, told.file);
  const columns = findColumns(table.columns);
  const { at, unknown } = columns;
  const without = unknown.map((column) => `the column "${column.slice(0, 60)}" has no place`);
  if (at.name === undefined) throw new BadInput([`${told.file} is a table without a column of names. ${TAKEN}.`]);
  if (at.country !== undefined) {
    const kept = ['operator', 'parent', 'homepage', 'android', 'ios', 'web', 'apps'] as const;
    const more = kept.filter((name) => at[name] !== undefined).map((name) => `the column "${table.columns[at[name] ?? 0]}" has no place in a path`);
    return { ...planSubprocessors(table, columns, told), without: [...without, ...more] };
  }
  if (at.operator !== undefined || at.parent !== undefined) {
    const more = at.purpose === undefined ? [] : [`the column "${table.columns[at.purpose]}" has no place in a profile`];
    return { ...planVendors(table, columns, told), without: [...without, ...more] };
  }
  throw new BadInput([
    `${told.file} is a table of another kind: its columns are ${table.columns.map((name) => `"${name.slice(0, 40)}"`).join(', ')}. ${TAKEN}.`,
  ]);
}
