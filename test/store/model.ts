import { toDate } from '../../domain/facts/date.ts';
import { hashOf } from '../../domain/facts/hash.ts';
import { type Open, toOpenPoints } from '../../domain/score/points.ts';
import type { Band, Gate } from '../../domain/score/rating.ts';
import { scoreAssessment } from '../../domain/score/score.ts';
import { register } from '../register.ts';
import { type Json, readExample } from '../started-service.ts';

/** A record of everything in plain objects, which does what the documents say and knows of no table. */
export type Model = {
  now: string;
  readonly platforms: Record<string, Kept>;
  /** First answers by caller and Idempotency-Key. */
  readonly answers: Record<string, { request: string; text: string; at: string }>;
};

export type Kept = {
  version: number;
  profile: Json;
  createdAt: string;
  changedAt: string;
  readonly revisions: Revision[];
  readonly published: Published[];
  /** `unknown` while the events about it are unread. */
  review: Review | 'unknown' | undefined;
  readonly closed: Json[];
  confirmedBy: string[];
  /** When the machine looks again. */
  lookAt: string;
  /** Which types of events were written since they were last read, as the source of a regular expression. */
  events: string;
};

export type Revision = {
  readonly facts: number;
  status: 'submitted' | 'approved' | 'rejected' | 'withdrawn';
  readonly submittedBy: string;
  readonly submittedAt: string;
  decidedBy?: string;
  decidedAt?: string;
  /** Its place among the approvals. */
  approval?: number;
};
type Review = { readonly id: string; reasons: Json[] };
type Published = { readonly id: string; readonly at: string; readonly revision: number } & Rated;
export type Rated = {
  readonly score: { low: number; point: number; high: number };
  readonly open: Open;
  readonly band: Band;
  readonly gate: Gate;
};

const START = '2026-09-01T09:00:00.000Z';
export const PLATFORMS = ['alpha', 'beta', 'gamma', 'delta'] as const;

/** What analysts submit: small files, some whose promises fall due, one that contradicts itself. */
export const FACTS: readonly Json[] = (() => {
  const signal = readExample('signal/2026-04-30.json');
  const contested = structuredClone(signal);
  contested.sources.other = { title: 'The contrary', publisher: 'Somebody else', published: '2026-04-01', reliability: 'A' };
  contested.paths[0].evidence = [
    { ...contested.paths[0].evidence[0], credibility: 2 },
    { source: 'other', credibility: 2, observed: '2026-04-01', stance: 'contradicts' },
  ];
  const promising = readExample('wechat/2023-02-23.json');
  promising.commitments = [
    { id: 'promise', summary: 'It moves.', announcedOn: '2023-01-01', dueOn: '2026-09-20', evidence: [promising.paths[0].evidence[0]] },
  ];
  return [signal, contested, promising, readExample('x/2023-02-23.json'), readExample('mastodon-eu/2023-02-23.json')];
})();
const HASHES = FACTS.map((facts) => hashOf(facts));
export const hashOfFacts = (facts: number): string => HASHES[facts] ?? '';

const rated = new Map<string, Rated>();
/** What the method says of the facts on a day. */
export function rate(facts: number, day: string): Rated {
  const name = `${facts} ${day}`;
  const known = rated.get(name);
  if (known) return known;
  const { score, open, band, gate } = scoreAssessment(FACTS[facts], register, { asOf: day, knownBy: day });
  const [low, point, high] = score.map((tenths) => tenths / 10) as [number, number, number];
  const fresh: Rated = { score: { low, point, high }, open: toOpenPoints(open), band, gate };
  rated.set(name, fresh);
  return fresh;
}

export const newModel = (): Model => ({ now: START, platforms: {}, answers: {} });
export const dayOf = ({ now }: Model): string => toDate(now);
export const asOfFacts = (facts: number): string => FACTS[facts].asOf;
/** The numbers of all that wait, oldest first. */
export const listPending = ({ revisions }: Pick<Kept, 'revisions'>): number[] =>
  revisions.flatMap(({ status }, i) => (status === 'submitted' ? i + 1 : []));

/** The number of the revision that answers for a day: written down as the documents say it, in another way than the service does it. */
export function answering({ revisions }: Pick<Kept, 'revisions'>, day: string): number | undefined {
  const approved = revisions.flatMap(({ facts, approval }, i) =>
    approval === undefined ? [] : [{ number: i + 1, asOf: asOfFacts(facts), approval }],
  );
  const days = [...new Set(approved.map(({ asOf }) => asOf))].sort();
  const chosen = days.findLast((asOf) => asOf <= day) ?? days[0];
  return approved.filter(({ asOf }) => asOf === chosen).sort((a, b) => b.approval - a.approval)[0]?.number;
}
export const currentOf = (kept: Pick<Kept, 'revisions'>): number | undefined => answering(kept, '9999-12-31');

/** What a reader sees of a revision. */
export function toView(platform: string, number: number, { facts, approval: _, ...revision }: Revision): Json {
  return { platform, revision: number, hash: hashOfFacts(facts), asOf: asOfFacts(facts), ...revision };
}

/** The first midnight after, and five minutes. */
export function nextLook(now: string): string {
  return new Date(Date.parse(`${now.slice(0, 10)}T00:05:00.000Z`) + 86_400_000).toISOString();
}
