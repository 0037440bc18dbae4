import { isBlockable } from '../facts/app-id.ts';
import type { DeviceScope } from '../record/decision.ts';
import { type Block, split, toBlockList } from './block-list.ts';
import type { PolicyDocument } from './document.ts';
import { ENFORCEMENT } from './enforcement.ts';
import { toEntry, toEnvelope } from './envelope.ts';

/** Apps that one policy of the Android Management API takes. */
const MOST_ANDROID_APPS = 3000;

/** How the device is enrolled, whom it belongs to, and what then reaches it. */
const MODES = {
  fully_managed: { scopes: ['corporate-device'], enforcement: ENFORCEMENT.androidManaged },
  company_work_profile: { scopes: ['corporate-device'], enforcement: ENFORCEMENT.androidCompanyProfile },
  personal_work_profile: { scopes: ['enrolled-personal-device'], enforcement: ENFORCEMENT.androidPersonalProfile },
} as const satisfies Record<string, { scopes: readonly DeviceScope[]; enforcement: unknown }>;
export const ANDROID_MODES = ['fully_managed', 'company_work_profile', 'personal_work_profile'] as const satisfies readonly (keyof typeof MODES)[];
export type AndroidMode = (typeof ANDROID_MODES)[number];

/** Fragments of a policy, in as many parts as the limit asks for. */
export function toAndroidPolicies(document: PolicyDocument, mode: AndroidMode): string {
  return toAndroid(document, mode, 'policies', (blocked) =>
    split(blocked, MOST_ANDROID_APPS).map((blocks) => {
      const applications = blocks.map(toApplication);
      if (mode !== 'company_work_profile') return { applications };
      return { applications, personalUsagePolicies: { personalPlayStoreMode: 'BLOCKLIST', personalApplications: applications } };
    }),
  );
}

/** Bodies for `:modifyPolicyApplications`, which touches the apps it names and no other; none when there is no app, because it refuses an empty one. */
export function toAndroidChanges(document: PolicyDocument, mode: AndroidMode): string {
  return toAndroid(document, mode, 'modifications', (blocked) =>
    split(blocked, MOST_ANDROID_APPS)
      .filter((blocks) => blocks.length > 0)
      .map((blocks) => ({ changes: blocks.map((block) => ({ application: toApplication(block), updateMask: 'installType' })) })),
  );
}

function toAndroid(document: PolicyDocument, mode: AndroidMode, name: string, toParts: (blocked: readonly Block[]) => object[]): string {
  const { scopes, enforcement } = MODES[mode];
  const { blocked, pending } = toBlockList(document, 'android', scopes);
  const taken = blocked.filter(({ appId }) => isBlockable('android', appId));
  return JSON.stringify({
    ...toEnvelope(document, { max: MOST_ANDROID_APPS, used: taken.length }, enforcement, ['android']),
    mode,
    [name]: toParts(taken),
    blocked: blocked.map(toEntry),
    pending: pending.map(toEntry),
    refused: blocked.filter((block) => !taken.includes(block)).map(({ appId }) => appId),
  });
}

function toApplication({ appId }: Block) {
  return { packageName: appId, installType: 'BLOCKED' };
}
