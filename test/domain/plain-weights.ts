// The numbers of sections 2, 4 and 5 of the method, copied from its text.

export type Weights = Record<string, number>;

export const RELIABILITY: Weights = { A: 1, B: 0.85, C: 0.65, D: 0.35, E: 0.1, F: 0.4 };
export const CREDIBILITY = [0, 0.98, 0.85, 0.6, 0.3, 0.1, 0.4];
export const HALF_LIFE: Weights = { storage: 540, 'remote-access': 540, control: 1080, subprocessor: 540, 'client-code': 1080 };
export const MODE: Weights = { storage: 1, 'remote-access': 1, control: 0.85, subprocessor: 0.6, 'client-code': 0.45 };
export const STAKE: Weights = { sole: 1, blocking: 0.6, minority: 0.25 };
export const DATA: Weights = { public: 0.03, account: 0.12, metadata: 0.5, behaviour: 0.85, content: 1 };
export const EXTENT: Weights = { few: 0.1, some: 0.5, many: 1 };
export const SEVERITY: Weights = {
  'policy-breach': 0.2,
  'unauthorised-access': 0.4,
  misuse: 0.7,
  'false-assurance': 0.5,
  'unlawful-transfer': 0.5,
  'state-access': 0.9,
};
export const TECHNICAL: Record<string, Weights> = {
  'end-to-end-encryption': { storage: 0.97, 'remote-access': 0.97, control: 0.97, subprocessor: 0.97, 'client-code': 0 },
  'eu-held-keys': { storage: 0.9, 'remote-access': 0, control: 0.8, subprocessor: 0.9, 'client-code': 0 },
  pseudonymisation: { storage: 0.6, 'remote-access': 0.6, control: 0.4, subprocessor: 0.6, 'client-code': 0 },
  'split-processing': { storage: 0.5, 'remote-access': 0.5, control: 0.4, subprocessor: 0.5, 'client-code': 0 },
  'eu-trustee': { storage: 0, 'remote-access': 0, control: 0.6, subprocessor: 0.6, 'client-code': 0.6 },
  'reproducible-client': { storage: 0, 'remote-access': 0, control: 0, subprocessor: 0, 'client-code': 0.8 },
};
export const ORGANISATIONAL: Weights = {
  'access-gateway': 0.4,
  'access-logging': 0.2,
  'least-privilege': 0.15,
  'challenge-orders': 0.1,
  'transparency-report': 0.05,
};
