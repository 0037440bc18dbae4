import type { Assessment, Path } from '../../domain/facts/assessment.ts';
import type { Evidence, Source } from '../../domain/facts/evidence.ts';
import type { Mode } from '../../domain/facts/vocabulary.ts';
import type { Register, RegisterRow } from '../../domain/score/register.ts';
import {
  CREDIBILITY,
  DATA,
  EXTENT,
  HALF_LIFE,
  MODE,
  ORGANISATIONAL,
  RELIABILITY,
  SEVERITY,
  STAKE,
  TECHNICAL,
  type Weights,
} from './plain-weights.ts';

// Sections 2 to 6 of the method, written down a second time from its text alone: slow, without a shared line, to hold the product's core against.

type Facts = Pick<Assessment, 'sources' | 'paths' | 'incidents' | 'complete' | 'clearText'>;
type Claim = { readonly evidence: readonly Evidence[] };
type Triple = [low: number, point: number, high: number];

const STORAGE: readonly Mode[] = ['storage', 'subprocessor'];
const ACCESS: readonly Mode[] = ['remote-access', 'control', 'client-code'];

const weightOf = (weights: Weights | undefined, name: string): number => {
  const found = weights?.[name];
  if (found === undefined) throw new Error(`no weight for ${name}`);
  return found;
};
const daysFrom = (from: string, to: string): number => (Date.parse(to) - Date.parse(from)) / 86_400_000;
const plusDays = (day: string, count: number): string => new Date(Date.parse(day) + count * 86_400_000).toISOString().slice(0, 10);
const latest = (x: string, y: string): string => (x > y ? x : y);
const clean = (scaled: number): number => Math.round(scaled * 1e9) / 1e9;
const tenths = (share: number): number => Math.floor(clean(1000 * share) + 0.5);
const holds = (day: string, from: string | null, to: string | null): boolean => (from === null || from <= day) && (to === null || day < to);
const lost = (shares: readonly number[]): number => 1 - [...shares].sort((x, y) => y - x).reduce((left, share) => left * (1 - share), 1);
const columns = (of: (column: 0 | 1 | 2) => number): Triple => [of(0), of(1), of(2)];
const largest = (values: readonly number[]): number => Math.max(0, ...values);

/** Combines the exposures of jurisdictions: the strongest counts in full, the others a quarter of what is left. */
function combine(exposures: readonly number[]): number {
  const [first = 0, ...others] = [...exposures].sort((x, y) => y - x);
  return first + 0.25 * (1 - first) * lost(others);
}

