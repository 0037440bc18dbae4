import { readFileSync, writeFileSync } from 'node:fs';
import { hashOf } from '../domain/facts/hash.ts';
import { REGISTER_ITEMS, Register } from '../domain/score/register.ts';
import { FullRegister } from './schema.ts';

/** The compact form that functions load, made from the law as data; its hash is over the whole of `jurisdictions.json`. */
export function makeCompact(input: unknown): Register {
  const full = FullRegister.parse(input);
  const jurisdictions = Object.entries(full.jurisdictions).map(([code, { name, coverage, rows }]) => [
    code,
    {
      name,
      coverage,
      rows: rows.map((row) => ({
        from: row.from,
        to: row.to,
        ...Object.fromEntries(REGISTER_ITEMS.map((item) => [item, toNumber(row[item].value)])),
        adequacy: row.adequacy && { scheme: row.adequacy.scheme, from: row.adequacy.from, to: row.adequacy.to },
        bridge: row.bridge !== undefined,
      })),
    },
  ]);
  return Register.parse({
    version: full.version,
    hash: hashOf(input as object),
    euEea: full.euEea.map(({ country, from, to, euLawTo }) => ({ country, from, to: euLawTo ?? to })),
    jurisdictions: Object.fromEntries(jurisdictions),
  });
}

function toNumber(value: number | boolean | null): number | null {
  return typeof value === 'boolean' ? Number(value) : value;
}

if (import.meta.main) {
  const here = (name: string) => new URL(name, import.meta.url);
  const compact = makeCompact(JSON.parse(readFileSync(here('jurisdictions.json'), 'utf8')));
  writeFileSync(here('compact.json'), `${JSON.stringify(compact)}\n`);
}
