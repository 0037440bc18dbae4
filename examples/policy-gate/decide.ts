import type { Data } from './bundle.ts';

export type Question = {
  readonly os: string;
  readonly app: string;
  /** corporate-device or enrolled-personal-device; others are nobody's business. */
  readonly device: string;
  readonly groups: readonly string[];
  /** Conditions of a limit that hold here. */
  readonly met: readonly string[];
};
export type Verdict = { readonly allowed: boolean; readonly why: string; readonly revision: string | null };

/** What the decisions say of one app on one kind of device. An app that nobody has decided on is allowed. */
export function decide(data: Data | undefined, { os, app, device, groups, met }: Question, onStale: 'allow' | 'deny', now: Date): Verdict {
  if (!data) return { allowed: onStale === 'allow', why: 'there is no good bundle yet', revision: null };
  const { revision, freshUntil } = data.meta;
  if (now >= new Date(freshUntil)) return { allowed: onStale === 'allow', why: `the data was fresh until ${freshUntil}`, revision };
  const systems = Object.hasOwn(data.apps, os) ? data.apps[os] : undefined;
  const found = systems && Object.hasOwn(systems, app) ? systems[app] : undefined;
  if (!found || !(found.scope ?? []).includes(device)) return { allowed: true, why: 'no decision is about it', revision };
  if (groups.some((group) => found.exempted?.includes(group))) return { allowed: true, why: 'the group is exempted', revision };
  const missing = (found.conditions ?? []).filter((condition) => !met.includes(condition));
  if (found.decision === 'limit' && missing.length > 0) return { allowed: false, why: `only under ${missing.join(', ')}`, revision };
  if (found.decision === 'suspend') return { allowed: false, why: `suspended: ${found.consequence ?? found.platform}`, revision };
  return { allowed: true, why: found.decision, revision };
}
