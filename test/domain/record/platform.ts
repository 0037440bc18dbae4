import type { Assessment } from '../../../domain/facts/assessment.ts';
import { changeProfile } from '../../../domain/record/change-profile.ts';
import type { Proposal } from '../../../domain/record/decision.ts';
import type { Decided } from '../../../domain/record/decision-progress.ts';
import type { Head } from '../../../domain/record/head.ts';
import { judgeRevision } from '../../../domain/record/judge-revision.ts';
import { Refusal, type RefusalCode } from '../../../domain/record/refusal.ts';
import type { DatedStatus, Revision } from '../../../domain/record/revision.ts';
import type { Means, Recorded, Step } from '../../../domain/record/step.ts';
import { submitRevision } from '../../../domain/record/submit-revision.ts';
import { register } from '../../register.ts';
import { assessment, path, SOURCES } from '../facts.ts';

let ids = 0;
export const means: Means = {
  register,
  newId: (prefix) => {
    ids += 1;
    return `${prefix}_${String(ids).padStart(6, '0')}`;
  },
};

export const NOON = '2023-02-23T12:00:00.000Z';
export const profile = { name: 'A platform', operator: 'Somebody', apps: { android: ['b.app', 'a.app'] } };
/** Rated, and high: content in a country with far-reaching powers. */
export const facts: Assessment = assessment([path('CN', 'storage'), path('CN', 'remote-access')], { asOf: '2023-02-20' });
export const by = (person: string, at = NOON) => ({ by: person, at });

/** The head after a step, as a commit would write it. */
export function headAfter(step: Step, before?: Head): Head {
  return { ...step.to, version: (before?.version ?? 0) + 1, sequence: (before?.sequence ?? 0) + step.events.length, lastHash: null };
}

export function created(change: object = {}): Head {
  return headAfter(changeProfile(undefined, { platform: 'p', profile: { ...profile, ...change } }, by('analyst'), means));
}

export type Submitted = { readonly head: Head; readonly status: DatedStatus; readonly revision: Revision };

export function submitted(head: Head, content = facts, who = by('analyst')): Submitted {
  const step = submitRevision(head, content, who, means);
  return { head: headAfter(step, head), status: step.status, revision: recordedOf(step, 'revision') };
}

export type Approved = { readonly head: Head; readonly revision: Revision; readonly step: ReturnType<typeof judgeRevision> };

/** Submits as one person and approves as another. */
export function approved(head: Head, content = facts, at = NOON, before?: Revision): Approved {
  const { head: waiting, status, revision } = submitted(head, content, by('analyst', at));
  const verdict = { verdict: 'approve', hash: status.hash } as const;
  const step = judgeRevision(waiting, { status, verdict, facts: { revision, before } }, by('reviewer', at), means);
  return { head: headAfter(step, waiting), revision, step };
}

type Value<Kind extends Recorded['kind']> = Extract<Recorded, { kind: Kind }>['value'];

/** What a step records of a kind; it must be there once. */
export function recordedOf<Kind extends Recorded['kind']>({ record }: Step, kind: Kind): Value<Kind> {
  const [value, ...more] = record.flatMap((one) => (one.kind === kind ? [one.value as Value<Kind>] : []));
  if (value === undefined || more.length > 0) throw new Error(`${kind} is not recorded once`);
  return value;
}

export const typesOf = ({ events }: Step) => events.map(({ type }) => type);

/** The code that a rule refuses with. */
export function refusalOf(act: () => unknown): RefusalCode | undefined {
  try {
    act();
    return undefined;
  } catch (error) {
    if (error instanceof Refusal) return error.code;
    throw error;
  }
}

export const proposal: Proposal = {
  decision: 'suspend',
  scope: ['corporate-device'],
  effectiveAt: '2023-03-01T00:00:00Z',
  enforceBy: '2023-03-15T00:00:00Z',
  consequence: 'Loss of corporate apps.',
  expiresAt: '2024-02-23T00:00:00Z',
  note: 'Because of its paths.',
};

export const decidedOf = ({ decision, progress }: Decided): Decided => ({ decision, progress });
/** Facts that nothing is known of: unrated. */
export const unknown: Assessment = { asOf: '2023-02-20', sources: SOURCES, paths: [] };
