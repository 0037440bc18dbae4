import * as z from 'zod';
import { StandingHearing } from '../explain/hearing-shown.ts';
import { Condition, Decision, Endorsement, Exemption } from './decision.ts';
import { Hearing } from './hearing/hearing.ts';

/** Who approved a decision, who ended it, whether it was taken back and how the party was heard: what changes about it, beside the decision as it was proposed. */
export const DecisionProgress = z.strictObject({
  platform: z.string(),
  decision: z.string(),
  approvals: z.array(Endorsement),
  revocations: z.array(Endorsement),
  withdrawn: Endorsement.omit({ withdrawnAt: true }).optional(),
  hearing: Hearing.optional(),
});
export type DecisionProgress = z.infer<typeof DecisionProgress>;

/** A decision with what became of it. */
export type Decided = { readonly decision: Decision; readonly progress: DecisionProgress };

/** A decision that has not ended, as the platform's head carries it: all that an export needs. */
export const StandingDecision = z.strictObject({
  ...Decision.pick({ id: true, hash: true, decision: true, scope: true, effectiveAt: true, enforceBy: true, expiresAt: true, consequence: true })
    .shape,
  grounds: Decision.shape.grounds,
  conditions: z.array(Condition.pick({ id: true })).optional(),
  exemptions: z.array(Exemption.pick({ group: true, until: true })).optional(),
  /** Heads of 0.1.0 do not say it. */
  proposedBy: Decision.shape.proposedBy.optional(),
  approvals: z.array(Endorsement.pick({ by: true, at: true })),
  revocations: z.array(Endorsement.pick({ by: true, at: true, withdrawnAt: true })),
  /** Whether the record says that it has become effective. */
  isEffective: z.boolean(),
  hearing: StandingHearing.optional(),
});
export type StandingDecision = z.infer<typeof StandingDecision>;
