import type { CalendarDate } from './date.ts';
import { hashOf } from './hash.ts';
import { findRow, isEuEea, type Register } from './register.ts';

/** Per jurisdiction a fingerprint of the row that was used: with it a later register tells whether it touches this file. */
export type LawSeal = Readonly<Record<string, string>>;

const DIGITS = 16;

export function sealLaw(register: Register, jurisdictions: Iterable<string>, on: CalendarDate): LawSeal {
  return Object.fromEntries([...new Set(jurisdictions)].sort().map((code) => [code, fingerprint(register, code, on)]));
}

/** Jurisdictions of a seal whose law, for the very same day, reads differently in this register. */
export function findTouched(seal: LawSeal, register: Register, on: CalendarDate): string[] {
  return Object.entries(seal)
    .filter(([code, before]) => fingerprint(register, code, on) !== before)
    .map(([code]) => code);
}

function fingerprint(register: Register, code: string, on: CalendarDate): string {
  if (isEuEea(register, code, on)) return 'eu-eea';
  const row = findRow(register, code, on);
  return row ? hashOf(row).slice(0, DIGITS) : 'none';
}
