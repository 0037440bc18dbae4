import * as z from 'zod';
import { DOMAIN_NAME } from './domain-name.ts';
import { fault } from './fault.ts';
import { ruleOfToday } from './plain-text.ts';
import { isOfSystem } from './system-apps.ts';

/** What has been taken since 0.1.0, so that what is stored can be read; the rules below hold for what is submitted. */
const AppId = z.string().regex(/^[A-Za-z0-9][A-Za-z0-9._-]{0,254}$/, fault('not-an-app-id'));

/** https://developer.android.com/build/configure-app-module#set-application-id */
const PACKAGE_NAME = /^[A-Za-z][A-Za-z0-9_]*(\.[A-Za-z][A-Za-z0-9_]*)+$/;
/** https://developer.apple.com/documentation/bundleresources/information-property-list/cfbundleidentifier */
const BUNDLE_ID = /^(?=.*[A-Za-z])[A-Za-z0-9-]+(\.[A-Za-z0-9-]+)+$/;
/** What the address of an app in the App Store ends in: `id835599320`. */
const STORE_NUMBER = /^(id)?\d+$/i;

const NO_SYSTEM = fault('system-app');

export const AndroidId = AppId.check(
  ruleOfToday((id) => isOfSystem('android', id) || PACKAGE_NAME.test(id), fault('not-a-package-name')),
  ruleOfToday((id) => !isOfSystem('android', id), NO_SYSTEM),
);

export const IosId = AppId.check(
  ruleOfToday((id) => !STORE_NUMBER.test(id), fault('store-number')),
  ruleOfToday((id) => STORE_NUMBER.test(id) || BUNDLE_ID.test(id), fault('not-a-bundle-id')),
  ruleOfToday((id) => !isOfSystem('ios', id), NO_SYSTEM),
);

/** Whether a device tool takes this id in a block list: what was stored before these rules may hold others, and one of them can cost the whole list. */
export function isBlockable(system: 'android' | 'ios', appId: string): boolean {
  return (system === 'android' ? PACKAGE_NAME : BUNDLE_ID).test(appId) && !isOfSystem(system, appId);
}

export const Domain = z
  .string()
  .max(253)
  .regex(DOMAIN_NAME, fault('not-a-domain'))
  .regex(/^[a-z0-9.-]+$/, fault('not-small-letters'));
