import * as z from 'zod';
import { listChangedTexts } from '../../domain/draft/changed-texts.ts';
import { type DraftedAssessment, draftAssessment } from '../../domain/draft/draft-assessment.ts';
import { isDrafted } from '../../domain/draft/is-drafted.ts';
import { Proposal } from '../../domain/draft/proposal.ts';
import { proposeFacts } from '../../domain/draft/propose-facts.ts';
import { seatsOf } from '../../domain/draft/seats-of-profile.ts';
import type { Assessment } from '../../domain/facts/assessment.ts';
import { CalendarDate } from '../../domain/facts/date.ts';
import { toFault } from '../../domain/facts/fault.ts';
import type { Head } from '../../domain/record/head.ts';
import { namesOf } from '../../domain/watch/names.ts';
import type { Deps } from '../runtime/deps.ts';
import { findFacts } from '../runtime/find-facts.ts';
import { findPlatform, PlatformParams } from '../runtime/find-platform.ts';
import { operation } from '../runtime/operation.ts';
import { invalid } from '../runtime/problem.ts';
import { ok } from '../runtime/reply.ts';
import { readCaptureText } from '../runtime/terms/read-capture-text.ts';
import { CaptureHash, readCaptured } from './read-captured.ts';

const EXAMPLE = 'e6b7d169b6cd8c15b982d112cad1e3e27884d6ad2e2a3184855a6bfb65b60cf1';

const DraftedText = z
  .strictObject({
    document: z.string().optional().meta({ description: 'The watched document that it is a version of.', example: 'privacy-policy' }),
    capture: z.string(),
    from: z.string().optional().meta({ description: 'The text before it: only sentences that came since were read.' }),
    day: CalendarDate.meta({ description: 'The day on which the text was read, for which the drafted facts speak.' }),
    publisher: z.string(),
    url: z.string().optional(),
    language: z.string().meta({ example: 'en' }),
    isErased: z.boolean().meta({ description: 'Whether it, or the text before it, was erased, so that nothing can be drafted from it.' }),
    proposals: z.array(Proposal),
    refused: z.array(Proposal).meta({ description: 'What somebody refused of it; a refusal can be taken back by the key.' }),
  })
  .meta({
    id: 'DraftedText',
    description: 'A text, and the facts that its sentences seem to say.',
    example: {
      document: 'privacy-policy',
      capture: EXAMPLE,
      day: '2026-08-06',
      publisher: 'Harbour Social Ltd',
      language: 'en',
      isErased: false,
      proposals: [],
      refused: [],
    },
  });

const DraftedFacts = z
  .strictObject({
    texts: z
      .array(DraftedText)
      .meta({ description: 'The capture that was asked for; or each document that the open review is about, oldest first.' }),
    draft: z.record(z.string(), z.unknown()).meta({
      description: 'The standing assessment with the drafted facts in it. Their grades are null, which no submission takes: a person gives them.',
      example: { asOf: '2026-08-06', sources: {}, paths: [] },
    }),
  })
  .meta({ id: 'DraftedFacts', description: 'Facts that a text seems to say, by rules alone; nothing is stored.' });

export const draftFacts = operation({
  params: PlatformParams,
  query: z.strictObject({
    capture: CaptureHash.optional().meta({
      description: 'The text to draft from (default: what changed in the documents for which a review is open).',
      example: EXAMPLE,
    }),
    from: CaptureHash.optional().meta({ description: 'The text before it: only sentences that came since are read.', example: EXAMPLE }),
  }),
  reply: { 200: DraftedFacts },
  find: findPlatform,
  async run({ query: { capture, from }, found: head }, deps) {
    if (capture === undefined && from !== undefined) throw invalid([{ pointer: '/capture', in: 'query', ...toFault('missing', { kind: 'string' }) }]);
    const standing = head.approved && (await findFacts(head.platform, head.approved, deps))?.assessment;
    const read = capture === undefined ? await readChanged(head, deps) : [await readAsked(head.platform, capture, from, deps)];
    const refusals = await deps.store.listRefusals(head.platform);
    const refused = new Set([...refusals.values()].flatMap(({ key, takenBack }) => (takenBack ? [] : [key])));
    const texts = read.map((one) => draft(one, { head, refused, standing }));
    const file = texts.reduce<DraftedAssessment | undefined>((drafted, text) => draftAssessment(drafted, text.proposals, text), standing);
    return ok({ texts, draft: { ...(file ?? { sources: {}, paths: [] }) } });
  },
});

type Read = Pick<z.infer<typeof DraftedText>, 'document' | 'capture' | 'from' | 'day' | 'url' | 'language'> & {
  /** Undefined where it was erased; `before` likewise, and where none was asked for. */
  readonly text: string | undefined;
  readonly before: string | undefined;
};

async function readAsked(platform: string, capture: string, from: string | undefined, deps: Deps): Promise<Read> {
  const { manifest, day, text } = await readCaptured(platform, 'capture', capture, deps);
  const before = from === undefined ? undefined : (await readCaptured(platform, 'from', from, deps)).text;
  const { document, url, language = 'en' } = manifest;
  return {
    ...(document !== undefined && { document }),
    capture,
    ...(from !== undefined && { from }),
    day,
    ...(url && { url }),
    language,
    text,
    before,
  };
}

/** Both versions of each document that the open review is about. */
function readChanged({ platform, review, terms = [] }: Head, deps: Deps): Promise<Read[]> {
  const reading = listChangedTexts(review?.reasons ?? []).map(async ({ document, from, to }): Promise<Read> => {
    const [text, before] = await Promise.all([to, from].map(({ sha256 }) => readCaptureText(sha256, deps)));
    const url = (await deps.store.findCapture(platform, to.sha256))?.url;
    const language = terms.find(({ id }) => id === document)?.language ?? 'en';
    return { document, capture: to.sha256, from: from.sha256, day: to.recordedAt.slice(0, 10), ...(url && { url }), language, text, before };
  });
  return Promise.all(reading);
}

type Known = { readonly head: Head; readonly refused: ReadonlySet<string>; readonly standing: Assessment | undefined };

/** Nothing that was refused, and nothing that stands from this text already. */
function draft({ text, before, ...named }: Read, { head: { platform, profile }, refused, standing }: Known): z.infer<typeof DraftedText> {
  const { capture, from, language } = named;
  const of = { ...named, publisher: profile.operator };
  if (text === undefined || (from !== undefined && before === undefined)) return { ...of, isErased: true, proposals: [], refused: [] };
  const said = { platform, text, before, language, names: namesOf(profile), seats: seatsOf(profile) };
  const isNew = (one: Proposal) => standing === undefined || !isDrafted(standing, one, capture);
  return {
    ...of,
    isErased: false,
    proposals: proposeFacts(said, refused).filter(isNew),
    refused: refused.size === 0 ? [] : proposeFacts(said).filter((one) => refused.has(one.key) && isNew(one)),
  };
}
