import { join } from 'node:path';
import { JURISDICTION_CODES } from '../../domain/facts/jurisdictions.ts';
import { findCountries } from '../../domain/watch/countries.ts';
import { Usage } from '../failure.ts';
import type { Columns } from './columns.ts';
import { type Plan, type Told, toJson, toSlug } from './plan.ts';
import { isFormula, type Table } from './read-table.ts';

const CODES = new Set<string>(JURISDICTION_CODES);
const LANGUAGES = ['en', 'fr', 'de'] as const;
const SOURCE = 'subprocessors';

/** A list of subprocessors as paths of that mode with one source, graded by nobody yet. */
export function planSubprocessors({ rows }: Table, { at }: Columns, told: Told): Omit<Plan, 'without'> {
  const { platform, on, url, folder, file } = told;
  if (platform === undefined) throw new Usage(`${file} is a list of subprocessors: say whose with --platform`);
  const paths: Record<string, unknown>[] = [];
  const said = rows.map(({ line, cells }) => {
    const cell = (name: keyof typeof at) => cells[at[name] ?? -1] ?? '';
    const [name, country, purpose] = [cell('name'), cell('country'), cell('purpose')];
    const why = refuse(name, country, purpose);
    if (why !== undefined) return { row: line, what: why, isTaken: false };
    const codes = toCodes(country);
    if (codes.length === 0)
      return { row: line, what: `no country is known in "${country}": name it as in ISO 3166, in English, French or German`, isTaken: false };
    for (const jurisdiction of codes) {
      const evidence = [{ source: SOURCE, credibility: null, observed: on, locator: `row ${line}: ${[name, country].join(', ')}`.slice(0, 500) }];
      const path = {
        id: freeId(name, jurisdiction, paths),
        jurisdiction,
        mode: 'subprocessor',
        data: null,
        party: name,
        ...(purpose && { note: purpose }),
        evidence,
      };
      paths.push(path);
    }
    return { row: line, what: `${name}: ${codes.map((code) => `subprocessor ${code}`).join(', ')}`, isTaken: true };
  });
  const source = {
    title: `List of subprocessors of ${platform}`,
    publisher: platform,
    ...(url !== undefined && { url }),
    published: on,
    recorded: on,
    reliability: null,
    statementBy: 'platform',
  };
  const path = join(folder, platform, `${on}-subprocessors.json`);
  return {
    is: 'a list of subprocessors',
    files: paths.length === 0 ? [] : [{ path, text: toJson({ asOf: on, sources: { [SOURCE]: source }, paths }) }],
    rows: said,
    next: [`Give the grades that are null (reliability, credibility, data), then: whereabouts lint ${path}`],
  };
}

function refuse(name: string, country: string, purpose: string): string | undefined {
  if (name === '' && country === '' && purpose === '') return 'is empty';
  if (name === '') return 'has no name';
  if ([name, country, purpose].some(isFormula)) return 'holds a formula, which is not taken: write its value';
  return country === '' ? `${name} has no country: a recipient without a place is no path` : undefined;
}

/** By ISO codes, or by names in three languages; every country of a cell. */
function toCodes(cell: string): string[] {
  const parts = cell.split(/\s*(?:[,;/|&]|\band\b|\bund\b|\bet\b)\s*/u).filter(Boolean);
  if (parts.every((part) => CODES.has(part))) return [...new Set(parts)];
  const found = LANGUAGES.map((language) => findCountries(cell, language).map(({ value }) => value));
  const [most = []] = found.sort((one, other) => other.length - one.length);
  return [...new Set(most)].filter((code) => CODES.has(code));
}

function freeId(name: string, jurisdiction: string, paths: readonly Record<string, unknown>[]): string {
  const wanted = `${toSlug(name) ?? 'subprocessor'}-${jurisdiction.toLowerCase()}`;
  let id = wanted;
  for (let number = 2; paths.some((path) => path.id === id); number += 1) id = `${wanted}-${number}`;
  return id;
}
