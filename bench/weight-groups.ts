import { DATA_CLASSES } from '../domain/facts/vocabulary.ts';
import type { Method } from './open-method.ts';

/** Turns one weight by a factor of its own. */
export type Wobble = (weight: number) => number;

type Table<Key extends string | number> = Readonly<Record<Key, number>>;

const share = (value: number) => Math.min(1, value);

function eachShare<Key extends string | number>(table: Table<Key>, wobble: Wobble): Record<Key, number> {
  return Object.fromEntries(Object.entries<number>(table).map(([key, weight]) => [key, share(wobble(weight))])) as Record<Key, number>;
}

/** As each share, but an order that is the meaning of the table (A before B, metadata before content) stays what it was. */
function inOrder<Key extends string | number>(table: Table<Key>, wobble: Wobble, keys: readonly Key[]): Record<Key, number> {
  const turned = eachShare(table, wobble);
  const rank = (key: Key) => keys.filter((other) => table[other] < table[key]).length;
  const rising = keys.map((key) => turned[key]).sort((x, y) => x - y);
  for (const key of keys) turned[key] = rising[rank(key)] ?? turned[key];
  return turned;
}

function summingToOne<Key extends string>(table: Table<Key>, wobble: Wobble): Record<Key, number> {
  const turned = Object.entries<number>(table).map(([key, weight]) => [key, wobble(weight)] as const);
  const sum = turned.reduce((total, [, weight]) => total + weight, 0);
  return Object.fromEntries(turned.map(([key, weight]) => [key, weight / sum])) as Record<Key, number>;
}

/** The weights of the method that are judgements, by what they are about: what each is when its group is turned. */
export const WEIGHT_GROUPS: Readonly<Record<string, (method: Method, wobble: Wobble) => Partial<Record<keyof Method, unknown>>>> = {
  'reliability of sources': ({ RELIABILITY }, wobble) => ({ RELIABILITY: inOrder(RELIABILITY, wobble, ['A', 'B', 'C', 'D', 'E']) }),
  'credibility of items': ({ CREDIBILITY }, wobble) => ({ CREDIBILITY: inOrder(CREDIBILITY, wobble, [1, 2, 3, 4, 5]) }),
  'caps on own statements': ({ MASS_CAP }, wobble) => ({
    MASS_CAP: { ...inOrder(MASS_CAP, wobble, ['platform', 'platform-accountable']), 'third-party': MASS_CAP['third-party'] },
  }),
  'half-lives of evidence': ({ HALF_LIFE_DAYS, GRACE_DAYS }, wobble) => ({
    HALF_LIFE_DAYS: Object.fromEntries(Object.entries(HALF_LIFE_DAYS).map(([kind, days]) => [kind, wobble(days)])),
    GRACE_DAYS: wobble(GRACE_DAYS),
  }),
  'burden of proof': ({ UNCERTAIN_SHARE }, wobble) => ({ UNCERTAIN_SHARE: wobble(UNCERTAIN_SHARE) }),
  'bar of admission': ({ ADMISSION_PERCENT }, wobble) => ({ ADMISSION_PERCENT: wobble(ADMISSION_PERCENT) }),
  'powers of compulsion': ({ COMPULSION_WEIGHTS }, wobble) => ({ COMPULSION_WEIGHTS: summingToOne(COMPULSION_WEIGHTS, wobble) }),
  'hazard of a jurisdiction': ({ HAZARD_WEIGHTS, UNREGISTERED }, wobble) => ({
    HAZARD_WEIGHTS: eachShare(HAZARD_WEIGHTS, wobble),
    UNREGISTERED: { ...UNREGISTERED, hazard: [0, wobble(UNREGISTERED.hazard[1]), 1] },
  }),
  'credit for transfers': ({ ADEQUACY_CREDIT, CONTRACT_CREDIT }, wobble) => ({
    ADEQUACY_CREDIT: wobble(ADEQUACY_CREDIT),
    CONTRACT_CREDIT: wobble(CONTRACT_CREDIT),
  }),
  'modes of reach': ({ MODE_WEIGHT }, wobble) => ({ MODE_WEIGHT: eachShare(MODE_WEIGHT, wobble) }),
  'stakes of control': ({ STAKE_WEIGHT }, wobble) => ({ STAKE_WEIGHT: inOrder(STAKE_WEIGHT, wobble, ['sole', 'blocking', 'minority']) }),
  'classes of data': ({ DATA_WEIGHT }, wobble) => ({ DATA_WEIGHT: inOrder(DATA_WEIGHT, wobble, DATA_CLASSES) }),
  'technical safeguards': ({ TECHNICAL_EFFECT }, wobble) => ({
    TECHNICAL_EFFECT: Object.fromEntries(Object.entries(TECHNICAL_EFFECT).map(([kind, effects]) => [kind, eachShare(effects, wobble)])),
  }),
  'organisational safeguards': ({ ORGANISATIONAL_EFFECT, ORGANISATIONAL_LIMIT, PAPER_DISCOUNT }, wobble) => ({
    ORGANISATIONAL_EFFECT: eachShare(ORGANISATIONAL_EFFECT, wobble),
    ORGANISATIONAL_LIMIT: wobble(ORGANISATIONAL_LIMIT),
    PAPER_DISCOUNT: share(wobble(PAPER_DISCOUNT)),
  }),
  'further jurisdictions': ({ SPREAD_WEIGHT }, wobble) => ({ SPREAD_WEIGHT: wobble(SPREAD_WEIGHT) }),
  incidents: ({ INCIDENT_SEVERITY, INCIDENT_HALF_LIFE_DAYS, INCIDENT_WEIGHT, STATE_ACCESS_FLOOR }, wobble) => ({
    INCIDENT_SEVERITY: eachShare(INCIDENT_SEVERITY, wobble),
    INCIDENT_HALF_LIFE_DAYS: wobble(INCIDENT_HALF_LIFE_DAYS),
    INCIDENT_WEIGHT: wobble(INCIDENT_WEIGHT),
    STATE_ACCESS_FLOOR: share(wobble(STATE_ACCESS_FLOOR)),
  }),
  'unknown paths': ({ UNKNOWN_PATH }, wobble) => ({ UNKNOWN_PATH: { ...eachShare(UNKNOWN_PATH, wobble), dataAtHigh: UNKNOWN_PATH.dataAtHigh } }),
};
