import { readFileSync } from 'node:fs';
import * as z from 'zod';
import { Register } from '../domain/score/register.ts';

/** The register as the method reads it, as it stands beside this program. */
export function readRegister(): Register {
  return Register.parse(readJson('../register/compact.json'));
}

const Named = z.looseObject({ jurisdictions: z.record(z.string(), z.looseObject({ name: z.string() })) });

/** The names of the jurisdictions that are in the register, by their codes. */
export function readJurisdictionNames(): ReadonlyMap<string, string> {
  const { jurisdictions } = Named.parse(readJson('../register/compact.json'));
  return new Map(Object.entries(jurisdictions).map(([code, { name }]) => [code, name]));
}

const Provisions = z.looseObject({ from: z.string() });
const FullRegister = z.looseObject({ jurisdictions: z.record(z.string(), z.looseObject({ rows: z.array(Provisions) })) });

const Provision = z.looseObject({ basis: z.string() });

/** The provision behind each item of a row, by the item's name. */
export function readProvisions(code: string, from: string): ReadonlyMap<string, string> {
  const { jurisdictions } = FullRegister.parse(readJson('../register/jurisdictions.json'));
  const row = jurisdictions[code]?.rows.find((candidate) => candidate.from === from) ?? {};
  return new Map(
    Object.entries(row).flatMap(([name, item]) => {
      const provision = Provision.safeParse(item);
      return provision.success ? [[name, provision.data.basis] as const] : [];
    }),
  );
}

function readJson(path: string): unknown {
  return JSON.parse(readFileSync(new URL(path, import.meta.url), 'utf8'));
}