/** Scores the facts as they stood on a day, by what could be known by another. */
export function scorePlainly(facts: Facts, register: Register, asOf: string, knownBy: string) {
  const originOf = (id: string, seen: readonly string[] = []): string => {
    const source = facts.sources[id];
    if (source === undefined) return id;
    if (source.statementBy === 'platform' || source.statementBy === 'platform-accountable') return 'the platform itself';
    if (seen.includes(id)) return seen.slice(seen.indexOf(id)).sort()[0] as string;
    return source.origin === undefined || source.origin === id ? id : originOf(source.origin, [...seen, id]);
  };

  // Section 2: from evidence to belief.
  const beliefIn = (claim: Claim, favourable: boolean, halfLife: number) => {
    const items = claim.evidence.filter(({ source: id, from, observed }) => {
      const source = facts.sources[id] as Source;
      return (from ?? observed) <= asOf && source.published <= knownBy && !(source.withdrawn && source.withdrawn.on <= knownBy);
    });
    const undecayed = (item: Evidence): number => {
      const source = facts.sources[item.source] as Source;
      const lowers = (item.stance === 'contradicts') !== favourable;
      const cap = !lowers ? 0.99 : source.statementBy === 'platform' ? 0.25 : source.statementBy === 'platform-accountable' ? 0.5 : 0.99;
      const credibility = Math.min(CREDIBILITY[item.credibility] as number, item.users === 'other' ? 0.6 : 1);
      return Math.min(cap, weightOf(RELIABILITY, source.reliability) * credibility);
    };
    const decayed = (item: Evidence): number => {
      const attested = item.validTo === undefined ? item.observed : [item.validTo, plusDays(item.observed, 400)].sort()[0];
      const fresh = latest(plusDays(item.observed, 90), attested as string);
      return undecayed(item) * 2 ** (-Math.max(0, daysFrom(fresh, asOf)) / halfLife);
    };
    const together = (stance: string, massOf: (item: Evidence) => number): number => {
      const strongest: Weights = {};
      for (const item of items.filter((one) => (one.stance ?? 'supports') === stance))
        strongest[originOf(item.source)] = Math.max(strongest[originOf(item.source)] ?? 0, massOf(item));
      return Math.min(0.9999, lost(Object.values(strongest)));
    };
    const [a, b] = [together('supports', decayed), together('contradicts', decayed)];
    const [a0, b0] = [together('supports', undecayed), together('contradicts', undecayed)];
    const r = largest(items.filter(({ stance }) => stance === 'reserves').map(undecayed));
    const T = (x: number, y: number): number => (x * (1 - y)) / (1 - x * y);
    const U = (x: number, y: number): number => ((1 - x) * (1 - y)) / (1 - x * y);
    const exists = items.some(({ stance }) => stance !== 'contradicts');
    const down = (share: number): number => Math.floor(clean(100 * share)) / 100;
    const up = (share: number): number => Math.ceil(clean(100 * share)) / 100;
    if (favourable) {
      const proven = down(T(a, b0));
      return { exists, admitted: exists, belief: [Math.max(proven, up(T(a, b) + U(a, b))), proven, proven] as Triple };
    }
    const low = down(T(a, b));
    const high = up(T(a0, b) + U(a0, b));
    const point = Math.floor(clean(100 * (T(a0, b) + (0.3 + 0.2 * r) * U(a0, b))) + 0.5) / 100;
    const admitted = exists && (T(a0, b0) >= 0.2 || 0.5 * r * (1 - b0) >= 0.2);
    return { exists, admitted, belief: [low, Math.min(high, Math.max(low, point)), high] as Triple };
  };
  const favourable = (claim: Claim | undefined, halfLife = 365): Triple => {
    const found = claim && beliefIn(claim, true, halfLife);
    return found?.exists ? found.belief : [0, 0, 0];
  };

  // Section 3: the hazard of a jurisdiction.
  const inEurope = (code: string, day: string): boolean =>
    code === 'EU' || register.euEea.some(({ country, from, to }) => country === code && holds(day, from, to));
  const rowOf = (code: string) => register.jurisdictions[code]?.rows.find(({ from, to }) => holds(asOf, from, to));
  const read = (row: RegisterRow, item: keyof NonNullable<RegisterRow['knownFrom']>): number | null => {
    const knownFrom = row.knownFrom?.[item];
    return knownFrom !== undefined && knownBy < knownFrom ? null : row[item];
  };
  const hazardOf = (code: string): { H: Triple; C: number } => {
    if (inEurope(code, asOf)) return { H: [0, 0, 0], C: 0 };
    const row = rowOf(code);
    if (code === 'ZZ') return { H: [0, 0.4, 0.4], C: 1 };
    if (row === undefined) return { H: [0, 0.4, 1], C: 1 };
    const ruleOfLaw = read(row, 'ruleOfLaw');
    const n = ruleOfLaw === null ? 0.5 : 1 - ruleOfLaw;
    const C = columns((column) => {
      const power = (item: Parameters<typeof read>[1]): number => read(row, item) ?? ([0, n, 1][column] as number);
      return (
        0.25 * power('dutyToAssist') +
        0.2 * power('bulkPower') +
        0.2 * power('reachAbroad') +
        0.15 * power('secrecy') +
        0.2 * power('noPriorAuthorisation')
      );
    });
    const H = columns((column) => {
      const guarantee = (item: Parameters<typeof read>[1]): number => read(row, item) ?? ([1, 1 - n, 0][column] as number);
      const [o, r, l] = [guarantee('oversight'), guarantee('redress'), guarantee('ruleOfLaw')];
      const i = 0.5 * guarantee('convention108') + 0.5 * guarantee('oecdDeclaration');
      const G = 0.5 * Math.min(o, r, l) + (0.5 * (o + r + l + i)) / 4;
      const V = read(row, 'offensiveCyberProgramme') ?? ([0, 0.5, 1][column] as number);
      return 1 - (1 - 0.8 * C[column] * (1 - 0.7 * G)) * (1 - 0.8 * V);
    });
    return { H, C: C[1] };
  };

  // Section 5, incidents: those of one kind on one day count once.
  const ages: Record<string, { kind: string; on: string; weights: Triple }> = {};
  for (const incident of facts.incidents ?? []) {
    const { admitted, belief } = beliefIn(incident, false, Number.POSITIVE_INFINITY);
    const { kind, on, jurisdiction, data = 'content', extent = 'many' } = incident;
    if (!admitted || on > asOf || (kind === 'state-access' && inEurope(jurisdiction ?? '', on))) continue;
    const before = ages[`${kind} ${on}`]?.weights ?? [0, 0, 0];
    const weights = columns((column) => Math.max(before[column], belief[column] * weightOf(DATA, data) * weightOf(EXTENT, extent)));
    ages[`${kind} ${on}`] = { kind, on, weights };
  }
  const faded = (on: string): number => 2 ** (-daysFrom(on, asOf) / 730);
  const I = columns((column) => lost(Object.values(ages).map(({ kind, on, weights }) => weightOf(SEVERITY, kind) * weights[column] * faded(on))));
  const floor = columns((column) =>
    largest(
      Object.values(ages)
        .filter(({ kind }) => kind === 'state-access')
        .map(({ on, weights }) => 0.8 * weights[column] * faded(on)),
    ),
  );

  // Section 4: the exposure of one path.
  const expose = (path: Path, jurisdiction: string) => {
    const { admitted, belief } = beliefIn(path, false, weightOf(HALF_LIFE, path.mode));
    const { H, C } = hazardOf(jurisdiction);
    const europe = inEurope(jurisdiction, asOf);
    const ended = path.ended && path.ended.on <= asOf ? favourable(path.ended, Number.POSITIVE_INFINITY) : [0, 0, 0];
    const row = jurisdiction === 'ZZ' ? undefined : rowOf(jurisdiction);
    const adequacy = row?.adequacy && holds(asOf, row.adequacy.from, row.adequacy.to) ? row.adequacy.scheme : 'none';
    const tool = path.transfer?.tool ?? 'none';
    const cover = favourable(path.transfer);
    const law = (column: 0 | 1 | 2): number => {
      if (europe) return 1;
      if (row?.bridge || adequacy === 'full') return 0.5;
      if (tool === adequacy && tool !== 'none') return 1 - 0.5 * cover[column];
      return tool === 'scc' || tool === 'bcr' ? 1 - 0.05 * (1 - C) * cover[column] : 1;
    };
    const operating = (path.safeguards ?? []).filter(({ status }) => status === 'operating');
    const believed = (kind: string, column: 0 | 1 | 2): number =>
      largest(operating.filter((safeguard) => safeguard.kind === kind).map((safeguard) => favourable(safeguard)[column]));
    const technical = (column: 0 | 1 | 2): number =>
      1 - lost(Object.keys(TECHNICAL).map((kind) => weightOf(TECHNICAL[kind], path.mode) * believed(kind, column)));
    const organisational = (column: 0 | 1 | 2): number => {
      const taken = lost(Object.keys(ORGANISATIONAL).map((kind) => weightOf(ORGANISATIONAL, kind) * believed(kind, column)));
      return 1 - Math.min(0.4, taken) * (1 - 0.8 * C) * (1 - I[column]);
    };
    const M = weightOf(MODE, path.mode) * (path.mode === 'control' ? weightOf(STAKE, path.stake ?? 'sole') : 1);
    const reach = typeof path.data === 'string' ? [path.data, path.data, path.data] : [path.data.low, path.data.point, path.data.high];
    const rest = columns(
      (column) =>
        belief[column] *
        (1 - (ended[column] as number)) *
        law(column) *
        M *
        weightOf(DATA, reach[column] as string) *
        technical(column) *
        organisational(column),
    );
    return { jurisdiction, mode: path.mode, admitted, europe, exposure: columns((column) => H[column] * rest[column]), unnamed: rest[2] };
  };
  const paths = facts.paths
    .flatMap((path) => (path.jurisdictions ?? [path.jurisdiction as string]).map((code) => expose(path, code)))
    .filter(({ admitted }) => admitted);

  // Section 5: putting paths together.
  const strongest = (some: typeof paths, column: 0 | 1 | 2): [string, number][] =>
    [...new Set(some.map(({ jurisdiction }) => jurisdiction))].map((code) => [
      code,
      largest(some.filter(({ jurisdiction }) => jurisdiction === code).map(({ exposure }) => exposure[column])),
    ]);
  const A = (some: typeof paths): Triple => columns((column) => combine(strongest(some, column).map(([, exposure]) => exposure)));
  const whole = A(paths);
  const withIncidents = columns((column) => whole[column] + 0.3 * (1 - whole[column]) * I[column]);
  const total = columns((column) => Math.max(withIncidents[column], floor[column]));
  const proven = (mode: Mode): number => favourable(facts.complete?.[mode])[1];
  const k = favourable(facts.clearText)[1];
  const residual = Math.min(1, facts.clearText ? weightOf(DATA, facts.clearText.residual) : 1);
  const openFor = (modes: readonly Mode[]): number =>
    tenths(
      combine([
        largest(modes.map((mode) => (1 - proven(mode)) * weightOf(MODE, mode) * (mode === 'client-code' ? 1 : 1 - k + residual * k))),
        largest(paths.filter(({ jurisdiction, mode }) => jurisdiction === 'ZZ' && modes.includes(mode)).map(({ unnamed }) => unnamed)),
      ]),
    ) / 10;
  const inModes = (modes: readonly Mode[]) => paths.filter(({ mode }) => modes.includes(mode));
  const hasProgramme = ({ jurisdiction }: { jurisdiction: string }): boolean => {
    const row = jurisdiction === 'ZZ' ? undefined : rowOf(jurisdiction);
    return row !== undefined && read(row, 'offensiveCyberProgramme') === 1;
  };
  const rounded = (triple: Triple) => ({ low: tenths(triple[0]) / 10, point: tenths(triple[1]) / 10, high: tenths(triple[2]) / 10 });

  // Section 6: bands, confidence, gate.
  const score = rounded(total);
  const open = { whole: openFor([...STORAGE, ...ACCESS]), storage: openFor(STORAGE), access: openFor(ACCESS) };
  const bandOf = (points: number): string =>
    points < 10 ? 'minimal' : points < 30 ? 'low' : points < 55 ? 'elevated' : points < 75 ? 'high' : 'severe';
  const some = (...modes: Mode[]): boolean => paths.some(({ mode }) => modes.includes(mode));
  const real = some('storage', 'remote-access', 'control');
  const lookedAtStorage = some('storage', 'subprocessor') || proven('storage') >= 0.5;
  const lookedAtAccess = some('remote-access', 'control') || proven('remote-access') >= 0.5 || proven('control') >= 0.5;
  const rated = real && (score.point >= 30 || (lookedAtStorage && lookedAtAccess));
  const width = clean(score.high - score.low);
  const gate = (): string => {
    if (rated && score.point >= 55) return 'restrict';
    if (real && score.high >= 75) return 'precaution';
    if (rated && score.high < 30) return open.whole < 30 ? 'allow' : 'unproven';
    return 'review';
  };
  return {
    score,
    parts: { storage: rounded(A(inModes(STORAGE))), access: rounded(A(inModes(ACCESS))) },
    ways: { programme: rounded(A(paths.filter(hasProgramme))), law: rounded(A(paths.filter((path) => !hasProgramme(path)))) },
    open,
    band: rated ? bandOf(score.point) : 'unrated',
    bandRange: [bandOf(score.low), bandOf(score.high)],
    confidence: !rated ? 'none' : width < 15 ? 'high' : width < 35 ? 'moderate' : width < 60 ? 'low' : 'very-low',
    gate: gate(),
    contributions: waterfall(strongest(paths, 1), withIncidents[1] - whole[1], total[1] - withIncidents[1], tenths(total[1])),
  };
}

