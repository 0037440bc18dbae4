import { detail } from '../facts/detail.ts';
import { APPROVALS, type Decision, hashOfDecision, type Proposal, sealApps } from './decision.ts';
import type { Decided, StandingDecision } from './decision-progress.ts';
import { findGrounds } from './grounds.ts';
import type { Head } from './head.ts';
import type { KeptHearing } from './hearing/keep-hearing.ts';
import { summarizeHearing } from './hearing/standing-hearing.ts';
import { Refusal } from './refusal.ts';
import { type Actor, draftEvent, type Means, type Step } from './step.ts';

/** So many decisions of a platform may wait or stand at a time: they are few, and every export reads them. */
const MOST_STANDING = 5;
/** Of which one person's proposals that wait may be so many: they leave room for the others'. */
const MOST_OWN = 2;

/** Proposes a decision on the grounds of the published score, sealed with the app ids that it names; `kept` is the hearing in which the party was shown them. */
export function proposeDecision(head: Head, proposal: Proposal, actor: Actor, means: Means, kept?: KeptHearing): Step & Decided {
  const { platform, decisions: standing = [] } = head;
  const { published, approved } = findGrounds(head, { at: actor.at, register: means.register });
  if (standing.length >= MOST_STANDING) throw new Refusal('decisions-pending', detail('decisions-stand', { platform, count: standing.length }));
  const own = standing.filter(({ proposedBy, approvals }) => proposedBy === actor.by && approvals.length < APPROVALS);
  if (own.length >= MOST_OWN) throw new Refusal('decisions-pending', detail('own-proposals-wait', { platform, count: own.length }));
  const { name, operator, parent } = head.profile;
  const grounds = {
    score: published.id,
    assessment: { revision: approved.revision, hash: approved.hash },
    apps: sealApps(head.profile),
    platform: { name, operator, ...(parent !== undefined && { parent }) },
  };
  const id = means.newId('dec');
  const hash = hashOfDecision(platform, proposal, grounds);
  const decision: Decision = { id, platform, ...proposal, grounds, hash, proposedBy: actor.by, proposedAt: actor.at };
  const hearing = kept && { held: { ...kept, recordedBy: actor.by, recordedAt: actor.at } };
  const progress = { platform, decision: id, approvals: [], revocations: [], ...(hearing && { hearing }) };
  return {
    decision,
    progress,
    to: {
      ...head,
      changedAt: actor.at,
      decisions: [...standing, { ...toStanding(decision), ...(hearing && { hearing: summarizeHearing(hearing) }) }],
    },
    record: [
      { kind: 'decision', value: decision },
      { kind: 'decision-progress', value: progress },
    ],
    events: [draftEvent('decision.proposed', { decision: id, hash, kind: proposal.decision, grounds, ...(kept && { hearing: kept }) }, actor, means)],
  };
}

/** A decision as the head carries it, before anybody has given a word on it. */
export function toStanding({
  id,
  hash,
  decision,
  scope,
  effectiveAt,
  enforceBy,
  expiresAt,
  consequence,
  grounds,
  proposedBy,
  ...more
}: Decision): StandingDecision {
  return {
    id,
    hash,
    decision,
    scope,
    effectiveAt,
    enforceBy,
    expiresAt,
    consequence,
    grounds,
    ...(more.conditions && { conditions: more.conditions.map(({ id: condition }) => ({ id: condition })) }),
    ...(more.exemptions && { exemptions: more.exemptions.map(({ group, until }) => ({ group, until })) }),
    proposedBy,
    approvals: [],
    revocations: [],
    isEffective: false,
  };
}
