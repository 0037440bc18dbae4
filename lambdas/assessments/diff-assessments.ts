import * as z from 'zod';
import { detail } from '../../domain/facts/detail.ts';
import { diffAssessments as diff, FactChanges } from '../../domain/facts/diff-assessments.ts';
import { findFacts } from '../runtime/find-facts.ts';
import { operation } from '../runtime/operation.ts';
import { Problem } from '../runtime/problem.ts';
import { IMMUTABLE, ok } from '../runtime/reply.ts';
import { findRevisionStatus, RevisionNumber, RevisionParams } from './find-revision.ts';

const Diff = z
  .strictObject({
    platform: z.string().meta({ example: 'tiktok' }),
    from: z.int().meta({ example: 1 }),
    to: z.int().meta({ example: 2 }),
    facts: FactChanges,
  })
  .meta({ id: 'AssessmentDiff', description: 'What changed between two revisions, fact by fact.' });

export const diffAssessments = operation({
  params: RevisionParams,
  query: z.strictObject({ from: RevisionNumber.meta({ description: 'The revision to compare with.', example: 1 }) }),
  reply: { 200: Diff },
  find: findRevisionStatus,
  etag: ({ platform, revision }, { from }) => `${platform}-${from}-${revision}`,
  async run({ params: { platform, revision }, query, found }, deps) {
    const other = await deps.store.findStatus(platform, query.from);
    const [from, to] = await Promise.all([other && findFacts(platform, other, deps), findFacts(platform, found, deps)]);
    if (!from || !to) throw new Problem('not-found', detail('no-revision', { platform, revision: query.from }));
    return ok({ platform, from: query.from, to: revision, facts: diff(from.assessment, to.assessment) }, IMMUTABLE);
  },
});
