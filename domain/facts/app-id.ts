import * as z from 'zod';
import { DOMAIN_NAME } from './domain-name.ts';
import { ruleOfToday } from './plain-text.ts';
import { isOfSystem } from './system-apps.ts';

/** What has been taken since 0.1.0, so that what is stored can be read; the rules below hold for what is submitted. */
const AppId = z.string().regex(/^[A-Za-z0-9][A-Za-z0-9._-]{0,254}$/, 'must be an app id: letters, digits, dots, hyphens or underscores');

/** https://developer.android.com/build/configure-app-module#set-application-id */
const PACKAGE_NAME = /^[A-Za-z][A-Za-z0-9_]*(\.[A-Za-z][A-Za-z0-9_]*)+$/;
/** https://developer.apple.com/documentation/bundleresources/information-property-list/cfbundleidentifier */
const BUNDLE_ID = /^(?=.*[A-Za-z])[A-Za-z0-9-]+(\.[A-Za-z0-9-]+)+$/;
/** What the address of an app in the App Store ends in: `id835599320`. */
const STORE_NUMBER = /^(id)?\d+$/i;

const NO_SYSTEM = 'is a part of the system or of what manages the device, which no device can do without';

export const AndroidId = AppId.check(
  ruleOfToday(
    (id) => isOfSystem('android', id) || PACKAGE_NAME.test(id),
    'must be a package name: two or more parts with dots between them, each a letter and then letters, digits or underscores, as behind id= in the address at Google Play',
  ),
  ruleOfToday((id) => !isOfSystem('android', id), NO_SYSTEM),
);

export const IosId = AppId.check(
  ruleOfToday(
    (id) => !STORE_NUMBER.test(id),
    'is the number of the app in the App Store, by which no device knows it: write its bundle id, which https://itunes.apple.com/lookup?id=NUMBER answers as bundleId',
  ),
  ruleOfToday(
    (id) => STORE_NUMBER.test(id) || BUNDLE_ID.test(id),
    'must be a bundle id: two or more parts of letters, digits and hyphens with dots between them, such as com.example.social',
  ),
  ruleOfToday((id) => !isOfSystem('ios', id), NO_SYSTEM),
);

/** Whether a device tool takes this id in a block list: what was stored before these rules may hold others, and one of them can cost the whole list. */
export function isBlockable(system: 'android' | 'ios', appId: string): boolean {
  return (system === 'android' ? PACKAGE_NAME : BUNDLE_ID).test(appId) && !isOfSystem(system, appId);
}

export const Domain = z
  .string()
  .max(253)
  .regex(DOMAIN_NAME, 'must be a domain name')
  .regex(/^[a-z0-9.-]+$/, 'must be in small letters');
