import { readFileSync } from 'node:fs';
import * as z from 'zod';
import { paragraphs, table } from './markdown.ts';
import type { Section } from './sections.ts';

/** What `npm run sensitivity` found, as it wrote it down. */
export const Sensitivity = z.object({
  method: z.string(),
  register: z.string(),
  seed: z.int(),
  draws: z.int(),
  reach: z.number(),
  order: z.object({
    platforms: z.int(),
    meanTau: z.number(),
    fifthPercentileTau: z.number(),
    lowestTau: z.number(),
    sameOrder: z.number(),
    clearlyApart: z.number(),
    clearPairs: z.int(),
    clearPairsKept: z.number(),
  }),
  files: z.array(
    z.object({
      platform: z.string(),
      asOf: z.string(),
      point: z.number(),
      band: z.string(),
      from: z.number(),
      to: z.number(),
      keepsBand: z.number(),
      movedMostBy: z.array(z.object({ group: z.string(), points: z.number() })),
    }),
  ),
});
export type Sensitivity = z.infer<typeof Sensitivity>;

export function readSensitivity(): Sensitivity {
  return Sensitivity.parse(JSON.parse(readFileSync(new URL('../sensitivity.json', import.meta.url), 'utf8')));
}

const percent = (share: number) => `${(share * 100).toFixed(1)} %`;

export function describeSensitivity({ method, register, seed, draws, reach, order, files }: Sensitivity): Section {
  return {
    title: 'How much hangs on the weights',
    text: paragraphs(
      `\`npm run sensitivity\` turns every weight by a factor of its own of up to ${reach * 100} % up or down, ${draws.toLocaleString('en')} times (seed ${seed}, ${method}, register ${register}),\nand scores every example anew. Shares stay at most 1, the powers of compulsion add up to 1, and orders that are the meaning of a table (A\nbefore B, metadata before content) are kept. What weighs 1 can only sink, so the ranges lie lower than the points. Formulas, edges of bands and\nthe register are not turned.`,
      `**Order** of the ${order.platforms} platforms by their newest file: Kendall's tau is ${order.meanTau} on average, ${order.fifthPercentileTau} or more in 95 % of draws, ${order.lowestTau} at worst; in\n${percent(order.sameOrder)} of draws the order is the same to the last place. The ${order.clearPairs} pairs that lie ${order.clearlyApart} points or more apart keep their order in ${(order.clearPairsKept * 100).toFixed(2)} % of\ndraws: what changes places stands close together, and a rank among neighbours should not be read from the points.`,
      table(
        ['platform', 'as of', 'point', 'in 90 % of draws', 'band', 'draws that keep it', 'what moves it most, alone, in points on average'],
        files.map(({ platform, asOf, point, from, to, band, keepsBand, movedMostBy }) => [
          platform,
          asOf,
          point,
          `${from} to ${to}`,
          band,
          percent(keepsBand),
          movedMostBy.map(({ group, points }) => `${group} ${points}`).join(' · '),
        ]),
      ),
    ),
  };
}
