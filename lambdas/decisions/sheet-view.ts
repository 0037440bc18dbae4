import * as z from 'zod';
import { SmallestSet } from '../../domain/explain/explanation.ts';
import { HeldFact } from '../../domain/explain/explanation-holds.ts';
import { ModeName } from '../../domain/explain/explanation-paths.ts';
import { Rank } from '../../domain/explain/explanation-rank.ts';
import { Sentence } from '../../domain/explain/sentence.ts';
import { CalendarDate, Instant } from '../../domain/facts/date.ts';
import { JurisdictionCode } from '../../domain/facts/jurisdiction-code.ts';
import { Platform, PlatformId } from '../../domain/facts/platform.ts';
import { INCIDENT_KINDS } from '../../domain/facts/vocabulary.ts';
import { LACKS, OUTCOMES, TOOL_NAMES } from '../../domain/policy/outlook.ts';
import { Grounds } from '../../domain/record/decision.ts';
import { DATE_KINDS } from '../../domain/record/decision-dates.ts';
import { Open, Range } from '../../domain/score/points.ts';
import { Band, Gate } from '../../domain/score/rating.ts';
import { QuoteCount } from '../../domain/vault/quote-count.ts';
import { DecisionView } from './decision-view.ts';

const Figure = z
  .strictObject({
    id: z.string().meta({ example: 'scr_01JX8Z3T9V6M2N4P5Q7R8S9T0V' }),
    asOf: CalendarDate,
    score: Range,
    open: Open.optional(),
    band: Band,
    gate: Gate,
    revision: z.int().min(1).meta({ description: 'Of the facts.', example: 2 }),
    factsAsOf: CalendarDate,
    isCurrent: z.boolean().meta({ description: 'Whether it is the score that stands published now.' }),
  })
  .meta({ description: 'The published score that the decision rests on, or would rest on.' });

const Ground = z
  .strictObject({
    ...HeldFact.shape,
    holdsGate: z.boolean().meta({ description: 'Whether it is one of the facts without which the gate would be another.' }),
    verified: z.enum(['held', 'erased', 'excerpt', 'unverified']).optional().meta({
      description: 'How its quote is known: in a capture, in one erased since, by an excerpt alone, or not at all; left out where it has none.',
    }),
    sentences: z.array(Sentence).meta({ description: 'What it is, whose words it rests on, and how old they are.' }),
  })
  .meta({ id: 'SheetGround', description: 'One of the three strongest facts.' });

const Outcome = z.enum(OUTCOMES).meta({
  id: 'ToolOutcome',
  description:
    'denies, asks-conditions, allows: what is asked each time answers so; blocks, detects, filters, detects-then-cuts-access: the device or the network does; lists: it is named in a list; nothing: it does not reach there.',
  example: 'blocks',
});

const Tool = z
  .strictObject({
    tool: z.enum(TOOL_NAMES).meta({ example: 'androidManaged' }),
    target: z.string().meta({ description: 'What is controlled, as the exports name it.', example: 'android-fully-managed' }),
    does: z.strictObject({ allow: Outcome, limit: Outcome, suspend: Outcome }).meta({ description: 'By the kind of decision.' }),
    lacks: z.enum(LACKS).optional().meta({
      description: 'Why it does nothing of a suspension: no app of its system is named, the decision is of other devices, or it has no means.',
    }),
    needs: z.array(z.string()).meta({ example: ['device owner'] }),
    gaps: z.array(z.string()).meta({ description: 'What it cannot do.', example: ['use in a browser is not covered: see the domains export'] }),
  })
  .meta({ id: 'SheetTool', description: 'What a policy tool does of a decision of each kind on these apps and devices.' });

export const Sheet = z
  .strictObject({
    platform: z.strictObject({ id: PlatformId, ...Platform.pick({ name: true, operator: true, parent: true }).shape }),
    decision: DecisionView.nullable().meta({ description: 'Null: none has been proposed yet.' }),
    score: Figure,
    rank: Rank.optional().meta({ description: 'Of the score that stands published now only.' }),
    grounds: z.array(Ground).max(3).meta({ description: 'The strongest first.' }),
    reached: z
      .array(z.strictObject({ mode: ModeName, jurisdictions: z.array(JurisdictionCode) }))
      .meta({ description: 'Who reaches the data, and where it is kept.', example: [{ mode: 'remote-access', jurisdictions: ['CN'] }] }),
    incidents: z.array(
      z
        .strictObject({ id: z.string(), on: CalendarDate, kind: z.enum(INCIDENT_KINDS), summary: z.string() })
        .meta({ example: { id: 'journalists-2022', on: '2022-12-22', kind: 'misuse', summary: 'Staff tracked journalists.' } }),
    ),
    law: z.array(z.strictObject({ jurisdiction: JurisdictionCode, provisions: z.array(z.string()) })).meta({
      description: 'Of the states that give most points, as the register names it.',
      example: [{ jurisdiction: 'CN', provisions: ['NIL Art. 7'] }],
    }),
    quotes: QuoteCount,
    isWatched: z.boolean().meta({ description: 'Whether a document of its terms is watched.' }),
    apps: Grounds.shape.apps,
    tools: z.array(Tool),
    lower: z.array(SmallestSet).meta({ description: 'What would have to end for a lower band: what conditions can ask for.' }),
    asksHearing: z.boolean().meta({ description: 'Whether a suspension waits until its party was heard.' }),
    dates: z
      .array(z.strictObject({ on: z.union([CalendarDate, Instant]), what: z.enum(DATE_KINDS), about: z.string().optional() }))
      .meta({ description: 'What happens on which date, the earliest first.', example: [{ on: '2023-03-15T00:00:00Z', what: 'enforced' }] }),
  })
  .meta({ id: 'DecisionSheet', description: 'What one needs to know to decide on a platform, or to approve, end or withdraw a decision.' });
