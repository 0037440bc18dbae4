import { expect, it } from 'vitest';
import { toBody, toFields, toPartName } from '../../../console/profile/fields.ts';
import { Platform } from '../../../domain/facts/platform.ts';
import { type FieldKind, fieldNames, PROFILE_FIELDS, profileParts } from '../../../domain/facts/profile-fields.ts';

/** A value of each kind, so that a new field is in the profile below by itself. */
const VALUES: Readonly<Record<FieldKind, unknown>> = {
  line: 'TikTok Technology Limited, Dublin',
  prose: 'First line.\nSecond line.',
  address: 'https://www.tiktok.com',
  day: '2023-04-25',
  count: 125_000_000,
  apps: { android: ['com.zhiliaoapp.musically', 'com.ss.android.ugc.trill'], ios: ['com.zhiliaoapp.musically'], web: ['tiktok.com'] },
  interval: { days: 14, reason: 'The DPC decides this quarter.' },
};
const profile = Platform.parse(Object.fromEntries(fieldNames.map((name) => [name, VALUES[PROFILE_FIELDS[name].kind]])));

it('the form shows every part of a profile and sends the same profile back', () => {
  const fields = toFields(profile as never);
  expect(Object.values(fields)).not.toContain('');
  expect(toBody(fields)).toEqual(profile);
});

it('what is left empty is left out, so that the API says what is needed', () => {
  const empty = toBody(toFields(undefined));
  expect(empty).toEqual({});
  const paths = Platform.safeParse(empty).error?.issues.map(({ path }) => path.join('.'));
  expect(paths).toEqual(['name', 'operator']);
  expect(toBody({ ...toFields(undefined), euMonthlyUsers: '125.000.000', 'reviewEveryDays.reason': 'Soon.' })).toEqual({
    euMonthlyUsers: 125_000_000,
    reviewEveryDays: { reason: 'Soon.' },
  });
});

it.each([
  ['/name', 'name'],
  ['/apps/android/0', 'apps.android'],
  ['/reviewEveryDays/days', 'reviewEveryDays.days'],
  ['/reviewEveryDays', 'reviewEveryDays.days'],
])('a fault at %s leads to the input %s', (pointer, name) => {
  expect(toPartName(pointer)).toBe(name);
  expect(profileParts.map((part) => part.name)).toContain(name);
});

it.each([
  ['parent', 'x'.repeat(401)],
  ['name', 'x'.repeat(201)],
  ['note', 'x'.repeat(10_000)],
  ['homepage', 'ftp://tiktok.com'],
  ['euMonthlyUsers', -1],
  ['vlopSince', '2023-02-30'],
])('%s takes what its kind takes', (name, value) => {
  expect(Platform.safeParse({ ...profile, [name]: value }).success).toBe(false);
});
