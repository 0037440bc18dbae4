import { SYSTEMS, type System } from '../facts/app-systems.ts';
import type { PolicyContent, Ruling } from './document.ts';
import { type ListedApp, listApps } from './listed-apps.ts';

/** Ids that a sentence names before it counts the rest. */
const MOST_NAMED = 5;

/** What no control makes good, a sentence each: suspensions that name no app, and apps that a platform lists beside those that its decision names. */
export function listGaps(content: PolicyContent, systems: readonly System[] = SYSTEMS): string[] {
  const since = new Map<string, string[]>();
  for (const { system, appId, namings } of listApps(content)) {
    if (!systems.includes(system)) continue;
    for (const { platform, ruling } of namings) if (!ruling) since.set(platform, [...(since.get(platform) ?? []), `${system}:${appId}`]);
  }
  return content.rulings
    .filter(({ decision }) => decision !== 'allow')
    .flatMap((ruling) => [...describeEmpty(ruling), ...describeSince(ruling, since.get(ruling.platform) ?? [])]);
}

/** Whether a decision suspends a platform without saying by which app anybody would know it. */
export function suspendsNothing({ decision, apps }: Pick<Ruling, 'decision' | 'apps'>): boolean {
  return decision === 'suspend' && SYSTEMS.every((system) => apps[system].length === 0);
}

/** Whether a platform's decision leaves out this app of its own: listed later, so that people have not decided on it. */
export function isUndecided({ namings }: ListedApp, { platform, decision }: Ruling): boolean {
  return decision !== 'allow' && namings.some((naming) => naming.platform === platform && naming.ruling === undefined);
}

function describeEmpty(ruling: Ruling): string[] {
  return suspendsNothing(ruling) ? [`decision ${ruling.id} suspends ${ruling.platform}, which listed no app and no domain: it blocks nothing`] : [];
}

function describeSince({ id, platform }: Ruling, since: readonly string[]): string[] {
  if (since.length === 0) return [];
  const more = since.length > MOST_NAMED ? ` and ${since.length - MOST_NAMED} more` : '';
  const listed = since.length === 1 ? '1 app listed since is' : `${since.length} apps listed since are`;
  return [`${listed} not named by decision ${id} on ${platform}: ${since.slice(0, MOST_NAMED).join(', ')}${more}`];
}

/** Domains that end for one platform because another is suspended, a sentence each. */
export function describeShared(content: PolicyContent): string[] {
  return listApps(content).flatMap(({ system, appId, namings }) => {
    const suspended = namings.flatMap(({ ruling }) => (ruling?.decision === 'suspend' ? [ruling] : []));
    if (system !== 'web' || suspended.length === 0 || namings.length === 1) return [];
    const by = suspended.map(({ id, platform }) => `decision ${id} on ${platform}`).join(' and ');
    const others = namings.filter(({ ruling }) => ruling?.decision !== 'suspend').map(({ platform }) => platform);
    return [
      `shared ${appId}: blocked by ${by}${others.length > 0 ? `, and so for ${others.join(' and ')}, which ${others.length > 1 ? 'are' : 'is'} not suspended` : ''}`,
    ];
  });
}
