/** What a template says where the analyst has to say something; it can be in no real file. */
export const PLACEHOLDER = '<<';

/** Places of a document that are not filled in. */
export function findPlaceholders(value: unknown, above: readonly PropertyKey[] = []): (readonly PropertyKey[])[] {
  if (typeof value === 'string') return value.startsWith(PLACEHOLDER) ? [above] : [];
  if (Array.isArray(value)) return value.flatMap((one, i) => findPlaceholders(one, [...above, i]));
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, one]) => findPlaceholders(one, [...above, key]));
}
