import type { System } from '../facts/app-systems.ts';
import { type DeviceScope, isAfter } from '../record/decision.ts';
import type { PolicyDocument, Ruling } from './document.ts';
import { listApps } from './listed-apps.ts';

export type Block = {
  readonly appId: string;
  /** The suspension whose deadline is the earliest: what a list says beside the app. */
  readonly ruling: Ruling;
  /** All suspensions of the app on these devices, of however many platforms. */
  readonly rulings: readonly Ruling[];
};

export type BlockList = {
  /** To be blocked now. */
  readonly blocked: readonly Block[];
  /** Decided, and to be blocked from `enforceBy` on. */
  readonly pending: readonly Block[];
};

/** What a tool that blocks apps is given: each id once, those of suspensions alone, by id. */
export function toBlockList(document: PolicyDocument, system: System, scopes: readonly DeviceScope[]): BlockList {
  const all = listApps(document).flatMap((app): Block[] => {
    if (app.system !== system) return [];
    // In the order of their deadlines, because all are as strict.
    const rulings = app.namings.flatMap(({ ruling }) => (ruling && suspendsOn(ruling, scopes) ? [ruling] : []));
    const [ruling] = rulings;
    return ruling ? [{ appId: app.appId, ruling, rulings }] : [];
  });
  return { blocked: all.filter(({ ruling }) => ruling.isEnforced), pending: all.filter(({ ruling }) => !ruling.isEnforced) };
}

function suspendsOn({ decision, scope }: Ruling, scopes: readonly DeviceScope[]): boolean {
  return decision === 'suspend' && scope.some((device) => scopes.includes(device));
}

/** Groups that a block does not bind: those that every suspension behind it exempts, until the first of them binds. */
export function listExempted({ ruling: first, rulings }: Block): Ruling['exemptions'] {
  // One whose own deadline is later binds nobody before.
  const binding = rulings.filter(({ isEnforced, enforceBy }) => isEnforced || !isAfter(enforceBy, first.enforceBy));
  return first.exemptions.flatMap(({ group }) => {
    const untilOf = ({ exemptions }: Ruling) => exemptions.find((one) => one.group === group)?.until;
    if (binding.some((ruling) => untilOf(ruling) === undefined)) return [];
    const [until] = rulings.map((ruling) => untilOf(ruling) ?? ruling.enforceBy).sort((a, b) => Date.parse(a) - Date.parse(b));
    return until === undefined ? [] : [{ group, until }];
  });
}

/** Lists no longer than a tool takes: as many as it needs, nothing cut off, and one that is empty for none. */
export function split<T>(items: readonly T[], max: number): T[][] {
  const parts = Array.from({ length: Math.ceil(items.length / max) }, (_, i) => items.slice(i * max, (i + 1) * max));
  return parts.length === 0 ? [[]] : parts;
}
