import * as z from 'zod';
import { draftAssessment } from '../../domain/draft/draft-assessment.ts';
import { Proposal } from '../../domain/draft/proposal.ts';
import { proposeFacts } from '../../domain/draft/propose-facts.ts';
import { CalendarDate } from '../../domain/facts/date.ts';
import { namesOf } from '../../domain/watch/names.ts';
import { findFacts } from '../runtime/find-facts.ts';
import { findPlatform, PlatformParams } from '../runtime/find-platform.ts';
import { operation } from '../runtime/operation.ts';
import { ok } from '../runtime/reply.ts';
import { CaptureHash, readCaptured } from './read-captured.ts';

const EXAMPLE = 'e6b7d169b6cd8c15b982d112cad1e3e27884d6ad2e2a3184855a6bfb65b60cf1';

const DraftedFacts = z
  .strictObject({
    capture: z.string(),
    day: CalendarDate.meta({ description: 'The day on which the text was read, for which the drafted facts speak.' }),
    proposals: z.array(Proposal),
    draft: z.record(z.string(), z.unknown()).meta({
      description: 'The standing assessment with the drafted facts in it. Their grades are null, which no submission takes: a person gives them.',
      example: { asOf: '2026-08-06', sources: {}, paths: [] },
    }),
  })
  .meta({ id: 'DraftedFacts', description: 'Facts that a text seems to say, by rules alone; nothing is stored.' });

export const draftFacts = operation({
  params: PlatformParams,
  query: z.strictObject({
    capture: CaptureHash.meta({ description: 'The text to draft from.', example: EXAMPLE }),
    from: CaptureHash.optional().meta({ description: 'The text before it: only sentences that came since are read.', example: EXAMPLE }),
  }),
  reply: { 200: DraftedFacts },
  find: findPlatform,
  async run({ params: { platform }, query: { capture, from }, found: head }, deps) {
    const { manifest, day, text } = await readCaptured(platform, 'capture', capture, deps);
    const before = from === undefined ? undefined : (await readCaptured(platform, 'from', from, deps)).text;
    const language = manifest.language ?? 'en';
    const refused = await deps.store.listRefused(platform);
    const proposals = proposeFacts({ platform, text, before, language, names: namesOf(head.profile) }, refused);
    const standing = head.approved && (await findFacts(platform, head.approved, deps));
    const said = { capture, day, publisher: head.profile.operator, url: manifest.url, language: manifest.language };
    return ok({ capture, day, proposals, draft: draftAssessment(standing?.assessment, proposals, said) });
  },
});
