import type { System } from './app-systems.ts';

/** An app without which a device cannot be managed, found, or used at all: a decision on a platform never means it. */
type SystemApp = {
  /** The id, or the beginning of every id of the kind where it ends in a dot. */
  readonly id: string;
  readonly what: string;
  /** Where the id is said. */
  readonly source: string;
};

const AOSP = 'https://android.googlesource.com/platform/packages/';
const PLAY = 'https://play.google.com/store/apps/details?id=';
const GOOGLE = 'https://developers.google.com/android/management/apps';
const INTUNE = 'https://learn.microsoft.com/mem/intune/protect/app-protection-framework';

/** The system, what installs its apps, and what policies reach a device through. */
export const SYSTEM_APPS: Readonly<Record<'android' | 'ios', readonly SystemApp[]>> = {
  android: [
    {
      id: 'android',
      what: 'the framework of Android',
      source: 'https://android.googlesource.com/platform/frameworks/base/+/refs/heads/main/core/res/AndroidManifest.xml',
    },
    {
      id: 'com.android.',
      what: 'parts of Android: settings, phone, the Play Store and others',
      source: `${AOSP}apps/Settings/+/refs/heads/main/AndroidManifest.xml`,
    },
    { id: 'com.google.android.gms', what: 'Google Play services', source: `${PLAY}com.google.android.gms` },
    { id: 'com.google.android.gsf', what: 'Google Services Framework', source: GOOGLE },
    { id: 'com.google.android.packageinstaller', what: 'the package installer', source: `${AOSP}modules/Permission/` },
    { id: 'com.google.android.permissioncontroller', what: 'the permission controller', source: `${AOSP}modules/Permission/` },
    { id: 'com.google.android.setupwizard', what: 'the setup wizard', source: GOOGLE },
    { id: 'com.google.android.webview', what: 'Android System WebView', source: `${PLAY}com.google.android.webview` },
    { id: 'com.google.android.networkstack', what: 'the network stack', source: `${AOSP}modules/NetworkStack/` },
    { id: 'com.google.android.ext.', what: 'services of the system', source: `${AOSP}modules/ExtServices/` },
    { id: 'com.google.android.modulemetadata', what: 'the list of system modules', source: `${AOSP}modules/ModuleMetadata/` },
    { id: 'com.google.android.apps.work.', what: 'Android Device Policy', source: `${PLAY}com.google.android.apps.work.clouddpc` },
    { id: 'com.google.android.apps.enterprise.', what: 'Google Apps Device Policy', source: `${PLAY}com.google.android.apps.enterprise.dmagent` },
    { id: 'com.microsoft.windowsintune.companyportal', what: 'Intune Company Portal', source: `${PLAY}com.microsoft.windowsintune.companyportal` },
    { id: 'com.microsoft.intune', what: 'Microsoft Intune', source: `${PLAY}com.microsoft.intune` },
    { id: 'com.azure.authenticator', what: 'Microsoft Authenticator, which signs devices in', source: `${PLAY}com.azure.authenticator` },
    { id: 'com.airwatch.androidagent', what: 'Workspace ONE Intelligent Hub', source: `${PLAY}com.airwatch.androidagent` },
    { id: 'com.mobileiron', what: 'Ivanti Mobile@Work', source: `${PLAY}com.mobileiron` },
    { id: 'com.samsung.android.knox.', what: 'Samsung Knox', source: `${PLAY}com.samsung.android.knox.kpu` },
  ],
  ios: [
    {
      id: 'com.apple.',
      what: 'apps of the system, and `com.apple.webapp`, which stands for every web clip',
      source: 'https://support.apple.com/guide/deployment/depece748c41/web',
    },
    { id: 'com.microsoft.CompanyPortal', what: 'Intune Company Portal', source: INTUNE },
    { id: 'com.microsoft.azureauthenticator', what: 'Microsoft Authenticator, which signs devices in', source: INTUNE },
    { id: 'com.air-watch.agent', what: 'Workspace ONE Intelligent Hub', source: 'https://apps.apple.com/app/id338761996' },
    { id: 'com.mobileiron.phoneatwork', what: 'Ivanti Mobile@Work', source: 'https://apps.apple.com/app/id320659794' },
  ],
};

/** Whether an id is of the system or of what policies reach a device through, in whatever letters: for iOS large and small ones are the same. */
export function isOfSystem(system: System, appId: string): boolean {
  if (system === 'web') return false;
  const asked = appId.toLowerCase();
  return SYSTEM_APPS[system].some(({ id }) => (id.endsWith('.') ? asked.startsWith(id.toLowerCase()) : asked === id.toLowerCase()));
}