/** Section 8.1: what each adds to the point, in tenths by the largest remainder. */
function waterfall(exposures: [string, number][], incidents: number, floor: number, total: number): { of: string; points: number }[] {
  const falling = exposures.filter(([, exposure]) => exposure > 0).sort(([a, x], [b, y]) => clean(y) - clean(x) || (a < b ? -1 : 1));
  const step = (place: number): number => combine(falling.slice(0, place + 1).map(([, e]) => e)) - combine(falling.slice(0, place).map(([, e]) => e));
  const shares: [string, number][] = falling.map(([of, exposure]) => {
    const equals = falling.map(([, other], place) => ({ other, place })).filter(({ other }) => clean(other) === clean(exposure));
    return [of, equals.reduce((sum, { place }) => sum + step(place), 0) / equals.length];
  });
  if (incidents > 0) shares.push(['incidents', incidents]);
  if (floor > 0) shares.push(['floor', floor]);
  const whole = shares.map(([of, share]) => ({ of, tenths: Math.floor(clean(1000 * share)), rest: clean(clean(1000 * share) % 1) }));
  let left = total - whole.reduce((sum, { tenths: own }) => sum + own, 0);
  for (const entry of [...whole].sort((x, y) => y.rest - x.rest || (x.of < y.of ? -1 : 1))) if (left-- > 0) entry.tenths += 1;
  return whole.map(({ of, tenths: own }) => ({ of, points: own / 10 }));
}
