import { describe, expect, it } from 'vitest';
import { isBlockable } from '../../../domain/facts/app-id.ts';
import { Platform } from '../../../domain/facts/platform.ts';
import { SubmittedProfile } from '../../../domain/facts/submitted-profile.ts';
import { isOfSystem, SYSTEM_APPS } from '../../../domain/facts/system-apps.ts';
import { readShape } from '../../../domain/record/unknown-members.ts';

const profile = (system: string, ...ids: string[]) => ({ name: 'Social', operator: 'Somebody', apps: { [system]: ids } });
const faultsOf = (system: string, ...ids: string[]) =>
  SubmittedProfile.safeParse(profile(system, ...ids)).error?.issues.map(({ path, message }) => `${path.join('/')} ${message}`) ?? [];

describe('an id is that of its system', () => {
  it.each([
    ['android', 'com.zhiliaoapp.musically'],
    ['android', 'org.thoughtcrime.securesms'],
    ['android', 'a.B_2.c9'],
    ['android', 'com.google.android.youtube'],
    ['android', 'com.google.android.apps.youtube.music'],
    ['android', 'com.androidsocial.app'],
    ['android', 'com.microsoft.teams'],
    ['ios', 'com.burbn.instagram'],
    ['ios', 'com.toyopagroup.picaboo'],
    ['ios', 'com.example-social.App-1'],
    ['ios', '1password.2x'],
    ['ios', 'com.appleseed.social'],
    ['web', 'tiktok.com'],
    ['web', 'm.facebook.com'],
    ['web', 'bbc.co.uk'],
    ['web', 'bsky.social'],
    ['web', 'somebody.github.io'],
    ['web', 'xn--80adrabb4aegksdjbafk0u.xn--p1ai'],
    ['web', 'social.example'],
  ])('%s takes %s', (system, id) => {
    expect(faultsOf(system, id)).toEqual([]);
  });

  it.each([
    ['android', 'tiktok', /package name/],
    ['android', 'com.foo-bar.app', /package name/],
    ['android', 'com.1social.app', /package name/],
    ['android', 'com..app', /package name/],
    ['android', 'com.social.', /package name/],
    ['android', '835599320', /package name/],
    ['android', 'android', /part of the system/],
    ['android', 'com.android.settings', /part of the system/],
    ['android', 'com.android.vending', /part of the system/],
    ['android', 'com.google.android.gms', /part of the system/],
    ['android', 'com.google.android.apps.work.clouddpc', /part of the system/],
    ['android', 'com.microsoft.windowsintune.companyportal', /part of the system/],
    ['ios', '835599320', /bundle id, which https:\/\/itunes\.apple\.com\/lookup/],
    ['ios', 'id835599320', /number of the app in the App Store/],
    ['ios', '8.35.5', /bundle id/],
    ['ios', 'tiktok', /bundle id/],
    ['ios', 'com.social_media.app', /bundle id/],
    ['ios', 'com..app', /bundle id/],
    ['ios', 'com.apple.mobilesafari', /part of the system/],
    ['ios', 'com.apple.webapp', /part of the system/],
    ['ios', 'COM.APPLE.Preferences', /part of the system/],
    ['ios', 'com.microsoft.companyportal', /part of the system/],
    ['web', 'com', /domain name/],
    ['web', 'co.uk', /Public Suffix List/],
    ['web', 'github.io', /Public Suffix List/],
    ['web', 'xn--j1amh', /domain name/],
    ['web', 'TikTok.com', /small letters/],
    ['web', '192.0.2.1', /domain name/],
  ])('%s refuses %s', (system, id, why) => {
    const [fault = '', ...more] = faultsOf(system, 'com.good.app', id).filter((one) => one.startsWith(`apps/${system}/1`));
    expect(fault).toMatch(why);
    expect(more).toEqual([]);
  });

  it('all faults are told at once', () => {
    const faults = SubmittedProfile.safeParse({
      ...profile('web', 'co.uk', 'com.cn'),
      apps: { android: ['tiktok'], ios: ['1', '2'], web: ['tiktok.com'] },
    });
    expect(faults.error?.issues.map(({ path }) => path.join('/'))).toEqual(['apps/android/0', 'apps/ios/0', 'apps/ios/1']);
    expect(faultsOf('web', 'co.uk', 'tiktok.com', 'com.cn')).toHaveLength(2);
  });
});

it('an app that is given twice is refused by its list', () => {
  for (const [system, id] of [
    ['android', 'com.good.app'],
    ['ios', 'com.good.App'],
    ['web', 'example.org'],
  ] as const)
    expect(faultsOf(system, id, id)).toEqual([expect.stringContaining(`must name each once: "${id}" is given twice`)]);
});

it('what is stored by older rules is read, and told from what a device tool can be given', () => {
  const stored = profile('android', 'tiktok', 'com.foo-bar.app', 'com.android.settings');
  expect(readShape(Platform, stored)?.apps?.android).toHaveLength(3);
  expect(Platform.safeParse(stored).success).toBe(false);
  expect(['tiktok', 'com.foo-bar.app', 'com.android.settings', 'com.good.app'].filter((id) => isBlockable('android', id))).toEqual(['com.good.app']);
  expect(['835599320', 'com.apple.webapp', 'com.good.app'].filter((id) => isBlockable('ios', id))).toEqual(['com.good.app']);
});

it('every app of the system is named once, with what it is and an address that says so', () => {
  for (const system of ['android', 'ios'] as const) {
    const ids = SYSTEM_APPS[system].map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    for (const { id, what, source } of SYSTEM_APPS[system]) {
      expect(isOfSystem(system, id.endsWith('.') ? `${id}something` : id)).toBe(true);
      expect([what.length > 5, URL.canParse(source)]).toEqual([true, true]);
    }
  }
});
