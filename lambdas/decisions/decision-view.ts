import * as z from 'zod';
import { HearingState } from '../../domain/explain/hearing-shown.ts';
import { Decision, DecisionState, Endorsement, stateAt } from '../../domain/record/decision.ts';
import type { Decided } from '../../domain/record/decision-progress.ts';
import { Hearing, hearingAt, hearingStateAt } from '../../domain/record/hearing/hearing.ts';

/** A decision as readers see it: as it was proposed, its state, and each person who had a part in it. */
export const DecisionView = z
  .strictObject({
    ...Decision.shape,
    id: z.string().meta({ example: 'dec_01JX8Z3T9V6M2N4P5Q7R8S9T0V' }),
    platform: z.string().meta({ example: 'tiktok' }),
    hash: z
      .string()
      .meta({ description: 'SHA-256 over the canonical JSON (RFC 8785) of platform, decision and grounds; an approval or revocation repeats it.' }),
    proposedBy: z.string().meta({ example: 'decider-1' }),
    state: DecisionState,
    approvals: z.array(Endorsement),
    revocations: z.array(Endorsement),
    hearing: Hearing.optional(),
    hearingState: HearingState,
    withdrawn: Endorsement.optional().meta({ description: 'Whether its author took it back while it waited.' }),
    warnings: z
      .array(z.string())
      .optional()
      .meta({
        description: 'Of the answer to a proposal alone: what it does besides, such as blocking a domain that another platform has too.',
        example: ['"messenger" lists web:facebook.com too: the decision blocks it there as well'],
      }),
  })
  .meta({ id: 'Decision', description: 'A decision of people on grounds of a score.' });
export type DecisionView = z.infer<typeof DecisionView>;

/** With the state of an instant. */
export function toDecisionView({ decision, progress: { approvals, revocations, withdrawn, ...progress } }: Decided, at: string): DecisionView {
  const state = stateAt(decision, { approvals, revocations, withdrawn }, at);
  const hearing = hearingAt(progress.hearing, at);
  const heard = { ...(hearing && { hearing }), hearingState: hearingStateAt(hearing, at) };
  return { ...decision, state, approvals, revocations, ...heard, ...(withdrawn && { withdrawn }) };
}

/** All that changes about a decision: words, answers and hearings are only ever added or withdrawn, and time changes its state. */
export function versionOf({ decision, progress }: Decided, at: string): string {
  const { approvals, revocations, hearing } = progress;
  const withdrawn = revocations.filter(({ withdrawnAt }) => withdrawnAt !== undefined).length;
  const heard = `${hearingStateAt(hearing, at)}${hearing?.answers?.length ?? 0}`;
  return [decision.id, approvals.length, revocations.length, withdrawn, stateAt(decision, progress, at), heard].join('-');
}
