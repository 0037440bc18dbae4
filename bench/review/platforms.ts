import { addDays, toDate } from '../../domain/facts/date.ts';
import { hashOf } from '../../domain/facts/hash.ts';
import type { Head } from '../../domain/record/head.ts';
import { publish } from '../../domain/record/publish.ts';
import { renewInterval } from '../../domain/record/review-interval.ts';
import type { Revision } from '../../domain/record/revision.ts';
import { scoreAssessment } from '../../domain/score/score.ts';
import { toHeadItem } from '../../store/head.ts';
import { toCurrentItem } from '../../store/revision.ts';
import type { Item } from '../../store/table.ts';
import { toWorkItem } from '../../store/work.ts';
import { newestOf, readExamples } from '../example-files.ts';
import { createDeps } from './deps.ts';

type Plan = {
  /** When all were approved. */
  readonly at: string;
  /** So many are due to be looked at; the others lie a day ahead. */
  readonly night: { readonly at: string; readonly first: number };
  /** So many reviews are due on that day, spread over all. */
  readonly due: number;
};

/**
 * The items that the night reads of platforms that were approved, the examples in turn: head, approved revision, work. Of those
 * that lie ahead the revision is not read, so they have none, which spares most of the loading.
 */
export function* makePlatforms(size: number, { at, night, due }: Plan): Generator<Item[]> {
  const deps = createDeps(undefined as never, () => new Date(at));
  const day = toDate(at);
  const templates = newestOf(readExamples()).map(({ assessment }) => {
    const hash = hashOf(assessment);
    const scored = scoreAssessment(assessment, deps.register, { asOf: day, knownBy: day });
    const revision: Revision = { platform: '', revision: 1, hash, submittedBy: 'analyst', submittedAt: at, assessment };
    const approved = { revision: 1, hash, asOf: assessment.asOf, submittedBy: 'analyst', approvedBy: 'reviewer', approvedAt: at };
    const empty = {
      platform: '',
      profile: { name: 'A platform', operator: 'Somebody' },
      createdAt: at,
      changedAt: at,
      latestRevision: 1,
      approved,
      approvals: 1,
    };
    const { to } = publish(empty, scored, { by: 'reviewer', at, revision, before: undefined }, deps);
    return { to: renewInterval(to, day), revision };
  });
  const every = Math.max(1, Math.floor(size / due));
  for (let i = 0; i < size; i += 1) {
    const template = templates[i % templates.length];
    if (!template) throw new Error('there are no examples');
    const platform = `p${String(i).padStart(7, '0')}`;
    const isDue = i % every === 0 && i / every < due;
    const nextReviewOn = isDue ? toDate(night.at) : template.to.nextReviewOn;
    const head: Head = { ...template.to, platform, version: 3, sequence: 3, lastHash: hashOf({ platform }), ...(nextReviewOn && { nextReviewOn }) };
    const notBefore = i < night.first ? night.at : `${addDays(toDate(night.at), 1)}T00:05:00.000Z`;
    yield [
      toHeadItem(head),
      ...(i < night.first ? [toCurrentItem({ ...template.revision, platform })] : []),
      toWorkItem({ platform, notBefore, attempts: 0, versions: deps.versions, version: 1 }),
    ];
  }
}
