import { byMode, DATA_CLASSES, type Mode, TECHNICAL_SAFEGUARDS, type TechnicalSafeguard } from '../domain/facts/vocabulary.ts';
import type { Method } from '../domain/score/method.ts';

/** Turns one weight by a factor of its own. */
export type Wobble = (weight: number) => number;

type Table<Key extends string | number> = Readonly<Record<Key, number>>;

const share = (value: number) => Math.min(1, value);

function eachFigure<Key extends string | number>(table: Table<Key>, turn: Wobble): Record<Key, number> {
  return Object.fromEntries(Object.entries<number>(table).map(([key, weight]) => [key, turn(weight)])) as Record<Key, number>;
}

function eachShare<Key extends string | number>(table: Table<Key>, wobble: Wobble): Record<Key, number> {
  return eachFigure(table, (weight) => share(wobble(weight)));
}

function eachMode(method: Method, turn: (row: ModeRow) => Partial<ModeRow>): Method['modes'] {
  return byMode((mode) => ({ ...method.modes[mode], ...turn(method.modes[mode]) }));
}
type ModeRow = Method['modes'][Mode];

/** As each share, but an order that is the meaning of the table (A before B, metadata before content) stays what it was. */
function inOrder<Key extends string | number>(table: Table<Key>, wobble: Wobble, keys: readonly NoInfer<Key>[]): Record<Key, number> {
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
export const WEIGHT_GROUPS: Readonly<Record<string, (method: Method, wobble: Wobble) => Partial<Method>>> = {
  'reliability of sources': ({ reliability }, wobble) => ({ reliability: inOrder(reliability, wobble, ['A', 'B', 'C', 'D', 'E']) }),
  'credibility of items': ({ credibility }, wobble) => ({ credibility: inOrder(credibility, wobble, [1, 2, 3, 4, 5]) }),
  'caps on own statements': ({ massCap }, wobble) => ({
    massCap: { ...inOrder(massCap, wobble, ['platform', 'platform-accountable']), 'third-party': massCap['third-party'] },
  }),
  'half-lives of evidence': (method, wobble) => ({
    modes: eachMode(method, ({ halfLifeDays }) => ({ halfLifeDays: wobble(halfLifeDays) })),
    halfLifeDays: eachFigure(method.halfLifeDays, wobble),
    evidenceGraceDays: wobble(method.evidenceGraceDays),
    attestationDays: wobble(method.attestationDays),
  }),
  'burden of proof': ({ uncertainShare, reservation }, wobble) => ({
    uncertainShare: wobble(uncertainShare),
    reservation: eachShare(reservation, wobble),
  }),
  'users elsewhere': ({ otherUsersCredibility }, wobble) => ({ otherUsersCredibility: wobble(otherUsersCredibility) }),
  'bar of admission': ({ admissionPercent }, wobble) => ({ admissionPercent: wobble(admissionPercent) }),
  'powers of compulsion': ({ compulsion }, wobble) => ({ compulsion: summingToOne(compulsion, wobble) }),
  'hazard of a jurisdiction': ({ hazard, unreadItem, unregistered, unnamed }, wobble) => {
    const unnamedHazard = wobble(unnamed.hazard[1]);
    return {
      hazard: eachShare(hazard, wobble),
      unreadItem: wobble(unreadItem),
      unregistered: { ...unregistered, hazard: [0, wobble(unregistered.hazard[1]), 1] },
      unnamed: { ...unnamed, hazard: [0, unnamedHazard, unnamedHazard] },
    };
  },
  'credit for transfers': ({ adequacyCredit, contractCredit }, wobble) => ({
    adequacyCredit: wobble(adequacyCredit),
    contractCredit: wobble(contractCredit),
  }),
  'modes of reach': (method, wobble) => ({ modes: eachMode(method, ({ weight }) => ({ weight: share(wobble(weight)) })) }),
  'stakes of control': ({ stake }, wobble) => ({ stake: inOrder(stake, wobble, ['sole', 'blocking', 'minority']) }),
  'classes of data': ({ data }, wobble) => ({ data: inOrder(data, wobble, DATA_CLASSES) }),
  'technical safeguards': ({ technical }, wobble) => ({
    technical: Object.fromEntries(TECHNICAL_SAFEGUARDS.map((kind) => [kind, eachShare(technical[kind], wobble)])) as Record<
      TechnicalSafeguard,
      Record<Mode, number>
    >,
  }),
  'organisational safeguards': ({ organisational, organisationalLimit, paperDiscount }, wobble) => ({
    organisational: eachShare(organisational, wobble),
    organisationalLimit: wobble(organisationalLimit),
    paperDiscount: share(wobble(paperDiscount)),
  }),
  'further jurisdictions': ({ spread }, wobble) => ({ spread: wobble(spread) }),
  incidents: ({ incidentSeverity, incidentExtent, incidentHalfLifeDays, incidentWeight, stateAccessFloor }, wobble) => ({
    incidentSeverity: eachShare(incidentSeverity, wobble),
    incidentExtent: inOrder(incidentExtent, wobble, ['few', 'some', 'many']),
    incidentHalfLifeDays: wobble(incidentHalfLifeDays),
    incidentWeight: wobble(incidentWeight),
    stateAccessFloor: share(wobble(stateAccessFloor)),
  }),
};

/** The method with the weights of these groups turned, each by a factor of its own. */
export function turnGroups(method: Method, groups: readonly string[], wobble: Wobble): Method {
  let turned = method;
  for (const group of groups) turned = { ...turned, ...WEIGHT_GROUPS[group]?.(turned, wobble) };
  return turned;
}
