import * as z from 'zod';
import { detail } from '../../domain/facts/detail.ts';
import { fault } from '../../domain/facts/fault.ts';
import { type ProblemSlug, problems } from '../problems.ts';
import { operation } from '../runtime/operation.ts';
import { Problem } from '../runtime/problem.ts';
import { ok } from '../runtime/reply.ts';

const KnownProblem = z
  .strictObject({
    type: z.string().meta({ example: '/v1/problems/self-approval' }),
    status: z.int().meta({ example: 403 }),
    title: z.string().meta({ example: 'No author judges their own work' }),
    means: z.string().meta({ example: 'The verdict must come from somebody other than the author.' }),
  })
  .meta({ id: 'KnownProblem', description: 'What a problem type means.' });

export const getProblem = operation({
  params: z.strictObject({
    slug: z
      .string()
      .regex(/^[a-z-]{1,80}$/, fault('not-a-problem-type'))
      .meta({ description: 'The last part of a problem’s type.', example: 'self-approval' }),
  }),
  reply: { 200: KnownProblem },
  run({ params: { slug } }) {
    if (!Object.hasOwn(problems, slug)) throw new Problem('not-found', detail('no-problem-type'));
    return ok({ type: `/v1/problems/${slug}`, ...problems[slug as ProblemSlug] }, { 'cache-control': 'public, max-age=86400' });
  },
});
