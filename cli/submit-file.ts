import type { components } from '../docs/api-types.ts';
import type { Assessment } from '../domain/facts/assessment.ts';
import { hashOf } from '../domain/facts/hash.ts';
import { lastOf } from '../domain/record/time-line.ts';
import type { Register } from '../domain/score/register.ts';
import { scoreAssessment } from '../domain/score/score.ts';
import type { Api } from './api.ts';
import { today } from './command.ts';
import { BadInput } from './failure.ts';
import type { Submission } from './find-files.ts';
import type { Io } from './io.ts';
import { readAll } from './pages.ts';
import type { Effect } from './print/effect.ts';
import { readAssessment } from './read-assessment.ts';
import { readProfile } from './read-profile.ts';
import { readRegister } from './read-register.ts';
import { Refusal, take } from './refusal.ts';

type Revision = components['schemas']['Revision'];
type Content = components['schemas']['Assessment'];

export type Outcome = {
  readonly file: string;
  readonly platform: string;
  /** submitted: now; would submit: in a dry run; known: exactly this stands or waits; ended: exactly this was rejected or withdrawn; held: another revision of its day waits; refused, bad: by the service, or for what is in the file. */
  readonly outcome: 'submitted' | 'would submit' | 'known' | 'ended' | 'held' | 'refused' | 'bad';
  /** The day that its facts are of. */
  readonly asOf?: string;
  readonly revision?: number;
  readonly hash?: string;
  /** Its score on that day, by what is known today: point, band and gate. */
  readonly onItsDay?: string;
  readonly effect?: Effect;
  readonly lines?: readonly string[];
};

type How = {
  readonly io: Io;
  /** Once more what was rejected or withdrawn. */
  readonly isAgain: boolean;
  /** Writes nothing, and says what it would do. */
  readonly isDry: boolean;
};

/**
 * Submits a file unless the service has it. A submission is recognised by its content: the idempotency key is made of its hash and
 * its platform (keys belong to a caller, not to a platform), and the revisions that are there are read first, so that a repeat,
 * today or next year, doubles nothing.
 */
export async function submitFile(api: Api, submission: Submission, { io, isAgain, isDry }: How): Promise<Outcome> {
  const { file, platform } = submission;
  try {
    const { assessment } = await readAssessment(file, io);
    const hash = hashOf(assessment);
    const about = { file, platform, asOf: assessment.asOf, hash, onItsDay: scoreOnItsDay(assessment) };
    const before = await findRevisions(api, submission, { io, isDry });
    const same = before.filter((one) => one.hash === hash);
    const standing = same.find(({ status, revision }) => status === 'submitted' || revision === findAnswering(before, assessment.asOf)?.revision);
    if (standing) return { ...about, outcome: 'known', revision: standing.revision, lines: [standing.status] };
    const ended = same.some(({ status }) => status === 'approved') ? undefined : same[0];
    if (ended && !isAgain) return { ...about, outcome: 'ended', revision: ended.revision, lines: [`${ended.status}; --again submits it again`] };
    const waits = before.find(({ status, asOf }) => status === 'submitted' && asOf === assessment.asOf);
    if (isDry && waits) return { ...about, outcome: 'held', lines: [`revision ${waits.revision} of ${waits.asOf} waits for its verdict`] };
    if (isDry) return { ...about, outcome: 'would submit' };
    const params = { path: { platform }, header: { 'Idempotency-Key': hashOf({ platform, hash, attempt: same.length }) } };
    // What the schema has let through is what the description asks for, but for fields that are there and undefined.
    const body = assessment as Content;
    const { revision, effect } = take(await api.POST('/v1/platforms/{platform}/assessments', { params, body }));
    return { ...about, outcome: 'submitted', revision: revision.revision, effect };
  } catch (error) {
    if (error instanceof BadInput) return { file, platform, outcome: 'bad', lines: error.lines };
    if (!(error instanceof Refusal)) throw error;
    if (error.slug === 'assessment-pending') return { file, platform, outcome: 'held', lines: [error.problem.detail ?? ''] };
    return { file, platform, outcome: 'refused', lines: error.lines };
  }
}

let register: Register | undefined;

/** What the file says of its own day, beside the score of today that its approval would publish. */
function scoreOnItsDay(assessment: Assessment): string {
  register ??= readRegister();
  const { score, band, gate } = scoreAssessment(assessment, register, { asOf: assessment.asOf, knownBy: today() });
  return `${band === 'unrated' ? band : `${(score[1] / 10).toFixed(1)} ${band}`}, ${gate}`;
}

/** Of those approved for a day the one approved last, which answers for it. */
function findAnswering(revisions: readonly Revision[], day: string): Revision | undefined {
  return lastOf(revisions.flatMap((one) => (one.status === 'approved' && one.asOf === day ? { ...one, approvedAt: one.decidedAt ?? '' } : [])));
}

/** Those of the platform, which is made from the profile beside the file where the service does not know it. */
async function findRevisions(api: Api, submission: Submission, { io, isDry }: Pick<How, 'io' | 'isDry'>): Promise<readonly Revision[]> {
  const path = { platform: submission.platform };
  try {
    return await readAll((query) => api.GET('/v1/platforms/{platform}/assessments', { params: { path, query } }));
  } catch (error) {
    if (!(error instanceof Refusal) || error.problem.status !== 404) throw error;
    await createPlatform(api, submission, { io, isDry });
    return [];
  }
}

async function createPlatform(api: Api, { platform, profile }: Submission, { io, isDry }: Pick<How, 'io' | 'isDry'>): Promise<void> {
  if (profile === undefined)
    throw new BadInput([
      `the service knows no platform ${platform}, and there is no platform.json beside the file that describes it: whereabouts new ${platform} writes one`,
    ]);
  const params = { path: { platform }, header: { 'If-None-Match': '*' as const } };
  const body = await readProfile(profile, io);
  if (!isDry) take(await api.PUT('/v1/platforms/{platform}', { params, body }));
}
