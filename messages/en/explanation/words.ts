import { format } from '../format.ts';
import { places } from '../places.ts';

type List = readonly string[];

/** A path as its sentences name it: what it reaches, from where and through whom. */
export type PathInWords = { readonly mode: string; readonly data: string; readonly countries: List; readonly parties: List };

const MODES: Readonly<Record<string, string>> = {
  storage: 'storage',
  'remote-access': 'staff access',
  control: 'control',
  subprocessor: 'subprocessors',
  'client-code': 'client code',
};

/** How a path of a mode is said to reach data: a data class follows. */
const REACHES: Readonly<Record<string, string>> = {
  storage: 'storage of',
  'remote-access': 'staff access to',
  control: 'control over',
  subprocessor: 'subprocessors with',
  'client-code': 'client code with',
};

const DATA: Readonly<Record<string, string>> = { public: 'public data', account: 'account data' };

const INCIDENTS: Readonly<Record<string, string>> = {
  'policy-breach': 'a breach of a policy',
  'unauthorised-access': 'access without authority',
  misuse: 'misuse',
  'false-assurance': 'a false assurance',
  'unlawful-transfer': 'an unlawful transfer',
  'state-access': 'access by a state',
};

/** What is claimed of a path: a safeguard, a tool of transfer, its end. */
const CLAIMS: Readonly<Record<string, string>> = {
  'end-to-end-encryption': 'end-to-end encryption',
  'eu-held-keys': 'keys held in the EU',
  'split-processing': 'split processing',
  'eu-trustee': 'a trustee in the EU',
  'reproducible-client': 'a reproducible client',
  'access-gateway': 'a gateway for access',
  'access-logging': 'logging of access',
  'least-privilege': 'least privilege',
  'challenge-orders': 'the challenge of orders',
  'transparency-report': 'a transparency report',
  dpf: 'the Data Privacy Framework',
  'privacy-shield': 'the Privacy Shield',
  pipeda: 'PIPEDA',
  scc: 'a set of standard contractual clauses',
  bcr: 'a set of binding corporate rules',
  consent: 'consent',
  other: 'another ground',
  ended: 'its end',
};

const ACTS: Readonly<Record<string, string>> = {
  'remove-path': 'without',
  'remove-safeguard': 'without',
  'remove-incident': 'without',
  'prove-list': 'with proof of',
  'prove-safeguard': 'with proof of',
  'prove-transfer': 'with proof of',
  'prove-end': 'with proof of',
  'name-country': 'with a named country for',
  refresh: 'with fresh evidence on',
};

/** A code that has no words of its own is its own word. */
const wordIn = (words: Readonly<Record<string, string>>) => (code: string) => words[code] ?? code;
export const modeOf = wordIn(MODES);
export const dataOf = wordIn(DATA);
export const incidentOf = wordIn(INCIDENTS);
export const claimOf = wordIn(CLAIMS);
export const actOf = wordIn(ACTS);

export const modesOf = (modes: List) => format.and(modes.map(modeOf));
export const countriesOf = (codes: List) => format.and(codes.map(places.the));
export const inside = (parties: List) => (parties.length === 0 ? '' : ` (${format.and(parties)})`);

export const pathOf = ({ mode, data, countries, parties }: PathInWords) =>
  `${REACHES[mode] ?? mode} ${dataOf(data)} in ${countriesOf(countries)}${inside(parties)}`;

/** Points with their sign, to the tenth where they have one. */
export const signed = (points: number) => (points > 0 ? `+${points}` : points < 0 ? `−${-points}` : '0');

const DAYS_IN_YEAR = 365;
export const ageOf = (days: number) => {
  if (days >= DAYS_IN_YEAR) return `${(days / DAYS_IN_YEAR).toFixed(1)} years`;
  return format.plural(days, { one: '1 day', other: `${days} days` });
};
