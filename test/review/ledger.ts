import assert from 'node:assert/strict';
import { toScore } from '../../domain/explain/published-score.ts';
import type { Assessment } from '../../domain/facts/assessment.ts';
import { addDays, toDayNumber } from '../../domain/facts/date.ts';
import { expandPaths } from '../../domain/facts/expand-paths.ts';
import type { RecordedEvent } from '../../domain/record/event.ts';
import type { Register } from '../../domain/score/register.ts';
import { scoreAssessment } from '../../domain/score/score.ts';
import type { Store } from '../../store/open-store.ts';
import type { Json } from '../started-service.ts';
import { findContested } from './contradiction.ts';
import { isTouched } from './other-register.ts';
import type { Tally } from './tally.ts';

export const DAYS: Readonly<Record<string, number>> = { unrated: 30, severe: 30, high: 60, elevated: 90, low: 180, minimal: 365 };
const EDGES: Readonly<Record<string, number>> = { minimal: 0, low: 10, elevated: 30, high: 55, severe: 75 };
const STEPS = [1, 7, 30];

export type World = {
  readonly store: Store;
  readonly registers: ReadonlyMap<string, Register>;
  /** Every file that was submitted, by platform and revision. */
  readonly files: ReadonlyMap<string, Assessment>;
  readonly tally: Tally;
};

