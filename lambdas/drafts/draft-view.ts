import * as z from 'zod';
import { DraftForm } from '../../domain/draft/form.ts';
import { Instant } from '../../domain/facts/date.ts';
import { fault } from '../../domain/facts/fault.ts';
import { hashOf } from '../../domain/facts/hash.ts';
import { PlatformId } from '../../domain/facts/platform.ts';
import type { Draft } from '../../store/draft.ts';

export const DraftContent = z.record(z.string().regex(/^[A-Za-z]{1,40}$/, fault('not-a-member')), z.unknown()).meta({
  id: 'DraftContent',
  description:
    'An object with the members of its form and no others: those of an assessment, of a platform’s profile or of the proposal of a decision. ' +
    'Any of them may be missing, null or unfinished: values are looked at when it is submitted. At most 350,000 bytes.',
  example: { asOf: '2023-02-23', paths: [{ id: 'remote-cn', jurisdiction: 'CN', mode: 'remote-access', data: null }] },
});

export const DraftView = z
  .strictObject({
    form: DraftForm,
    platform: PlatformId,
    savedAt: Instant,
    expiresAt: Instant.meta({ description: 'From then on it is gone: 30 days after it was last saved.' }),
    content: DraftContent,
  })
  .meta({ id: 'Draft', description: 'What the caller has begun. Nobody else can read it.' });

export function toDraftView({ form, platform, savedAt, expiresAt, content }: Draft): z.infer<typeof DraftView> {
  return { form, platform, savedAt, expiresAt: new Date(expiresAt * 1000).toISOString(), content: JSON.parse(content) };
}

/** The ETag of a draft moves each time that it is saved, and is no other draft's. */
export const draftEtag = (draft: Draft | undefined): string | undefined =>
  draft && hashOf([draft.by, draft.form, draft.platform, draft.version]).slice(0, 32);
