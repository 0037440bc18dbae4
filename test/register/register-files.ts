import { readFileSync } from 'node:fs';
import { CODED_ITEMS } from '../../domain/score/register.ts';
import { Facts } from '../../register/facts.ts';
import { parseIndices } from '../../register/indices.ts';
import { FullRegister, type FullRow } from '../../register/schema.ts';

/** The text of a file of the register. */
export function readRegisterFile(name: string): string {
  return readFileSync(new URL(`../../register/${name}`, import.meta.url), 'utf8');
}

export const jurisdictionsJson: unknown = JSON.parse(readRegisterFile('jurisdictions.json'));
export const full = FullRegister.parse(jurisdictionsJson);
export const facts = Facts.parse(JSON.parse(readRegisterFile('facts.json')));
export const indices = parseIndices(readRegisterFile('indices.csv'));

const TREATIES = ['convention108', 'oecdDeclaration', 'offensiveCyberProgramme'] as const;
export const ITEMS = [...CODED_ITEMS, ...TREATIES];

export type Located = { where: string; code: string; row: FullRow };

/** Every row of the register, with a name for it in a failure. */
export const rows: Located[] = Object.entries(full.jurisdictions).flatMap(([code, { rows: own }]) =>
  own.map((row) => ({ where: `${code} ${row.from}`, code, row })),
);
