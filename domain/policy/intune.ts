import { isBlockable } from '../facts/app-id.ts';
import { hashOf } from '../facts/hash.ts';
import { DEVICE_SCOPES, type DeviceScope } from '../record/decision.ts';
import { type Block, listExempted, split, toBlockList } from './block-list.ts';
import type { PolicyDocument, Ruling } from './document.ts';
import { ENFORCEMENT } from './enforcement.ts';
import { toEntry, toEnvelope } from './envelope.ts';

/** Apps in one list, by the resource of Microsoft Graph. */
export const MOST_INTUNE_APPS = { 'ios-restrictions': 10_000, 'ios-compliance': 100, 'android-device-owner': 500 } as const;
export const INTUNE_KINDS = [
  'ios-restrictions',
  'ios-compliance',
  'android-device-owner',
] as const satisfies readonly (keyof typeof MOST_INTUNE_APPS)[];
export type IntuneKind = (typeof INTUNE_KINDS)[number];

const HOUR_MS = 3_600_000;
const LONGEST_GRACE_HOURS = 8760;
/** Characters of a policy's name that may name groups. */
const LONGEST_GROUPS = 80;
const PLAY = 'https://play.google.com/store/apps/details?id=';

/** Devices that each kind reaches, whose apps it carries, and which version of Microsoft Graph has the resource with these fields. */
const KINDS = {
  'ios-restrictions': { system: 'ios', scopes: DEVICE_SCOPES, api: 'v1.0', enforcement: ENFORCEMENT.intuneRestrictions },
  'ios-compliance': { system: 'ios', scopes: DEVICE_SCOPES, api: 'beta', enforcement: ENFORCEMENT.intuneCompliance },
  'android-device-owner': { system: 'android', scopes: ['corporate-device'], api: 'beta', enforcement: ENFORCEMENT.intuneAndroid },
} as const satisfies Record<IntuneKind, { system: 'android' | 'ios'; scopes: readonly DeviceScope[]; api: string; enforcement: unknown }>;

/** Bodies for Microsoft Graph, in as many policies as devices, deadlines and the limit ask for; `assignments` says of each which policy of the tenant it is. */
export function toIntunePolicies(document: PolicyDocument, kind: IntuneKind): string {
  const { system, scopes, api, enforcement } = KINDS[kind];
  const max = MOST_INTUNE_APPS[kind];
  const { blocked, pending } = toBlockList(document, system, scopes);
  // A compliance policy carries the deadline itself, so that it is to be in place before.
  const all = kind === 'ios-compliance' ? [...blocked, ...pending] : blocked;
  const refused = all.flatMap(({ appId }) => (isBlockable(system, appId) ? [] : [appId]));
  const parts = listLists(document, kind).flatMap((list) =>
    split(list.blocks, max).map((blocks, i) => toPart(document, kind, { ...list, blocks }, i + 1)),
  );
  return JSON.stringify({
    ...toEnvelope(document, { max, used: all.length - refused.length }, enforcement, [system]),
    kind,
    api,
    policies: parts.map(({ policy }) => policy),
    assignments: parts.map(({ assignment }) => assignment),
    blocked: blocked.map(toEntry),
    pending: pending.map(toEntry),
    refused,
  });
}

/** Apps of one assignment: of the same devices and, with a grace period, of the same deadline, from which the same groups are left out. */
type List = {
  readonly devices: readonly DeviceScope[];
  readonly exempted: readonly string[];
  readonly enforceBy: string | null;
  readonly blocks: readonly Block[];
};

/** What binds one kind of device, or exempts one group, is kept apart from what does not; one list that is empty when nothing is blocked. */
function listLists(document: PolicyDocument, kind: IntuneKind): List[] {
  const { system, scopes } = KINDS[kind];
  const found = scopes.flatMap((device) => {
    const { blocked, pending } = toBlockList(document, system, [device]);
    const isTimed = kind === 'ios-compliance';
    return (isTimed ? [...blocked, ...pending] : blocked)
      .filter(({ appId }) => isBlockable(system, appId))
      .flatMap((block) => (isTimed ? listWaves(block) : [block]))
      .map((block) => {
        const exempted = listExempted(block).map(({ group }) => group);
        return { device, block, exempted: exempted.sort(), enforceBy: isTimed ? new Date(block.ruling.enforceBy).toISOString() : null };
      });
  });
  const apps = Object.values(groupBy(found, ({ block, exempted, enforceBy }) => JSON.stringify([block.appId, exempted, enforceBy])));
  const lists = groupBy(apps, (same) => JSON.stringify([same[0]?.enforceBy, same.map(({ device }) => device), same[0]?.exempted]));
  const sorted = Object.entries(lists)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, [first = []]]): List => {
      const blocks = (lists[key] ?? []).flatMap(([one]) => one?.block ?? []).sort((a, b) => (a.appId < b.appId ? -1 : 1));
      return { devices: first.map(({ device }) => device), exempted: first[0]?.exempted ?? [], enforceBy: first[0]?.enforceBy ?? null, blocks };
    });
  return sorted.length > 0 ? sorted : [{ devices: scopes, exempted: [], enforceBy: null, blocks: [] }];
}

