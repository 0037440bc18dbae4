import { DEVICE_SCOPES } from '../record/decision.ts';
import { type Block, isOfApple, split, toBlockList } from './block-list.ts';
import type { PolicyDocument } from './document.ts';
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
const PLAY = 'https://play.google.com/store/apps/details?id=';

/** Bodies for Microsoft Graph, in as many policies as the limit asks for. */
export function toIntunePolicies(document: PolicyDocument, kind: IntuneKind): string {
  const max = MOST_INTUNE_APPS[kind];
  const system = kind === 'android-device-owner' ? 'android' : 'ios';
  const { blocked, pending } = toBlockList(document, system, kind === 'android-device-owner' ? ['corporate-device'] : DEVICE_SCOPES);
  // A compliance policy carries the deadline itself, so that it is to be in place before.
  const all = kind === 'ios-compliance' ? [...blocked, ...pending] : blocked;
  const listed = all.filter(({ appId }) => system !== 'ios' || !isOfApple(appId));
  return JSON.stringify({
    ...toEnvelope(document, { max, used: listed.length }, ENFORCEMENT[NOTES[kind]]),
    kind,
    api: APIS[kind],
    policies:
      kind === 'ios-compliance' ? compliance(document, listed, max) : split(listed, max).map((blocks, i) => restrictions(document, kind, blocks, i)),
    blocked: blocked.map(toEntry),
    pending: pending.map(toEntry),
    refused: all.filter((block) => !listed.includes(block)).map(({ appId }) => appId),
  });
}

/** Which version of Microsoft Graph has the resource with these fields. */
const APIS = { 'ios-restrictions': 'v1.0', 'ios-compliance': 'beta', 'android-device-owner': 'beta' } as const;

const NOTES = { 'ios-restrictions': 'intuneRestrictions', 'ios-compliance': 'intuneCompliance', 'android-device-owner': 'intuneAndroid' } as const;

function restrictions({ revision }: PolicyDocument, kind: Exclude<IntuneKind, 'ios-compliance'>, blocks: readonly Block[], part: number) {
  const displayName = `Whereabouts: blocked apps ${part + 1} (revision ${revision})`;
  const apps = blocks.map(toListItem);
  return kind === 'ios-restrictions'
    ? {
        '@odata.type': '#microsoft.graph.iosGeneralDeviceConfiguration',
        displayName,
        compliantAppListType: 'appsNotInListCompliant',
        compliantAppsList: apps,
      }
    : {
        '@odata.type': '#microsoft.graph.androidDeviceOwnerGeneralDeviceConfiguration',
        displayName,
        personalProfilePlayStoreMode: 'blockedApps',
        personalProfilePersonalApplications: blocks.map((block) => ({ ...toListItem(block), appStoreUrl: `${PLAY}${block.appId}` })),
      };
}

/** A policy for each deadline, because the grace period is the policy's. */
function compliance({ revision, dataAsOf }: PolicyDocument, blocks: readonly Block[], max: number) {
  const byGrace = new Map<number, Block[]>();
  for (const block of blocks) {
    const hours = Math.ceil((Date.parse(block.ruling.enforceBy) - Date.parse(dataAsOf)) / HOUR_MS);
    const grace = Math.min(LONGEST_GRACE_HOURS, Math.max(0, hours));
    byGrace.set(grace, [...(byGrace.get(grace) ?? []), block]);
  }
  if (byGrace.size === 0) byGrace.set(0, []);
  return [...byGrace]
    .sort(([a], [b]) => a - b)
    .flatMap(([gracePeriodHours, apps]) =>
      split(apps, max).map((part, i) => ({
        '@odata.type': '#microsoft.graph.iosCompliancePolicy',
        displayName: `Whereabouts: compliance ${gracePeriodHours} h ${i + 1} (revision ${revision})`,
        restrictedApps: part.map(toListItem),
        scheduledActionsForRule: [
          {
            ruleName: 'whereabouts',
            scheduledActionConfigurations: [{ actionType: 'block', gracePeriodHours, notificationTemplateId: '', notificationMessageCCList: [] }],
          },
        ],
      })),
    );
}

function toListItem({ appId, ruling }: Block) {
  return { '@odata.type': '#microsoft.graph.appListItem', name: ruling.platform, publisher: ruling.platform, appId };
}
