import * as z from 'zod';
import { Instant } from '../facts/date.ts';
import { LIMITS, LocalId, text } from '../facts/evidence.ts';
import { fault } from '../facts/fault.ts';
import { hashOf, Sha256 } from '../facts/hash.ts';
import { findRepeated, once, sayRepeated } from '../facts/once.ts';
import { Platform } from '../facts/platform.ts';

export const DEVICE_SCOPES = ['corporate-device', 'enrolled-personal-device'] as const;
export const DeviceScope = z.enum(DEVICE_SCOPES).meta({
  id: 'DeviceScope',
  description: 'Devices that a decision covers; never unenrolled ones.',
  example: 'enrolled-personal-device',
});
export type DeviceScope = z.infer<typeof DeviceScope>;

/** How many approvals make a decision, and how many people end it. */
export const APPROVALS = 2;
export const REVOCATIONS = 2;

const DECISION_STATES = ['proposed', 'approved', 'effective', 'revocation-proposed', 'withdrawn', 'revoked', 'expired'] as const;
export const DecisionState = z.enum(DECISION_STATES).meta({
  id: 'DecisionState',
  description:
    'proposed: waits for approvals; approved: its time has not come; effective: it stands; revocation-proposed: it stands until a second person ends it; withdrawn, revoked and expired: it has ended.',
  example: 'effective',
});
export type DecisionState = z.infer<typeof DecisionState>;

export const Exemption = z
  .strictObject({
    group: LocalId.meta({ description: 'The group, as the policy tools know it.', example: 'dsa-enforcement' }),
    reason: text(LIMITS.quote).meta({ example: 'Inspects the service under Regulation (EU) 2022/2065.' }),
    until: Instant,
  })
  .meta({ id: 'Exemption', description: 'A group that the decision does not bind, why, and until when.' });

export const Condition = z
  .strictObject({
    id: LocalId.meta({ description: 'As the policy tools know it.', example: 'managed-browser-only' }),
    text: text(LIMITS.quote).meta({ example: 'Only in the managed browser, without the app.' }),
  })
  .meta({ id: 'Condition', description: 'Under which the use goes on.' });

const ProposalShape = z.strictObject({
  decision: z.enum(['allow', 'limit', 'suspend']).meta({ example: 'suspend' }),
  scope: z.array(DeviceScope).min(1).check(once()),
  effectiveAt: Instant.meta({ description: 'From when it stands; it may lie in the past.', example: '2023-02-23T00:00:00Z' }),
  enforceBy: Instant.meta({ description: 'From when devices block the app.', example: '2023-03-15T00:00:00Z' }),
  consequence: text(1000).meta({ description: 'What follows for a device that does not comply.', example: 'Loss of corporate apps.' }),
  expiresAt: Instant.meta({ description: 'When it ends by itself.', example: '2027-02-23T00:00:00Z' }),
  conditions: z.array(Condition).min(1).max(20).optional().meta({ description: 'For limit, and only there.' }),
  exemptions: z.array(Exemption).max(20).optional(),
  note: text(LIMITS.text).meta({ description: 'The reasons, for the record.', example: 'To protect data against cybersecurity threats.' }),
});

/** What one person proposes and two others approve. */
export const Proposal = ProposalShape.superRefine((proposal, context) => {
  const { decision, conditions, exemptions, effectiveAt, enforceBy, expiresAt } = proposal;
  const refuse = (field: string, message: string) => context.addIssue({ code: 'custom', path: [field], message });
  if (decision === 'limit' && conditions === undefined) refuse('conditions', fault('limit-without-conditions'));
  if (decision !== 'limit' && conditions !== undefined) refuse('conditions', fault('conditions-without-limit'));
  for (const [field, ids] of [
    ['conditions', conditions?.map(({ id }) => id)],
    ['exemptions', exemptions?.map(({ group }) => group)],
  ] as const) {
    const repeated = ids && findRepeated(ids);
    if (repeated !== undefined) refuse(field, sayRepeated(repeated));
  }
  if (isAfter(effectiveAt, enforceBy)) refuse('enforceBy', fault('before-effective'));
  if (!isAfter(expiresAt, enforceBy)) refuse('expiresAt', fault('not-after-enforced'));
}).meta({ id: 'Proposal', description: 'A decision as it is proposed.' });
export type Proposal = z.infer<typeof ProposalShape>;

/** The app ids that a decision names: what the platform's were when it was proposed. */
const SealedApps = Platform.shape.apps.unwrap().required();
export type SealedApps = z.infer<typeof SealedApps>;

