import { addDays } from '../../domain/facts/date.ts';
import { hashOf } from '../../domain/facts/hash.ts';
import { isWithin, type Register, type RegisterRow } from '../../domain/score/register.ts';
import type { Random } from './random.ts';

/** Another version of a register, its rows changed by a function of the row. */
export function changeRegister(
  register: Register,
  version: string,
  change: (code: string, rows: readonly RegisterRow[]) => readonly RegisterRow[],
): Register {
  const jurisdictions = Object.fromEntries(
    Object.entries(register.jurisdictions).map(([code, jurisdiction]) => [code, { ...jurisdiction, rows: [...change(code, jurisdiction.rows)] }]),
  );
  return { ...register, version, jurisdictions, hash: hashOf({ version, jurisdictions, euEea: register.euEea }) };
}

/** The row in force on a day ends there, and is followed by another. */
export function splitRow(rows: readonly RegisterRow[], on: string, change: (row: RegisterRow) => RegisterRow): RegisterRow[] {
  return rows.flatMap((row) =>
    isWithin(row, on) && row.from < on
      ? [
          { ...row, to: on },
          { ...change(row), from: on, to: row.to },
        ]
      : [row],
  );
}

/** A register in which the law of one or a few jurisdictions changed: at once, later, or for the past only. */
export function randomRegister(random: Random, register: Register, version: string, day: string, codes: readonly string[]): Register {
  const edits = new Map(
    random.several(1, 3, () => [random.pick(codes), random.pick(['changed', 'ends today', 'ends later', 'past'] as const)] as const),
  );
  const other = (row: RegisterRow): RegisterRow => {
    const item = random.pick(['dutyToAssist', 'bulkPower', 'oversight', 'redress', 'offensiveCyberProgramme'] as const);
    const values = [0, 0.5, 1, null].filter((value) => value !== row[item]);
    return { ...row, [item]: random.pick(values), ...(random.chance(0.3) && { adequacy: null }) };
  };
  return changeRegister(register, version, (code, rows) => {
    const later = addDays(day, random.whole(10, 90));
    switch (edits.get(code)) {
      case 'changed':
        return rows.map((row) => (isWithin(row, day) ? other(row) : row));
      case 'ends today':
        return splitRow(rows, day, other);
      case 'ends later':
        return splitRow(rows, later, other);
      case 'past':
        return rows.map((row) => (row.to !== null && row.to <= day ? other(row) : row));
      case undefined:
        return rows;
    }
  });
}

/** Whether a jurisdiction's law, in force on a day or later, differs between two registers: said without the code under test. */
export function isTouched(before: Register, after: Register, code: string, day: string): boolean {
  const law = (register: Register) => {
    const member = code === 'EU' || register.euEea.some(({ country, from, to }) => country === code && (from === null || from <= day) && to === null);
    if (member) return 'member';
    const terms = register.euEea.filter(({ country, to }) => country === code && (to === null || to > day));
    const rows = (register.jurisdictions[code]?.rows ?? []).filter(({ to }) => to === null || to > day);
    return JSON.stringify([terms, rows]);
  };
  return law(before) !== law(after);
}
