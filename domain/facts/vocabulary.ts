/** The words that an assessment is written in: the method gives them their weights. */
export const MODES = ['storage', 'remote-access', 'control', 'subprocessor', 'client-code'] as const;
export type Mode = (typeof MODES)[number];

/** A value for each mode. */
export function byMode<T>(of: (mode: Mode) => T): Record<Mode, T> {
  return Object.fromEntries(MODES.map((mode) => [mode, of(mode)])) as Record<Mode, T>;
}

/** Data classes from the least to the most telling; the order is the meaning. */
export const DATA_CLASSES = ['public', 'account', 'metadata', 'behaviour', 'content'] as const;
export type DataClass = (typeof DATA_CLASSES)[number];

export const STAKES = ['sole', 'blocking', 'minority'] as const;
export type Stake = (typeof STAKES)[number];

export const TRANSFER_TOOLS = ['dpf', 'privacy-shield', 'pipeda', 'scc', 'bcr', 'consent', 'other'] as const;
export type TransferTool = (typeof TRANSFER_TOOLS)[number];

export const TECHNICAL_SAFEGUARDS = [
  'end-to-end-encryption',
  'eu-held-keys',
  'pseudonymisation',
  'split-processing',
  'eu-trustee',
  'reproducible-client',
] as const;
export type TechnicalSafeguard = (typeof TECHNICAL_SAFEGUARDS)[number];

export const ORGANISATIONAL_SAFEGUARDS = ['access-gateway', 'access-logging', 'least-privilege', 'challenge-orders', 'transparency-report'] as const;
export type OrganisationalSafeguard = (typeof ORGANISATIONAL_SAFEGUARDS)[number];

export const SAFEGUARDS = [...TECHNICAL_SAFEGUARDS, ...ORGANISATIONAL_SAFEGUARDS] as const;
export type Safeguard = (typeof SAFEGUARDS)[number];

export const INCIDENT_KINDS = ['policy-breach', 'unauthorised-access', 'misuse', 'false-assurance', 'unlawful-transfer', 'state-access'] as const;
export type IncidentKind = (typeof INCIDENT_KINDS)[number];

/** How many people an incident reached: under 100, under 100,000, or more. */
export const EXTENTS = ['few', 'some', 'many'] as const;
export type Extent = (typeof EXTENTS)[number];
