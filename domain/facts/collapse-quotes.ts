import { hashOf } from './hash.ts';

/** The inverse of expandQuotes, for a file that a person goes on with: an item that stands in several places is written once, under a name made of its source. */
export function collapseQuotes(value: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const counts = new Map<string, { item: unknown; count: number }>();
  visit(value, (item) => {
    const key = hashOf({ item });
    counts.set(key, { item, count: (counts.get(key)?.count ?? 0) + 1 });
    return item;
  });
  const names = new Map<string, string>();
  const quotes: Record<string, unknown> = {};
  for (const [key, { item, count }] of counts) {
    if (count < 2) continue;
    const name = `q-${sourceOf(item)}-${names.size + 1}`;
    names.set(key, name);
    quotes[name] = item;
  }
  if (names.size === 0) return { ...value };
  const { asOf, sources, ...rest } = visit(value, (item) => names.get(hashOf({ item })) ?? item) as Record<string, unknown>;
  return { asOf, sources, quotes, ...rest };
}

/** The value with each item of evidence replaced. */
function visit(value: unknown, replace: (item: unknown) => unknown, name = ''): unknown {
  if (Array.isArray(value)) return value.map((one) => (name === 'evidence' ? replace(one) : visit(one, replace)));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, visit(one, replace, key)]));
}

function sourceOf(item: unknown): string {
  return typeof item === 'object' && item !== null && 'source' in item ? String(item.source) : 'item';
}
