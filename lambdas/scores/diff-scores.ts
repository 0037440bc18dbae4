import * as z from 'zod';
import { diffLaw, LawChanges } from '../../domain/explain/diff-law.ts';
import { Moved } from '../../domain/explain/explanation-moved.ts';
import { explainMove } from '../../domain/explain/moved.ts';
import { Score } from '../../domain/explain/published-score.ts';
import { CalendarDate } from '../../domain/facts/date.ts';
import { diffAssessments, FactChanges } from '../../domain/facts/diff-assessments.ts';
import { expandPaths } from '../../domain/facts/expand-paths.ts';
import { toFault } from '../../domain/facts/fault.ts';
import { hashOf } from '../../domain/facts/hash.ts';
import type { Head } from '../../domain/record/head.ts';
import { CURRENT } from '../../domain/score/method.ts';
import { refuseFuture, today } from '../runtime/dates.ts';
import type { Deps } from '../runtime/deps.ts';
import { type AnsweringRevision, findAnswering, toAssessment } from '../runtime/find-answering.ts';
import { findPlatform, PlatformParams } from '../runtime/find-platform.ts';
import { operation } from '../runtime/operation.ts';
import { invalid } from '../runtime/problem.ts';
import { ok } from '../runtime/reply.ts';
import { computeScore } from './compute-score.ts';
import { firstScoreIdAfter } from './score-ids.ts';

const Side = z.strictObject({
  day: CalendarDate,
  score: Score.meta({ description: 'Computed for the day from the revision that answers for it, by what could be known on it.' }),
  published: z.string().nullable().meta({ description: 'The score that stood published at the end of the day; null when there was none.' }),
});

const ScoreDiff = z
  .strictObject({
    platform: z.string().meta({ example: 'tiktok' }),
    from: Side,
    to: Side,
    facts: FactChanges,
    law: LawChanges,
    moved: Moved.meta({ description: 'The causes of the difference, adding up to it.' }),
  })
  .meta({
    id: 'ScoreDiff',
    description: 'Facts, law and score of two days side by side, each from the revision that answers for the day, whatever stood published then.',
  });

export const diffScores = operation({
  params: PlatformParams,
  query: z.strictObject({ from: CalendarDate.meta({ example: '2023-02-23' }), to: CalendarDate.meta({ example: '2026-11-22' }) }),
  reply: { 200: ScoreDiff },
  find: findPlatform,
  /** The head's version moves with everything that is published, so that a 304 costs the read of the head; none for days that are refused. */
  etag: ({ platform, version, published }, { from, to }, deps) =>
    published && from <= to && to <= today(deps)
      ? hashOf({ platform, version, from, to, register: deps.register.hash, method: CURRENT.version })
      : undefined,
  async run({ params: { platform }, query: { from, to }, found: head }, deps) {
    refuseFuture({ from, to }, deps);
    if (from > to) throw invalid([{ pointer: '/from', in: 'query', ...toFault('not-a-span', { from, to }) }]);
    const [before, after] = await Promise.all([standingOn(head, from, deps), standingOn(head, to, deps)]);
    const sideOf = ({ published, ...answering }: Standing, day: string) => ({
      day,
      published,
      score: { ...computeScore(answering.revision.assessment, { asOf: day, knownBy: day }, toAssessment(answering), false, deps), platform },
    });
    const inputsOf = ({ revision: { revision, assessment } }: Standing, day: string) => ({
      assessment,
      revision,
      asOf: day,
      knownBy: day,
      register: deps.register,
    });
    const paths = expandPaths([...before.revision.assessment.paths, ...after.revision.assessment.paths]);
    return ok({
      platform,
      from: sideOf(before, from),
      to: sideOf(after, to),
      facts: diffAssessments(before.revision.assessment, after.revision.assessment),
      law: diffLaw(deps.register, new Set(paths.map(({ jurisdiction }) => jurisdiction)), from, to, CURRENT),
      moved: explainMove(inputsOf(before, from), inputsOf(after, to)),
    });
  },
});

type Standing = AnsweringRevision & { readonly published: string | null };

/** The revision that answers for a day, and apart from it the score that stood published at its end. */
async function standingOn(head: Head, day: string, deps: Deps): Promise<Standing> {
  const [answering, stood] = await Promise.all([findAnswering(head, day, deps), deps.store.findPublishedAt(head.platform, firstScoreIdAfter(day))]);
  return { ...answering, published: stood?.id ?? null };
}
