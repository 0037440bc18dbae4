import { listBindingIds, SYSTEMS, type System } from '../facts/app-systems.ts';
import type { Platform } from '../facts/platform.ts';
import { type SealedApps, sealApps } from './decision.ts';

/** Whether a decision that seals these apps binds this one: a domain binds those below it. */
function covers(sealed: SealedApps, system: System, appId: string): boolean {
  return listBindingIds(system, appId).some((id) => sealed[system].includes(id));
}

/** Apps that a platform lists now and that a decision on it does not name, as `android:com.example.app`. */
export function listUndecided(profile: Pick<Platform, 'apps'>, sealed: SealedApps): string[] {
  const listed = sealApps(profile);
  return SYSTEMS.flatMap((system) => listed[system].filter((appId) => !covers(sealed, system, appId)).map((appId) => `${system}:${appId}`));
}

type Named = { readonly platform: string; readonly profile: Pick<Platform, 'apps'> };

/** What a suspension or a limit of these apps would do that its proposer may not mean, a sentence each. */
export function listWarnings(platform: string, decision: 'allow' | 'limit' | 'suspend', sealed: SealedApps, others: readonly Named[]): string[] {
  if (decision === 'allow') return [];
  if (SYSTEMS.every((system) => sealed[system].length === 0))
    return [`"${platform}" lists no app and no domain: no tool can tell by what to block it`];
  const verb = decision === 'suspend' ? 'blocks' : 'limits';
  return others
    .filter((other) => other.platform !== platform)
    .flatMap((other) => {
      const apps = sealApps(other.profile);
      const shared = SYSTEMS.flatMap((system) => apps[system].filter((appId) => covers(sealed, system, appId)).map((appId) => `${system}:${appId}`));
      return shared.length === 0 ? [] : [`"${other.platform}" lists ${shared.join(', ')} too: the decision ${verb} it there as well`];
    });
}
