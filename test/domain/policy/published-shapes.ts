import { z } from 'zod';

/** The tools’ resources as far as exports use them: names, limits and enumerations as their vendors document them, written down here and not fetched. */

/** https://developers.google.com/android/management/reference/rest/v1/enterprises.policies#ApplicationPolicy */
const ApplicationPolicy = z.strictObject({
  packageName: z.string(),
  installType: z.enum(['PREINSTALLED', 'FORCE_INSTALLED', 'BLOCKED', 'AVAILABLE', 'REQUIRED_FOR_SETUP', 'KIOSK', 'CUSTOM']),
});
/** https://developers.google.com/android/management/reference/rest/v1/enterprises.policies#PersonalUsagePolicies */
export const AndroidPolicy = z.strictObject({
  applications: z.array(ApplicationPolicy).max(3000),
  personalUsagePolicies: z
    .strictObject({
      personalPlayStoreMode: z.enum(['BLOCKLIST', 'ALLOWLIST']),
      personalApplications: z.array(z.strictObject({ packageName: z.string(), installType: z.enum(['BLOCKED', 'AVAILABLE']) })),
    })
    .optional(),
});
/** https://developers.google.com/android/management/reference/rest/v1/enterprises.policies/modifyPolicyApplications */
export const AndroidModification = z.strictObject({
  changes: z.array(z.strictObject({ application: ApplicationPolicy, updateMask: z.string() })),
});

/** https://learn.microsoft.com/graph/api/resources/intune-deviceconfig-applistitem */
const AppListItem = z.strictObject({
  '@odata.type': z.literal('#microsoft.graph.appListItem'),
  name: z.string(),
  publisher: z.string(),
  appStoreUrl: z.url().optional(),
  appId: z.string(),
});
/** https://learn.microsoft.com/graph/api/resources/intune-deviceconfig-iosgeneraldeviceconfiguration */
export const IosRestrictions = z.strictObject({
  '@odata.type': z.literal('#microsoft.graph.iosGeneralDeviceConfiguration'),
  displayName: z.string(),
  compliantAppListType: z.enum(['none', 'appsInListCompliant', 'appsNotInListCompliant']),
  compliantAppsList: z.array(AppListItem).max(10_000),
});
/** https://learn.microsoft.com/graph/api/resources/intune-deviceconfig-ioscompliancepolicy?view=graph-rest-beta */
export const IosCompliance = z.strictObject({
  '@odata.type': z.literal('#microsoft.graph.iosCompliancePolicy'),
  displayName: z.string(),
  restrictedApps: z.array(AppListItem).max(100),
  scheduledActionsForRule: z
    .array(
      z.strictObject({
        ruleName: z.string(),
        scheduledActionConfigurations: z.array(
          z.strictObject({
            actionType: z.enum(['noAction', 'notification', 'block', 'retire', 'removeResourceAccessProfiles', 'pushNotification']),
            gracePeriodHours: z.int().min(0).max(8760),
            notificationTemplateId: z.string(),
            notificationMessageCCList: z.array(z.string()),
          }),
        ),
      }),
    )
    .length(1),
});
/** https://learn.microsoft.com/graph/api/resources/intune-deviceconfig-androiddeviceownergeneraldeviceconfiguration */
export const AndroidDeviceOwner = z.strictObject({
  '@odata.type': z.literal('#microsoft.graph.androidDeviceOwnerGeneralDeviceConfiguration'),
  displayName: z.string(),
  personalProfilePlayStoreMode: z.enum(['notConfigured', 'blockedApps', 'allowedApps']),
  personalProfilePersonalApplications: z.array(AppListItem).max(500),
});

/** https://github.com/apple/device-management/blob/release/mdm/profiles/com.apple.applicationaccess.yaml */
const Restrictions = z.strictObject({
  PayloadType: z.literal('com.apple.applicationaccess'),
  PayloadVersion: z.literal(1),
  PayloadIdentifier: z.string(),
  PayloadUUID: z.uuid(),
  blockedAppBundleIDs: z.array(z.string()),
});
/** https://github.com/apple/device-management/blob/release/mdm/profiles/TopLevel.yaml */
export const AppleProfile = z.strictObject({
  PayloadType: z.literal('Configuration'),
  PayloadVersion: z.literal(1),
  PayloadIdentifier: z.string(),
  PayloadUUID: z.uuid(),
  PayloadDisplayName: z.string(),
  PayloadDescription: z.string(),
  PayloadScope: z.enum(['System', 'User']),
  PayloadContent: z.array(Restrictions).length(1),
});

/** Reads a property list of dictionaries, arrays, strings and integers back. */
export function readPlist(xml: string): unknown {
  const tokens = [...xml.slice(xml.indexOf('<plist')).matchAll(/<(\/?)(\w+)[^>]*>([^<]*)/g)].map(([, end, tag, text]) => ({
    end: end === '/',
    tag,
    text,
  }));
  let place = 1;
  const toText = (text = '') => text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&');
  const readValue = (): unknown => {
    const { tag, text } = tokens[place] ?? {};
    place += 1;
    if (tag === 'string' || tag === 'integer') {
      place += 1;
      return tag === 'string' ? toText(text) : Number(text);
    }
    const list: unknown[] = [];
    const map: Record<string, unknown> = {};
    while (tokens[place]?.end === false) {
      if (tag === 'array') list.push(readValue());
      else {
        const key = toText(tokens[place]?.text);
        place += 2;
        map[key] = readValue();
      }
    }
    place += 1;
    return tag === 'array' ? list : map;
  };
  return readValue();
}
