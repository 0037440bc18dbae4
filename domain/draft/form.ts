import * as z from 'zod';

/** What can be begun and left for later: an assessment, a platform's profile, the proposal of a decision. */
const FORMS = ['assessment', 'profile', 'proposal'] as const;
export const DraftForm = z.enum(FORMS).meta({
  id: 'DraftForm',
  description: 'What is being written: an assessment or a profile (scope assess), or the proposal of a decision (scope decide).',
  example: 'assessment',
});
export type DraftForm = z.infer<typeof DraftForm>;
