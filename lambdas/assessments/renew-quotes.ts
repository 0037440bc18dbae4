import * as z from 'zod';
import { findRenewable, RenewedQuotes, renewQuotes as renew } from '../../domain/draft/renew-quotes.ts';
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
import { CaptureHash, readCaptured } from './read-captured.ts';

const Said = z.strictObject({ score: Range, band: Band, gate: Gate });

const Renewals = z
  .strictObject({
    capture: z.string(),
    day: CalendarDate.meta({ description: 'The day on which the text was read.' }),
    ...RenewedQuotes.shape,
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
    const found = findRenewable(standing, read);
    const renewed = items === undefined ? found.held.map(({ item }) => item) : items.split(',');
    const stray = renewed.filter((item) => !found.held.some((one) => one.item === item));
    if (stray.length > 0)
      throw invalid(
        stray.map((item) => ({
          pointer: '/items',
          in: 'query' as const,
          ...toFault('not-held', { item }),
        })),
      );
    const assessment = renew(standing, new Set(renewed), read);
    return ok({ capture, day, ...found, renewed, before: say(standing, deps), after: say(assessment, deps), assessment });
  },
});

function say(assessment: Assessment, deps: Deps): z.infer<typeof Said> {
  const day = today(deps);
  const { score, band, gate } = scoreAssessment(assessment, deps.register, { asOf: day, knownBy: day });
  return { score: toRange(score), band, gate };
}
