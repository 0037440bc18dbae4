import type { CalendarDate } from '../facts/date.ts';
import { hashOf } from '../facts/hash.ts';
import { EU } from '../facts/jurisdictions.ts';
import type { Register, RegisterRow } from '../score/register.ts';

/**
 * Per jurisdiction the fingerprints of its law from a day on, each with the day it ends: with them it is found
 * whether a later register changed a row that a file still rests on, or will.
 */
export type LawSeal = Readonly<Record<string, string>>;

const DIGITS = 16;
const MEMBER = '=eu-eea:';

export function sealLaw(register: Register, jurisdictions: Iterable<string>, on: CalendarDate): LawSeal {
  return Object.fromEntries([...new Set(jurisdictions)].sort().map((code) => [code, sealOne(register, code, on)]));
}

/** Jurisdictions of a seal whose law, in force on a day or later, reads differently in this register. */
export function findTouched(seal: LawSeal, register: Register, on: CalendarDate): string[] {
  return Object.entries(seal)
    .filter(([code, before]) => partsFrom(before.split(' '), on) !== sealOne(register, code, on))
    .map(([code]) => code);
}

/** Of each span of membership and each row: the day it ends, and what it says. */
function sealOne(register: Register, code: string, on: CalendarDate): string {
  const terms = code === EU ? [{ from: null, to: null }] : register.euEea.filter(({ country }) => country === code);
  const rows = (Object.hasOwn(register.jurisdictions, code) && register.jurisdictions[code]?.rows) || [];
  const parts = [...terms.map(({ from, to }) => `${to ?? ''}${MEMBER}${from ?? ''}`), ...rows.map((row) => `${row.to ?? ''}=${fingerprint(row)}`)];
  return partsFrom(parts, on);
}

/** What counts on a day or later. A member's rows do not, as long as it is one. */
function partsFrom(parts: readonly string[], on: CalendarDate): string {
  const lasting = parts.find((part) => part.startsWith(MEMBER) && part.slice(MEMBER.length) <= on);
  return lasting ?? parts.filter((part) => isOpen(part.slice(0, part.indexOf('=')), on)).join(' ');
}

function isOpen(to: CalendarDate | '', on: CalendarDate): boolean {
  return to === '' || to > on;
}

const known = new WeakMap<RegisterRow, string>();

function fingerprint(row: RegisterRow): string {
  const found = known.get(row) ?? hashOf(row).slice(0, DIGITS);
  known.set(row, found);
  return found;
}
