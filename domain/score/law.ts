import type { CalendarDate } from '../facts/date.ts';
import { UNNAMED } from '../facts/jurisdictions.ts';
import { type Hazard, hazardOf } from './hazard.ts';
import type { Method, Way } from './method.ts';
import { findRow, isEuEea, REGISTER_ITEMS, type Register, type RegisterRow } from './register.ts';
import type { Moment } from './witnesses.ts';

/** A jurisdiction as the law of transfers and the hazard see it on a day; no row: not in the register, or in the EU/EEA. */
export type Law = Hazard & { readonly euEea: boolean; readonly row: RegisterRow | undefined; readonly way: Way };

/** The law of a jurisdiction on the day of a score. */
export type LawOf = (code: string) => Law;

const EU_EEA: Law = { hazard: [0, 0, 0], compulsion: 0, euEea: true, row: undefined, way: 'law' };

/** Reads each jurisdiction's law once: a score asks for it for every path, and its explanation again for every change. */
export function openLaw(register: Register, moment: Moment, method: Method): LawOf {
  const laws = new Map<string, Law>();
  return (code) => {
    let law = laws.get(code);
    if (law === undefined) {
      law = readLaw(register, code, moment, method);
      laws.set(code, law);
    }
    return law;
  };
}

function readLaw(register: Register, code: string, { asOf, knownBy }: Moment, method: Method): Law {
  if (isEuEea(register, code, asOf)) return EU_EEA;
  if (code === UNNAMED) return { ...method.unnamed, euEea: false, row: undefined, way: 'law' };
  const found = findRow(register, code, asOf);
  const row = found && readingOf(found, knownBy);
  return { ...hazardOf(row, method), euEea: false, row, way: row?.offensiveCyberProgramme === 1 ? 'programme' : 'law' };
}

/** Section 3: an item whose reading was not possible yet is unread, so that no back-dated score knows better than its day. */
function readingOf(row: RegisterRow, knownBy: CalendarDate): RegisterRow {
  const { knownFrom } = row;
  if (knownFrom === undefined) return row;
  const later = REGISTER_ITEMS.filter((item) => (knownFrom[item] ?? '') > knownBy);
  return later.length === 0 ? row : { ...row, ...Object.fromEntries(later.map((item) => [item, null])) };
}
