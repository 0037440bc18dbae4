import type { PlatformView } from '../api/views.ts';

export const FIELDS = [
  'name',
  'operator',
  'parent',
  'homepage',
  'android',
  'ios',
  'web',
  'euMonthlyUsers',
  'vlopSince',
  'reviewDays',
  'reviewReason',
  'note',
] as const;
export type FieldName = (typeof FIELDS)[number];
/** The profile as texts; lists one entry a line. */
export type Fields = Readonly<Record<FieldName, string>>;

export function toFields(platform: PlatformView | undefined): Fields {
  const {
    name = '',
    operator = '',
    parent = '',
    homepage = '',
    apps = {},
    euMonthlyUsers,
    vlopSince = '',
    reviewEveryDays,
    note = '',
  } = platform ?? {};
  const lines = (ids: readonly string[] = []) => ids.join('\n');
  return {
    name,
    operator,
    parent,
    homepage,
    android: lines(apps.android),
    ios: lines(apps.ios),
    web: lines(apps.web),
    euMonthlyUsers: euMonthlyUsers === undefined ? '' : String(euMonthlyUsers),
    vlopSince,
    reviewDays: reviewEveryDays === undefined ? '' : String(reviewEveryDays.days),
    reviewReason: reviewEveryDays?.reason ?? '',
    note,
  };
}

/** The body of a change. */
export function toBody(fields: Fields): object {
  const { android, ios, web, euMonthlyUsers, reviewDays, reviewReason, ...texts } = fields;
  const list = (name: string, lines: string) => {
    const ids = lines.split('\n').flatMap((line) => line.trim() || []);
    return ids.length > 0 ? { [name]: ids } : {};
  };
  const apps = { ...list('android', android), ...list('ios', ios), ...list('web', web) };
  return {
    ...Object.fromEntries(Object.entries(texts).filter(([, value]) => value.trim() !== '')),
    ...(Object.keys(apps).length > 0 && { apps }),
    ...(euMonthlyUsers.trim() !== '' && { euMonthlyUsers: Number(euMonthlyUsers.replaceAll(/[\s.,]/g, '')) }),
    ...((reviewDays.trim() || reviewReason.trim()) && { reviewEveryDays: { days: Number(reviewDays), reason: reviewReason } }),
  };
}
