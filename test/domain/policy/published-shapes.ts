import * as z from 'zod';

/** What the vendors’ types do not say of the resources that exports use: limits and enumerations, as their documents have them. */

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
  displayName: z.string().max(200),
  description: z.string(),
  compliantAppListType: z.enum(['none', 'appsInListCompliant', 'appsNotInListCompliant']),
  compliantAppsList: z.array(AppListItem).max(10_000),
});
/** https://learn.microsoft.com/graph/api/resources/intune-deviceconfig-ioscompliancepolicy?view=graph-rest-beta */
export const IosCompliance = z.strictObject({
  '@odata.type': z.literal('#microsoft.graph.iosCompliancePolicy'),
  displayName: z.string().max(200),
  description: z.string(),
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
  displayName: z.string().max(200),
  description: z.string(),
  personalProfilePlayStoreMode: z.enum(['notConfigured', 'blockedApps', 'allowedApps']),
  personalProfilePersonalApplications: z.array(AppListItem).max(500),
});
