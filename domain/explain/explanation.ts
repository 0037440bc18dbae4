import * as z from 'zod';
import { CalendarDate } from '../facts/date.ts';
import { JurisdictionCode } from '../facts/jurisdiction-code.ts';
import { Delta, Range } from '../score/points.ts';
import { Band, BandName, Gate } from '../score/rating.ts';
import { QuoteCount } from '../vault/quote-count.ts';
import { Holds } from './explanation-holds.ts';
import { Lead, UnknownExplained } from './explanation-leads.ts';
import { Moved } from './explanation-moved.ts';
import { ModeName, PathExplained } from './explanation-paths.ts';
import { Rank } from './explanation-rank.ts';
import { Sentence } from './sentence.ts';

export const Change = z.strictObject({ point: Delta, high: Delta, width: Delta, open: Delta, band: Band.optional(), gate: Gate.optional() }).meta({
  id: 'Change',
  description:
    'What would change in points, with one decimal: of the point, of the upper bound, of the width (high less low) and of what is open; band and gate where they would be others.',
  example: { point: -8.4, high: 0, width: -1.2, open: 0, gate: 'review' },
});
export type Change = z.infer<typeof Change>;

export const MARGINAL_ACTS = [
  'name-country',
  'prove-end',
  'prove-list',
  'prove-safeguard',
  'prove-transfer',
  'refresh',
  'remove-incident',
  'remove-path',
  'remove-safeguard',
] as const;

const MarginalAct = z.enum(MARGINAL_ACTS);

export const Marginal = z
  .strictObject({
    act: MarginalAct,
    ref: z.string().meta({
      description: 'The fact: an id of a path or an incident, `path:safeguard`, `path:transfer`, `path:ended`, a mode, or `clear-text`.',
      example: 'remote-cn:access-logging',
    }),
    change: Change,
  })
  .meta({
    id: 'Marginal',
    description:
      'What one fact does: the change when it is removed, proven, named (the country of a `ZZ` path, which then leaves what is open) or seen again today.',
    example: { act: 'remove-path', ref: 'cn-control', change: { point: -0.3, high: 0, width: 11.1, open: 0 } },
  });
export type Marginal = z.infer<typeof Marginal>;

export const LOWER_ACTS = ['end-jurisdiction', 'end-mode', 'encrypt-end-to-end', 'prove-lists', 'prove-safeguards'] as const;

export const Lower = z
  .strictObject({
    act: z.enum(LOWER_ACTS),
    jurisdiction: JurisdictionCode.optional(),
    mode: ModeName.optional(),
    becomes: Range,
    band: Band,
    gate: Gate,
    change: Change,
  })
  .meta({
    id: 'Lower',
    description: 'A remedy, as if done and proven, with the score it would leave.',
    example: {
      act: 'end-jurisdiction',
      jurisdiction: 'CN',
      becomes: { low: 59.4, point: 69.3, high: 100 },
      band: 'high',
      gate: 'restrict',
      change: { point: -18.8, high: 0, width: 15.8, open: 0 },
    },
  });
export type Lower = z.infer<typeof Lower>;

export const SmallestSet = z
  .strictObject({
    band: BandName,
    jurisdictions: z
      .array(JurisdictionCode)
      .max(3)
      .meta({ description: 'Empty: no set of up to three reaches this band.', example: ['CN', 'US'] }),
    becomes: Range.optional(),
    alternatives: z.int().min(0).meta({ description: 'How many other sets of the same size reach the band too.', example: 0 }),
  })
  .meta({
    id: 'SmallestSet',
    description: 'The fewest jurisdictions (of equally many, those that lower the point most) whose end reaches a lower band.',
    example: { band: 'high', jurisdictions: ['CN'], becomes: { low: 59.4, point: 69.3, high: 100 }, alternatives: 0 },
  });
export type SmallestSet = z.infer<typeof SmallestSet>;

export const WhatMatters = z
  .strictObject({
    jurisdiction: JurisdictionCode,
    change: Change.meta({ description: 'When everything there ends together.' }),
    alone: z
      .array(z.strictObject({ mode: ModeName, paths: z.array(z.string()), change: Change }))
      .meta({ description: 'When only this mode ends there.' }),
  })
  .meta({
    id: 'WhatMatters',
    description: 'The jurisdiction whose end lowers the point most, and what the end of each of its modes alone would do.',
    example: {
      jurisdiction: 'CN',
      change: { point: -18.8, high: 0, width: 15.8, open: 0 },
      alone: [{ mode: 'control', paths: ['cn-control'], change: { point: -0.3, high: 0, width: 11.1, open: 0 } }],
    },
  });
export type WhatMatters = z.infer<typeof WhatMatters>;

