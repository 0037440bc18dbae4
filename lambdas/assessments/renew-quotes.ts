import * as z from 'zod';
import { findRenewable, listOlder, type ReadText, RenewedQuotes, renewQuotes as renew } from '../../domain/draft/renew-quotes.ts';
import { Assessment } from '../../domain/facts/assessment.ts';
import { CalendarDate } from '../../domain/facts/date.ts';
import { detail } from '../../domain/facts/detail.ts';
import { fault, toFault } from '../../domain/facts/fault.ts';
import { Range, toRange } from '../../domain/score/points.ts';
import { Band, Gate } from '../../domain/score/rating.ts';
import { scoreAssessment } from '../../domain/score/score.ts';
import { today } from '../runtime/dates.ts';
import type { Deps } from '../runtime/deps.ts';
import { findFacts } from '../runtime/find-facts.ts';
import { findPlatform, PlatformParams } from '../runtime/find-platform.ts';
import { operation } from '../runtime/operation.ts';
import { invalid, Problem } from '../runtime/problem.ts';
import { ok } from '../runtime/reply.ts';
import { readCaptureText } from '../runtime/terms/read-capture-text.ts';
import { CaptureHash, readCaptured } from './read-captured.ts';

const Said = z.strictObject({ score: Range, band: Band, gate: Gate });

const Renewals = z
  .strictObject({
    capture: z.string(),
    day: CalendarDate.meta({ description: 'The day on which the text was read.' }),
    ...RenewedQuotes.shape,
    held: z
      .array(RenewedQuotes.shape.held.element.extend({ alone: Said.meta({ description: 'Today’s score with this item alone renewed.' }) }))
      .meta({ description: 'Quotes that still stood on that day, each of which can be renewed, and what renewing each alone would move.' }),
    renewed: z.array(z.string()).meta({ description: 'The items that the assessment below has renewed.', example: ['/paths/0/evidence/0'] }),
    before: Said.meta({ description: 'Today’s score of the standing assessment.' }),
    after: Said.meta({ description: 'Today’s score of the assessment below.' }),
    assessment: Assessment.meta({ description: 'The standing assessment with these items renewed, to be submitted like any other.' }),
  })
  .meta({ id: 'Renewals', description: 'What still stood on a day, and what renewing it would move. A dry run: nothing is stored.' });

export const renewQuotes = operation({
  params: PlatformParams,
  query: z.strictObject({
    capture: CaptureHash.meta({
      description: 'The text in which quotes are looked for.',
      example: 'e6b7d169b6cd8c15b982d112cad1e3e27884d6ad2e2a3184855a6bfb65b60cf1',
    }),
    items: z
      .string()
      .max(20_000)
      .regex(/^(?:\/[\w.+~-]{1,100})+(?:,(?:\/[\w.+~-]{1,100})+)*$/, fault('not-pointers'))
      .optional()
      .meta({ description: 'JSON Pointers of the items to renew, joined by commas; default: all that stood.', example: '/paths/0/evidence/0' }),
  }),
  reply: { 200: Renewals },
  find: findPlatform,
  async run({ params: { platform }, query: { capture, items }, found: head }, deps) {
    const standing = head.approved && (await findFacts(platform, head.approved, deps))?.assessment;
    if (!standing) throw new Problem('not-assessed', detail('nothing-to-renew', { platform }));
    const { manifest, day, text } = await readCaptured(platform, 'capture', capture, deps);
    const read = { capture, day, text, language: manifest.language };
    const { held, ...others } = findRenewable(standing, read, await readOlder(standing, day, deps));
    const renewed = items === undefined ? held.map(({ item }) => item) : items.split(',');
    const stray = renewed.filter((item) => !held.some((one) => one.item === item));
    if (stray.length > 0)
      throw invalid(
        stray.map((item) => ({
          pointer: '/items',
          in: 'query' as const,
          ...toFault('not-held', { item }),
        })),
      );
    const assessment = renew(standing, new Set(renewed), read);
    const found = { held: tryEach(held, standing, read, deps), ...others };
    return ok({ capture, day, ...found, renewed, before: say(standing, deps), after: say(assessment, deps), assessment });
  },
});

/** The texts that the older quotes were taken from, by their hashes; without those that were erased. */
async function readOlder(standing: Assessment, day: string, deps: Deps): Promise<ReadonlyMap<string, string>> {
  const captures = [...new Set(listOlder(standing, day).flatMap(({ evidence }) => evidence.capture ?? []))];
  const texts = await Promise.all(captures.map(async (one) => [one, await readCaptureText(one, deps)] as const));
  return new Map(texts.flatMap(([one, text]) => (text === undefined ? [] : [[one, text] as const])));
}

function tryEach<T extends { readonly item: string }>(held: readonly T[], standing: Assessment, read: ReadText, deps: Deps) {
  return held.map((one) => ({ ...one, alone: say(renew(standing, new Set([one.item]), read), deps) }));
}

function say(assessment: Assessment, deps: Deps): z.infer<typeof Said> {
  const day = today(deps);
  const { score, band, gate } = scoreAssessment(assessment, deps.register, { asOf: day, knownBy: day });
  return { score: toRange(score), band, gate };
}
