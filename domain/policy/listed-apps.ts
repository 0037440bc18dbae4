import { listBindingIds, SYSTEMS, type System } from '../facts/app-systems.ts';
import type { AssessedPlatform, PolicyContent, Ruling } from './document.ts';

/** A platform that names an app, and the decision in force on it where that binds this app; the two are never of different platforms. */
export type Naming = {
  readonly platform: string;
  readonly assessed: AssessedPlatform | undefined;
  readonly ruling: Ruling | undefined;
};

/** An app, and every platform that names it: whose decision is strictest comes first, then whose deadline is earlier, whose score higher. */
export type ListedApp = {
  readonly system: System;
  readonly appId: string;
  readonly namings: readonly Naming[];
};

/**
 * Every app that an assessed platform lists or a decision in force seals, each once, by system and id. A platform's app that its decision
 * does not name is named without a ruling. A ruling on a domain binds the domains below it, because filters know no difference.
 */
export function listApps({ platforms, rulings }: PolicyContent): ListedApp[] {
  const assessed = new Map(platforms.map((platform) => [platform.id, platform]));
  const ruled = new Map(rulings.map((ruling) => [ruling.platform, ruling]));
  const ids = [...new Set([...assessed.keys(), ...ruled.keys()])].sort();
  return SYSTEMS.flatMap((system) => {
    const naming = new Map<string, Set<string>>();
    for (const id of ids) {
      for (const app of [...(ruled.get(id)?.apps[system] ?? []), ...(assessed.get(id)?.apps[system] ?? [])]) add(naming, app, id);
    }
    const sealing = new Map<string, Set<string>>();
    for (const ruling of rulings) for (const app of ruling.apps[system]) add(sealing, app, ruling.platform);
    return [...naming.keys()].sort().map((appId): ListedApp => {
      const binding = new Set(listBindingIds(system, appId).flatMap((id) => [...(sealing.get(id) ?? [])]));
      const named = [...new Set([...(naming.get(appId) ?? []), ...binding])].map(
        (id): Naming => ({ platform: id, assessed: assessed.get(id), ruling: binding.has(id) ? ruled.get(id) : undefined }),
      );
      return { system, appId, namings: named.sort(byStrictness) };
    });
  });
}

function add(sets: Map<string, Set<string>>, key: string, value: string): void {
  const set = sets.get(key);
  if (set) set.add(value);
  else sets.set(key, new Set([value]));
}

const STRICTEST = ['suspend', 'limit', 'allow', undefined];

function byStrictness(one: Naming, other: Naming): number {
  const byDecision = STRICTEST.indexOf(one.ruling?.decision) - STRICTEST.indexOf(other.ruling?.decision);
  if (byDecision !== 0) return byDecision;
  const byDeadline = Date.parse(one.ruling?.enforceBy ?? '') - Date.parse(other.ruling?.enforceBy ?? '');
  const byScore = highOf(other) - highOf(one);
  return byDeadline || byScore || (one.platform < other.platform ? -1 : 1);
}

const highOf = ({ assessed }: Naming) => assessed?.score.high ?? -1;