export const FindOutNext = z
  .strictObject({
    acts: z
      .array(z.strictObject({ act: MarginalAct, ref: z.string() }))
      .min(1)
      .max(2),
    moves: z
      .enum(['gate', 'band', 'width', 'open'])
      .meta({ description: 'What it would change: the first of these that any act or pair of acts does.' }),
    change: Change,
  })
  .meta({
    id: 'FindOutNext',
    description:
      'The act, or the pair where no single one does, that would change the gate; else the band; else narrow the range most; else what is open.',
    example: { acts: [{ act: 'prove-list', ref: 'storage' }], moves: 'open', change: { point: 0, high: 0, width: 0, open: -2.9 } },
  });
export type FindOutNext = z.infer<typeof FindOutNext>;

export const HangsOn = z
  .strictObject({
    source: z.string(),
    title: z.string(),
    publisher: z.string(),
    observed: CalendarDate,
    days: z.int().min(0).meta({ description: 'Before the day of the score.', example: 0 }),
    quote: z.string().optional(),
    facts: z.array(z.string()).meta({ description: 'The facts that rest on it.', example: ['staff-sg'] }),
    countries: z.array(JurisdictionCode).meta({ example: ['JP', 'SG'] }),
    parties: z.array(z.string()).meta({ description: 'The companies that are named on the paths that rest on it.' }),
    namesData: z.boolean().meta({ description: 'Whether a path that rests on it has one data class, not a range of them.' }),
    ownWord: z.boolean().meta({ description: 'Whether it is the platform that says so.' }),
    reserves: z.boolean().meta({ description: 'Whether it only reserves a right.' }),
    change: Change,
  })
  .meta({
    id: 'HangsOn',
    description: 'One item of evidence without which the gate would be another.',
    example: {
      source: 'policy-2024',
      title: 'Privacy policy',
      publisher: 'LY Corporation',
      observed: '2024-03-31',
      days: 0,
      facts: ['staff'],
      countries: ['JP', 'SG'],
      parties: [],
      namesData: false,
      ownWord: true,
      reserves: false,
      change: { point: -4.5, high: 0, width: 3, open: 0, gate: 'review' },
    },
  });
export type HangsOn = z.infer<typeof HangsOn>;

export const CommitmentExplained = z
  .strictObject({
    id: z.string(),
    dueOn: CalendarDate.optional(),
    weighsNow: z.literal(0).meta({ description: 'A promise is not a fact.' }),
    becomes: Range,
    band: Band,
    change: Change,
  })
  .meta({
    id: 'CommitmentExplained',
    description: 'A promise: what it weighs, and what it would do if delivered and proven.',
    example: {
      id: 'data-centres-europe',
      dueOn: '2024-12-31',
      weighsNow: 0,
      becomes: { low: 85.9, point: 88, high: 100 },
      band: 'severe',
      change: { point: -0.1, high: 0, width: 0.7, open: 0 },
    },
  });
export type CommitmentExplained = z.infer<typeof CommitmentExplained>;

export const Explanation = z
  .strictObject({
    summary: z
      .array(Sentence)
      .meta({ description: 'The explanation in sentences: what holds the gate, what matters, what would lower it, what to find out next.' }),
    short: z.array(z.array(Sentence)).min(5).max(5).meta({ description: 'The same in five lines of few sentences each.' }),
    holds: Holds,
    paths: z.array(PathExplained),
    leads: z.array(Lead),
    unknowns: z.array(UnknownExplained),
    marginal: z.array(Marginal).meta({ description: 'The largest change of the point first: what matters.' }),
    lowers: z.array(Lower),
    smallestSets: z.array(SmallestSet),
    whatMatters: WhatMatters.optional(),
    findOutNext: FindOutNext.optional().meta({ description: 'Left out where nothing, alone or in a pair, moves anything.' }),
    hangsOn: z.array(HangsOn).meta({ description: 'The single items of evidence that the gate hangs on, the one that moves the point most first.' }),
    commitments: z.array(CommitmentExplained),
    moved: Moved.optional(),
    rank: Rank.optional().meta({
      description: 'Of the current revision as of today only; left out for what is unrated, and of more than 1,000 platforms.',
    }),
    quotes: QuoteCount.optional().meta({ description: 'By what the quotes of its assessment are known now; of a revision of the record only.' }),
  })
  .meta({
    id: 'Explanation',
    description: 'Why the score is what it is, exactly, and what would change it.',
    example: {
      summary: [{ code: 'gate-review', params: {}, text: 'The gate review asks for a person’s look.' }],
      short: [[{ code: 'gate-review', params: {}, text: 'The gate review asks for a person’s look.' }], [], [], [], []],
      holds: { facts: [], decides: false, without: 'review', lists: [] },
      paths: [],
      leads: [],
      unknowns: [],
      marginal: [],
      lowers: [],
      smallestSets: [],
      hangsOn: [],
      commitments: [],
    },
  });
export type Explanation = z.infer<typeof Explanation>;
