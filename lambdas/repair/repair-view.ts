import * as z from 'zod';
import { Instant } from '../../domain/facts/date.ts';
import { LIMITS, text } from '../../domain/facts/evidence.ts';
import { fault } from '../../domain/facts/fault.ts';
import { SHA256_PATTERN, Sha256 } from '../../domain/facts/hash.ts';
import { BREAK_KINDS } from '../../domain/record/chain-reading.ts';
import { RepairedItem } from '../../domain/record/repair/repaired.ts';
import { toHeadItem } from '../../store/head.ts';
import type { RepairPlan } from '../../store/plan-repair.ts';
import type { RepairProposal } from '../../store/repair.ts';

const ItemName = z.string().meta({ description: 'The sort key of the item.', example: 'COURSE#dec_01JX8Z3T9V6M2N4P5Q7R8S9T0V' });

const Fault = z.strictObject({ item: ItemName, fault: z.enum(BREAK_KINDS).meta({ example: 'changed' }), detail: z.string() });

/** What is left to people with rights on the table. */
export const ByHand = z.strictObject({
  ...Fault.shape,
  seal: Sha256.nullable().meta({
    description: 'The seal that it must have: it is put back from a backup. Null: no event names it, and it is deleted.',
  }),
});

const Proposed = z.strictObject({ by: z.string().meta({ example: 'auditor' }), at: Instant, reason: z.string() });

export const RepairView = z
  .strictObject({
    platform: z.string().meta({ example: 'tiktok' }),
    hash: Sha256.meta({
      description: 'Over what lies there, what would be written, and the end of the chain: whoever proposes or confirms repeats it.',
    }),
    after: z.int().min(1).meta({ description: 'The number of the last event, after which it would be recorded.', example: 12 }),
    broken: z.array(Fault).meta({ description: 'What `verify` finds.' }),
    items: z
      .array(
        z.strictObject({
          item: ItemName,
          found: RepairedItem.shape.found.meta({ description: 'The seal of what lies there; null: nothing does.' }),
          rebuilt: RepairedItem.shape.rebuilt.meta({ description: 'The seal of what would be put there.' }),
          asLeft: z.boolean().meta({
            description: 'Whether that is exactly what the last event to name it left; else it follows from the events, and was sealed otherwise.',
          }),
          content: z.record(z.string(), z.unknown()).meta({ description: 'What would be put there.' }),
        }),
      )
      .meta({ description: 'What would be made anew from the events.' }),
    byHand: z
      .array(ByHand)
      .meta({ description: 'What no event says whole: a repair leaves it as it is, and the record stays broken until it is put right.' }),
    proposed: Proposed.nullable().meta({ description: 'Who has proposed exactly this; null: nobody.' }),
  })
  .meta({ id: 'Repair', description: 'What is broken of a platform, and what two people would put in its place.' });

export const RepairWord = z
  .strictObject({
    hash: z
      .string()
      .regex(SHA256_PATTERN, fault('not-a-sha256', { of: 'repair' }))
      .meta({ description: 'The hash of what was looked at.' }),
    reason: text(LIMITS.text).meta({
      description: 'What was found out, for the record.',
      example: 'Compared with the copy of 09:00; the key was withdrawn.',
    }),
  })
  .meta({ id: 'RepairWord', description: 'One person’s word for a repair, sealed to what was looked at by the hash.' });

export function toRepairView(plan: RepairPlan, proposal: RepairProposal | undefined): z.infer<typeof RepairView> {
  const { platform, hash, sequence, broken, items, byHand, head, writes } = plan;
  const written = new Map([toHeadItem(head), ...writes].map(({ pk: _, sk, ...content }) => [sk, content]));
  return {
    ...{ platform, hash, after: sequence, broken: [...broken], byHand: [...byHand] },
    items: items.map((one) => ({ ...one, content: written.get(one.item) ?? {} })),
    proposed: proposal ? { by: proposal.proposedBy, at: proposal.proposedAt, reason: proposal.reason } : null,
  };
}
