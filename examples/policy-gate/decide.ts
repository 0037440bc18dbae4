import type { Data, Ruling } from './bundle.ts';

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
  const rulings = findApp(data, os, app)?.rulings ?? [];
  const inScope = rulings.filter(({ scope }) => scope.includes(device));
  if (inScope.length === 0) return { allowed: true, why: 'no decision is about it', revision };
  const binding = inScope.filter(({ exempted }) => !groups.some((group) => exempted.includes(group)));
  if (binding.length === 0) return { allowed: true, why: 'the group is exempted', revision };
  // Each ruling that binds is enough to deny it.
  for (const ruling of binding) {
    const denied = sayDenied(ruling, met);
    if (denied !== undefined) return { allowed: false, why: denied, revision };
  }
  return { allowed: true, why: binding[0]?.decision ?? 'none', revision };
}

function sayDenied({ decision, conditions, consequence, platform }: Ruling, met: readonly string[]): string | undefined {
  if (decision === 'suspend') return `suspended: ${consequence || platform}`;
  const missing = conditions.filter((condition) => !met.includes(condition));
  return decision === 'limit' && missing.length > 0 ? `only under ${missing.join(', ')}` : undefined;
}

/** The app of this id; of a domain that nobody lists, the nearest above it that somebody lists, because a decision binds what lies below. */
function findApp({ apps }: Data, os: string, app: string): Data['apps'][string][string] | undefined {
  const listed = Object.hasOwn(apps, os) ? apps[os] : undefined;
  const labels = app.toLowerCase().replace(/\.$/, '').split('.');
  const names = os === 'web' ? labels.map((_, i) => labels.slice(i).join('.')) : [app];
  const name = names.find((one) => listed && Object.hasOwn(listed, one));
  return name === undefined ? undefined : listed?.[name];
}
