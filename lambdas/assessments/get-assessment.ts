import * as z from 'zod';
import { Assessment } from '../../domain/facts/assessment.ts';
import { isAssessment } from '../../domain/facts/read-assessment.ts';
import { operation } from '../runtime/operation.ts';
import { ok } from '../runtime/reply.ts';
import { findRevisionStatus, RevisionParams } from './find-revision.ts';
import { RevisionView, toRevisionView } from './revision-view.ts';

/** Checked, and returned with its members in the order in which they were submitted; the schema itself would copy it into its own order. */
const AsSubmitted = z.custom<Assessment>((value) => isAssessment(value) || Assessment.safeParse(value).success).meta({ $ref: '#/$defs/Assessment' });

const RevisionWithContent = z
  .strictObject({ revision: RevisionView, assessment: AsSubmitted })
  .meta({ id: 'RevisionWithContent', description: 'A revision with its facts, exactly as submitted.' });

export const getAssessment = operation({
  params: RevisionParams,
  reply: { 200: RevisionWithContent },
  find: findRevisionStatus,
  etag: ({ hash, status }) => `${hash}-${status}`,
  async run({ params: { platform, revision }, found: status }, { store }) {
    const content = await store.findRevision(platform, revision);
    if (!content) throw new Error('a revision has a status but no content');
    return ok({ revision: toRevisionView(status), assessment: content.assessment });
  },
});