/** What the events of one platform say, event by event: each is held against what came before, and against a score made afresh. */
export function openLedger(platform: string, { store, registers, files, tally }: World) {
  let figures: Json = null;
  let register = '';
  let announced: Json;
  let byTimeAlone = false;
  let review: { id: string; dueOn: string; step: number } | undefined;
  let facts: Assessment | undefined;
  let bandMoves = 0;
  let confirmations: string[] = [];
  let author = '';
  const raised = new Set<string>();
  const ever = new Set<string>();
  let renewed = { on: '', band: '' };
  const fail = (event: Pick<RecordedEvent, 'sequence' | 'at'>, words: string): never => {
    throw new Error(`${platform}, event ${event.sequence} of ${event.at}: ${words}`);
  };

  const acts: Record<string, (event: RecordedEvent, data: Json, day: string) => void | Promise<void>> = {
    'assessment.approved': (event, { revision }, day) => {
      facts = files.get(`${platform} ${revision}`) ?? fail(event, 'no submission has this hash');
      const standing = new Set(listStanding(facts, day));
      for (const key of raised) if (!standing.has(key)) raised.delete(key);
      confirmations = [];
    },
    'assessment.submitted': (event) => {
      author = event.by;
    },
    async 'score.published'(event, data, day) {
      assert.deepEqual(data.from, figures, `${platform}: the step does not begin where the last one ended`);
      const tenths = (points: number) => Math.round(points * 10);
      const sum = data.causes.reduce((total: number, { points }: Json) => total + tenths(points), 0);
      if (sum !== tenths(data.to.point) - tenths(figures?.point ?? 0)) fail(event, `the causes add up to ${sum} tenths: ${JSON.stringify(data)}`);
      const published = (await store.findPublished(platform, data.score))?.score ?? fail(event, 'its score is not there');
      if (event.by === 'whereabouts' && register === published.register.version && JSON.stringify(figures) === JSON.stringify(data.to))
        fail(event, 'it says nothing new');
      const law = registers.get(published.register.version) ?? fail(event, 'no register has its version');
      const { revision, hash } = published.assessment;
      const file = files.get(`${platform} ${revision}`) ?? fail(event, 'it rests on a file that was not submitted');
      const afresh = toScore(scoreAssessment(file, law, { asOf: day, knownBy: day }), {
        register: law,
        assessment: { revision: revision ?? 0, hash, asOf: file.asOf },
      });
      const { id: _, platform: __, computedAt: ___, dataAsOf: ____, freshUntil, ...stated } = published;
      assert.deepEqual(stated, afresh, `${platform}: the published score is not that of its day`);
      if (freshUntil === undefined) fail(event, 'it does not say how long it holds');
      tally.publish(event.by === 'whereabouts', figures === null, data.causes);
      figures = data.to;
      const touched = register !== '' && touchedBetween(register, published.register.version, day).length > 0;
      byTimeAlone = data.causes.every(({ kind }: Json) => kind === 'time' || (kind === 'register' && !touched));
      register = published.register.version;
      announced ??= { band: figures.band, gate: figures.gate };
      if (event.by !== 'whereabouts') renewed = { on: day, band: figures.band };
    },
    'score.band-changed': (event, data) => {
      assert.deepEqual(data.from, announced, `${platform}: the change begins elsewhere`);
      assert.deepEqual(data.to, { band: figures.band, gate: figures.gate });
      if (JSON.stringify(data.from) === JSON.stringify(data.to)) fail(event, 'nothing changed');
      if (byTimeAlone && !isClear(announced, figures)) fail(event, 'it did not wait');
      announced = data.to;
      if (event.by === 'whereabouts') bandMoves += 1;
      tally.count(event.by === 'whereabouts' ? 'band changes by themselves' : 'band changes by an approval');
    },
    'review.opened': (event, data, day) => {
      if (review) fail(event, 'a review is open already');
      if (data.dueOn > addDays(day, 7)) fail(event, 'it is due too late');
      review = { id: data.review, dueOn: data.dueOn, step: 0 };
      for (const reason of data.reasons) takeReason(event, reason, day);
      tally.count('reviews opened');
    },
    'review.reason-added': (event, data, day) => {
      if (review?.id !== data.review) fail(event, 'this review is not open');
      takeReason(event, data.reason, day);
    },
    'review.overdue': (event, data, day) => {
      if (!review || review.id !== data.review) return fail(event, 'this review is not open');
      const late = toDayNumber(day) - toDayNumber(data.dueOn);
      if (data.dueOn > review.dueOn) fail(event, 'the day was put off');
      if (data.days !== STEPS.findLast((step) => step <= late) || data.days <= review.step)
        fail(event, `step ${data.days} after ${review.step}, ${late} days late`);
      review.step = data.days;
      tally.count(`overdue by ${data.days} days or more, announced`);
    },
    'review.closed': (event, data, day) => {
      if (review?.id !== data.review) fail(event, 'this review is not open');
      review = undefined;
      tally.count(`reviews closed: ${data.outcome}`);
      if (data.outcome !== 'confirmed-unchanged') return;
      if (confirmations.slice(-2).every((by) => by === event.by) && confirmations.length > 1) fail(event, 'the same person a third time');
      confirmations.push(event.by);
      if (event.by === author) fail(event, 'by its author');
      renewed = { on: day, band: figures.band };
    },
  };

  function takeReason(event: RecordedEvent, { kind, text, data }: Json, day: string): void {
    tally.reason(kind);
    if (!text) fail(event, 'a reason without words');
    const once = (key: string) => {
      if (ever.has(key)) fail(event, `a second time for ${key}`);
      ever.add(key);
    };
    const standing = (key: string) => {
      if (raised.has(key) || !listStanding(facts, day).includes(key)) fail(event, `again, or for nothing: ${key}`);
      raised.add(key);
    };
    if (kind === 'interval') once(`interval ${data.dueOn}`);
    if (kind === 'conflict') standing(`conflict ${data.fact}`);
    if (kind === 'commitment-due') standing(`commitment ${data.commitment} ${data.dueOn}`);
    if (kind === 'band-changed') bandMoves -= 1;
    if (kind === 'register-changed') {
      once(`register ${data.to}`);
      assert.deepEqual([...data.jurisdictions].sort(), touchedBetween(data.from, data.to, day), `${platform}: other rows changed`);
    }
  }

  const touchedBetween = (from: string, to: string, day: string): string[] => {
    const [before, after] = [registers.get(from), registers.get(to)];
    if (!before || !after || !facts) return [];
    const codes = new Set(expandPaths(facts.paths).map(({ jurisdiction }) => jurisdiction));
    return [...codes].filter((code) => isTouched(before, after, code, day)).sort();
  };

  return {
    async take(event: RecordedEvent): Promise<void> {
      await acts[event.type]?.(event, event.data, event.at.slice(0, 10));
    },
    /** What must have been raised by the end of a night, and was not. */
    findMissed: (day: string): string[] => listStanding(facts, day).filter((key) => !raised.has(key)),
    /** Whether the register of that day was held against this file, and its review opened if it had to be. */
    hasNoted: (from: string, to: string, day: string): boolean => touchedBetween(from, to, day).length > 0 === ever.has(`register ${to}`),
    isTouched: (from: string, to: string, day: string): boolean => touchedBetween(from, to, day).length > 0,
    /** Whether a changed rating waits as it may, and every band that moved by itself has its review. */
    isAnnounced: (): boolean =>
      bandMoves === 0 &&
      (figures === null || (announced.band === figures.band && announced.gate === figures.gate) || (byTimeAlone && !isClear(announced, figures))),
    get state() {
      return { figures, review, renewed, facts };
    },
  };
}

/** Contradictions and overdue promises of a file on a day. */
function listStanding(facts: Assessment | undefined, day: string): string[] {
  if (!facts) return [];
  const promises = (facts.commitments ?? []).filter(({ dueOn, announcedOn }) => dueOn !== undefined && dueOn < day && announcedOn <= day);
  return [...findContested(facts, day).map((fact) => `conflict ${fact}`), ...promises.map(({ id, dueOn }) => `commitment ${id} ${dueOn}`)];
}

/** The rule `band-event-margin` of docs/method.md, said once more: two points past an edge that lies between; only `restrict` hangs on the point, and `unrated` does not. */
function isClear(before: Json, after: Json): boolean {
  if (before.band === 'unrated' || after.band === 'unrated') return true;
  if (before.gate !== after.gate && before.gate !== 'restrict' && after.gate !== 'restrict') return true;
  const [low, high] = [EDGES[before.band] ?? 0, EDGES[after.band] ?? 0].sort((a, b) => a - b) as [number, number];
  const between = Object.values(EDGES).filter((edge) => edge > low && edge <= high);
  return between.some((edge) => Math.abs(after.point - edge) >= 2);
}
