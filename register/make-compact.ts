import { readFileSync, writeFileSync } from 'node:fs';
import { hashOf } from '../domain/facts/hash.ts';
import { CODED_ITEMS, REGISTER_ITEMS, Register } from '../domain/score/register.ts';
import { FullRegister, type FullRow } from './schema.ts';

/** The compact form that functions load, made from the law as data; its hash is over the whole of `jurisdictions.json`. */
export function makeCompact(input: unknown): Register {
  const full = FullRegister.parse(input);
  const jurisdictions = Object.entries(full.jurisdictions).map(([code, { name, rows }]) => [code, { name, rows: rows.map(toRow) }]);
  return Register.parse({
    version: full.version,
    hash: hashOf(input as object),
    euEea: full.euEea.map(({ country, from, to, euLawTo }) => ({ country, from, to: euLawTo ?? to })),
    jurisdictions: Object.fromEntries(jurisdictions),
  });
}

function toRow(row: FullRow) {
  const knownFrom = REGISTER_ITEMS.flatMap((item) => ('knownFrom' in row[item] ? [[item, row[item].knownFrom]] : []));
  const unread = CODED_ITEMS.filter((item) => row[item].value !== null && row[item].readInSource !== true);
  return {
    from: row.from,
    to: row.to,
    ...Object.fromEntries(REGISTER_ITEMS.map((item) => [item, toNumber(row[item].value)])),
    adequacy: row.adequacy && { scheme: row.adequacy.scheme, from: row.adequacy.from, to: row.adequacy.to },
    bridge: row.bridge !== undefined,
    ...(knownFrom.length > 0 && { knownFrom: Object.fromEntries(knownFrom) }),
    ...(unread.length > 0 && { unread }),
  };
}

function toNumber(value: number | boolean | null): number | null {
  return typeof value === 'boolean' ? Number(value) : value;
}

if (import.meta.main) {
  const here = (name: string) => new URL(name, import.meta.url);
  const compact = makeCompact(JSON.parse(readFileSync(here('jurisdictions.json'), 'utf8')));
  writeFileSync(here('compact.json'), `${JSON.stringify(compact)}\n`);
}
