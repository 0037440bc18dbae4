import * as z from 'zod';
import { CalendarDate, toDayNumber } from '../../domain/facts/date.ts';
import { detail } from '../../domain/facts/detail.ts';
import { toFault } from '../../domain/facts/fault.ts';
import { hashOf } from '../../domain/facts/hash.ts';
import { exposureLine } from '../../domain/record/exposure-line.ts';
import { ExposureStep } from '../../domain/record/exposure-step.ts';
import { CURRENT } from '../../domain/score/method.ts';
import { refuseFuture, today } from '../runtime/dates.ts';
import { demandFacts } from '../runtime/demand-facts.ts';
import type { Deps } from '../runtime/deps.ts';
import { findPlatform, PlatformParams } from '../runtime/find-platform.ts';
import { operation } from '../runtime/operation.ts';
import { invalid, Problem } from '../runtime/problem.ts';
import { ok } from '../runtime/reply.ts';

/** The register's rows begin about then. */
const FIRST_DAY = '2018-01-01';
/** Each day is a score of its own. */
const MOST_DAYS = 7_305;

const Query = z.strictObject({
  from: CalendarDate.optional().meta({ description: `The first day (default: ${FIRST_DAY}).`, example: '2021-01-01' }),
  to: CalendarDate.optional().meta({ description: 'The last day (default: today); not in the future.', example: '2023-02-23' }),
  knownBy: CalendarDate.optional().meta({ description: 'By what could be known then (default: today); not in the future.', example: '2023-02-23' }),
});

const Exposure = z
  .strictObject({
    platform: z.string().meta({ example: 'tiktok' }),
    from: CalendarDate,
    to: CalendarDate,
    knownBy: CalendarDate,
    method: z.string().meta({ example: CURRENT.version }),
    register: z.strictObject({ version: z.string(), hash: z.string() }),
    steps: z.array(ExposureStep).meta({ description: 'Oldest first; the first is of the first day.' }),
  })
  .meta({
    id: 'Exposure',
    description:
      'Exposure by the facts of each day: from the revision that answers for it, the register and today’s method. What stood published then is another list.',
  });

export const getExposure = operation({
  params: PlatformParams,
  query: Query,
  reply: { 200: Exposure },
  find: findPlatform,
  etag: ({ platform, approved, approvals }, query, deps) =>
    approved &&
    hashOf({ platform, approved: approved.revision, approvals, ...toSpan(query, deps), register: deps.register.hash, method: CURRENT.version }),
  async run({ params: { platform }, query, found: { approved: current } }, deps) {
    const { store, register } = deps;
    const span = toSpan(query, deps);
    refuseFuture({ to: query.to, knownBy: query.knownBy }, deps);
    checkSpan(span);
    if (!current) throw new Problem('not-assessed', detail('not-assessed', { platform }));
    const approved = await store.listApproved(platform);
    const revisions = await store.listRevisions(platform, new Set(approved.map(({ revision }) => revision)));
    const hashes = new Map(approved.map((one) => [one.revision, one]));
    for (const revision of revisions) demandFacts(revision, hashes.get(revision.revision) ?? revision);
    const steps = exposureLine(approved, revisions, span, register);
    return ok({ platform, ...span, method: CURRENT.version, register: { version: register.version, hash: register.hash }, steps });
  },
});

function toSpan({ from = FIRST_DAY, to, knownBy }: z.infer<typeof Query>, deps: Deps) {
  return { from, to: to ?? today(deps), knownBy: knownBy ?? today(deps) };
}

function checkSpan({ from, to }: { readonly from: string; readonly to: string }): void {
  const days = toDayNumber(to) - toDayNumber(from) + 1;
  if (from > to) throw invalid([{ pointer: '/from', in: 'query', ...toFault('not-a-span', { from, to }) }]);
  if (days > MOST_DAYS) throw invalid([{ pointer: '/from', in: 'query', ...toFault('too-long', { days, from, to, most: MOST_DAYS }) }]);
}