/** A suspension each, but for those that bind nobody whom one with an earlier deadline does not bind. */
function listWaves({ appId, rulings }: Block): Block[] {
  const waves: Ruling[] = [];
  for (const ruling of rulings) {
    const exempted = new Set(ruling.exemptions.map(({ group }) => group));
    if (!waves.some(({ exemptions }) => exemptions.every(({ group }) => exempted.has(group)))) waves.push(ruling);
  }
  return waves.map((ruling) => ({ appId, ruling, rulings: [ruling] }));
}

function groupBy<T>(items: readonly T[], toKey: (item: T) => string): Record<string, T[]> {
  return Object.groupBy(items, toKey) as Record<string, T[]>;
}

/** A policy, and what names it among the others: the same from revision to revision, so that each body changes the policy that it made. */
function toPart(document: PolicyDocument, kind: IntuneKind, { devices, exempted, enforceBy, blocks }: List, part: number) {
  const words = [
    kind,
    enforceBy ?? [],
    devices.length === DEVICE_SCOPES.length ? 'all-devices' : devices,
    nameGroups(exempted),
    `part-${part}`,
  ].flat();
  const key = words.join('/');
  const described = [`revision ${document.revision}`, `for ${devices.join(' and ')}`, enforceBy === null ? [] : `enforced by ${enforceBy}`].flat();
  const named = {
    displayName: `Whereabouts ${words.join(' ')}`,
    description: [...described, ...exempted.map((group) => `without ${group}`)].join('; '),
  };
  return {
    policy: toPolicy(document, kind, named, { enforceBy, blocks }),
    assignment: { key, displayName: named.displayName, devices, exempted, enforceBy },
  };
}

/** Names of groups are as long as people like; that of a policy is not. */
function nameGroups(exempted: readonly string[]): string[] {
  if (exempted.length === 0) return [];
  const names = `without-${exempted.join('+')}`;
  return [names.length <= LONGEST_GROUPS ? names : `without-${exempted.length}-groups-${hashOf(exempted).slice(0, 8)}`];
}

function toPolicy(
  { dataAsOf }: PolicyDocument,
  kind: IntuneKind,
  named: { readonly displayName: string; readonly description: string },
  { enforceBy, blocks }: Pick<List, 'enforceBy' | 'blocks'>,
) {
  if (kind === 'ios-restrictions') {
    const apps = { compliantAppListType: 'appsNotInListCompliant', compliantAppsList: blocks.map(toListItem) };
    return { '@odata.type': '#microsoft.graph.iosGeneralDeviceConfiguration', ...named, ...apps };
  }
  if (kind === 'android-device-owner') {
    const apps = blocks.map((block) => ({ ...toListItem(block), appStoreUrl: `${PLAY}${block.appId}` }));
    return {
      '@odata.type': '#microsoft.graph.androidDeviceOwnerGeneralDeviceConfiguration',
      ...named,
      personalProfilePlayStoreMode: 'blockedApps',
      personalProfilePersonalApplications: apps,
    };
  }
  const hours = enforceBy === null ? 0 : Math.ceil((Date.parse(enforceBy) - Date.parse(dataAsOf)) / HOUR_MS);
  const gracePeriodHours = Math.min(LONGEST_GRACE_HOURS, Math.max(0, hours));
  return {
    '@odata.type': '#microsoft.graph.iosCompliancePolicy',
    ...named,
    restrictedApps: blocks.map(toListItem),
    scheduledActionsForRule: [
      {
        ruleName: 'whereabouts',
        scheduledActionConfigurations: [{ actionType: 'block', gracePeriodHours, notificationTemplateId: '', notificationMessageCCList: [] }],
      },
    ],
  };
}

function toListItem({ appId, ruling }: Block) {
  return { '@odata.type': '#microsoft.graph.appListItem', name: ruling.platform, publisher: ruling.platform, appId };
}
