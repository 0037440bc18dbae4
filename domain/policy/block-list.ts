import { type DeviceScope, isAfter } from '../record/decision.ts';
import type { PolicyDocument, Ruling } from './document.ts';
import type { System } from './listed-apps.ts';

export type Block = { readonly appId: string; readonly ruling: Ruling };

export type BlockList = {
  /** To be blocked now. */
  readonly blocked: readonly Block[];
  /** Decided, and to be blocked from `enforceBy` on. */
  readonly pending: readonly Block[];
};

/** What a tool that blocks apps is given: each id once, those of suspensions alone, by id. */
export function toBlockList({ rulings }: PolicyDocument, system: System, scopes: readonly DeviceScope[]): BlockList {
  const all = new Map<string, Block>();
  for (const ruling of rulings) {
    if (ruling.decision !== 'suspend' || !ruling.scope.some((scope) => scopes.includes(scope))) continue;
    for (const appId of ruling.apps[system]) {
      const known = all.get(appId);
      // Two platforms may share an app: the earlier deadline holds.
      if (!known || isAfter(known.ruling.enforceBy, ruling.enforceBy)) all.set(appId, { appId, ruling });
    }
  }
  const sorted = [...all.values()].sort((a, b) => (a.appId < b.appId ? -1 : 1));
  return { blocked: sorted.filter(({ ruling }) => ruling.isEnforced), pending: sorted.filter(({ ruling }) => !ruling.isEnforced) };
}

/** Apps of the system itself, which no phone is without, and `com.apple.webapp`, which stands for every web clip: never blocked. */
export function isOfApple(appId: string): boolean {
  return /^com\.apple\./i.test(appId);
}

/** Lists no longer than a tool takes: as many as it needs, nothing cut off, and one that is empty for none. */
export function split<T>(items: readonly T[], max: number): T[][] {
  const parts = Array.from({ length: Math.ceil(items.length / max) }, (_, i) => items.slice(i * max, (i + 1) * max));
  return parts.length === 0 ? [[]] : parts;
}
