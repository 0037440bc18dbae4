import * as z from 'zod';
import published from './apple-keys.json' with { type: 'json' };

const Key = z.object({
  type: z.enum(['string', 'integer', 'boolean', 'array', 'dictionary', 'data', 'date', 'real']),
  presence: z.enum(['required', 'optional']),
  rangelist: z.array(z.union([z.string(), z.number()])).optional(),
  of: z.literal('string').optional(),
});
const Keys = z.record(z.string(), Key);
const { blockedAppBundleIDs } = published['com.apple.applicationaccess'];

/** What Apple says of the devices on which an app can be blocked by the profile. */
export const BLOCKING = blockedAppBundleIDs.supportedOS;

const IS: Record<string, (value: unknown) => boolean> = {
  string: (value) => typeof value === 'string',
  integer: Number.isInteger,
  boolean: (value) => typeof value === 'boolean',
  array: Array.isArray,
};

/** What of a configuration profile is not as Apple’s payload schema has it, a sentence each. */
export function findAppleFaults(profile: unknown): string[] {
  const top = z.record(z.string(), z.unknown()).parse(profile);
  const payloads = z.array(z.record(z.string(), z.unknown())).parse(top.PayloadContent);
  return [
    ...findFaults('profile', top, Keys.parse(published.TopLevel)),
    ...payloads.flatMap((payload, i) =>
      findFaults(`payload ${i}`, payload, Keys.parse({ ...published.CommonPayloadKeys, ...published['com.apple.applicationaccess'] })),
    ),
    ...payloads.filter(({ PayloadType }) => PayloadType !== 'com.apple.applicationaccess').map(() => 'a payload of another type'),
  ];
}

function findFaults(where: string, given: Record<string, unknown>, keys: z.infer<typeof Keys>): string[] {
  const missing = Object.entries(keys).filter(([name, { presence }]) => presence === 'required' && !(name in given));
  const faults = Object.entries(given).flatMap(([name, value]) => {
    const key = keys[name];
    if (!key) return [`${where}: ${name} is not known`];
    if (!IS[key.type]?.(value)) return [`${where}: ${name} is no ${key.type}`];
    if (key.rangelist && !key.rangelist.some((one) => one === value)) return [`${where}: ${name} cannot be ${String(value)}`];
    if (key.of && !(value as unknown[]).every((item) => typeof item === key.of)) return [`${where}: ${name} holds something else`];
    return [];
  });
  return [...missing.map(([name]) => `${where}: ${name} is missing`), ...faults];
}