export const Grounds = z
  .strictObject({
    score: z.string().meta({ description: 'The published score.', example: 'scr_01JX8Z3T9V6M2N4P5Q7R8S9T0V' }),
    assessment: z.strictObject({ revision: z.int().min(1), hash: Sha256 }),
    apps: SealedApps.meta({ description: 'The apps that it names, whatever the platform lists later.' }),
    platform: Platform.pick({ name: true, operator: true, parent: true })
      .optional()
      .meta({ description: 'What the platform and its operator were called, whatever the profile says later; left out by decisions of 0.1.0.' }),
  })
  .meta({ id: 'Grounds', description: 'What a decision rests on and what it names, sealed by its hash.' });
export type Grounds = z.infer<typeof Grounds>;

/** A decision as it was proposed: never changed. */
export const Decision = z.strictObject({
  id: z.string(),
  platform: z.string(),
  ...ProposalShape.shape,
  grounds: Grounds,
  hash: Sha256,
  proposedBy: z.string(),
  proposedAt: Instant,
});
export type Decision = z.infer<typeof Decision>;

export const Endorsement = z
  .strictObject({
    by: z.string().meta({ example: 'decider-2' }),
    at: Instant,
    note: text(LIMITS.text).optional(),
    withdrawnAt: Instant.optional().meta({ description: 'From when it no longer counts: its author took it back.' }),
  })
  .meta({ id: 'Endorsement', description: 'One person’s word for a decision, or for its end.' });
export type Endorsement = z.infer<typeof Endorsement>;

/** What changes about a decision: who approved it, who ended it, and whether its author took it back. */
export type Progress = {
  readonly approvals: readonly Endorsement[];
  readonly revocations: readonly Endorsement[];
  readonly withdrawn?: Endorsement | undefined;
};

/** The hash over platform, decision, grounds and app ids: an approval repeats it. */
export function hashOfDecision(platform: string, proposal: Proposal, grounds: Grounds): string {
  return hashOf({ platform, ...proposal, grounds });
}

export function sealApps({ apps }: Pick<Platform, 'apps'>): SealedApps {
  const sorted = (ids: readonly string[] = []) => [...new Set(ids)].sort();
  return { android: sorted(apps?.android), ios: sorted(apps?.ios), web: sorted(apps?.web) };
}

type Times = Pick<Decision, 'effectiveAt' | 'expiresAt'>;

/** The state at an instant: what people did before then, and what time did. */
export function stateAt({ effectiveAt, expiresAt }: Times, { approvals, revocations, withdrawn }: Progress, at: string): DecisionState {
  const given = (all: readonly Endorsement[]) => all.filter((one) => stands(one, at)).length;
  if (given(revocations) >= REVOCATIONS) return 'revoked';
  if (withdrawn && stands(withdrawn, at)) return 'withdrawn';
  if (!isAfter(expiresAt, at)) return 'expired';
  // One person's word against a proposal keeps no others from approving it.
  if (given(approvals) < APPROVALS) return 'proposed';
  if (given(revocations) > 0) return 'revocation-proposed';
  return isAfter(effectiveAt, at) ? 'approved' : 'effective';
}

/** Whether somebody's word counts at an instant: it was given, and not taken back. */
export function stands({ at: given, withdrawnAt }: Endorsement, at: string): boolean {
  return !isAfter(given, at) && (withdrawnAt === undefined || isAfter(withdrawnAt, at));
}

/** Whether it binds at an instant; one whose end only one person has asked for still does. */
export function isInForce(times: Times, progress: Progress, at: string): boolean {
  const state = stateAt(times, progress, at);
  return state === 'effective' || (state === 'revocation-proposed' && stateAt(times, { ...progress, revocations: [] }, at) === 'effective');
}

/** The one that stands alone among several in force: that which took effect last, and of one instant that proposed last. */
export function latestOf<T extends { readonly id: string; readonly effectiveAt: string }>(inForce: readonly T[]): T | undefined {
  return inForce.reduce<T | undefined>((latest, one) => {
    if (latest === undefined || isAfter(one.effectiveAt, latest.effectiveAt)) return one;
    return !isAfter(latest.effectiveAt, one.effectiveAt) && one.id > latest.id ? one : latest;
  }, undefined);
}

/** Of two instants of RFC 3339 in UTC, however many digits their seconds have. */
export function isAfter(instant: string, other: string): boolean {
  return Date.parse(instant) > Date.parse(other);
}
