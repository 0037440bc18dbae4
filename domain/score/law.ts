import { type Hazard, hazardOf } from './hazard.ts';
import type { Method } from './method.ts';
import { findRow, isEuEea, type Register, type RegisterRow } from './register.ts';

/** A jurisdiction as the law of transfers and the hazard see it on a day; no row: not in the register, or in the EU/EEA. */
export type Law = Hazard & { readonly euEea: boolean; readonly row: RegisterRow | undefined };

/** The law of a jurisdiction on the day of a score. */
export type LawOf = (code: string) => Law;

const EU_EEA: Law = { hazard: [0, 0, 0], compulsion: 0, euEea: true, row: undefined };

/** Reads each jurisdiction's law once: a score asks for it for every path, and its explanation again for every change. */
export function openLaw(register: Register, on: string, method: Method): LawOf {
  const laws = new Map<string, Law>();
  return (code) => {
    let law = laws.get(code);
    if (law === undefined) {
      law = readLaw(register, code, on, method);
      laws.set(code, law);
    }
    return law;
  };
}

function readLaw(register: Register, code: string, on: string, method: Method): Law {
  if (isEuEea(register, code, on)) return EU_EEA;
  const row = findRow(register, code, on);
  return { ...hazardOf(row, method), euEea: false, row };
}
