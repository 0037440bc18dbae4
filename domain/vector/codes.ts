import { byMode, type Extent, type IncidentKind, type Mode, type Safeguard, type Stake } from '../facts/vocabulary.ts';
import type { Method } from '../score/method.ts';

/** The first field of a vector, `EXS:2.0`. */
export function vectorVersionOf({ version }: Method): string {
  return version.replace(' ', ':');
}

/** The letter of each mode. */
export function modeLetters({ modes }: Method): Record<Mode, string> {
  return byMode((mode) => modes[mode].letter);
}

export const STAKE_DIGIT = { sole: '3', blocking: '2', minority: '1' } as const satisfies Record<Stake, string>;

export const SAFEGUARD_CODE = {
  'end-to-end-encryption': 'EE',
  'eu-held-keys': 'EK',
  pseudonymisation: 'PS',
  'split-processing': 'SP',
  'eu-trustee': 'TR',
  'reproducible-client': 'RC',
  'access-gateway': 'GW',
  'access-logging': 'LG',
  'least-privilege': 'LP',
  'challenge-orders': 'CO',
  'transparency-report': 'TP',
} as const satisfies Record<Safeguard, string>;

export const INCIDENT_CODE = {
  'policy-breach': 'PB',
  'unauthorised-access': 'UA',
  misuse: 'MI',
  'false-assurance': 'FA',
  'unlawful-transfer': 'UT',
  'state-access': 'SA',
} as const satisfies Record<IncidentKind, string>;

export const EXTENT_LETTER = { few: 'f', some: 's', many: 'm' } as const satisfies Record<Extent, string>;
