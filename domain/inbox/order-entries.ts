import { ENTRY_KINDS, type EntryKind, type FoundEntry, type InboxEntry } from './entry.ts';

export type Placed = { readonly place: string; readonly entry: InboxEntry };

/** What is found for these scopes, in order: by kind; then what is assigned to this person; then open reviews for changed terms, then what is due first, then by name. */
export function orderEntries(
  found: readonly FoundEntry[],
  { id: self, scopes }: { readonly id: string; readonly scopes: readonly string[] },
): Placed[] {
  return found
    .filter((one) => one.scopes.some((scope) => scopes.includes(scope)))
    .map(({ scopes: _, ...one }) => {
      const id = [one.kind, one.platform, one.about].filter((part) => part !== null).join(' ');
      const rank = String(ENTRY_KINDS.indexOf(one.kind)).padStart(2, '0');
      const isOfTerms = one.reasons?.[0]?.kind.startsWith('terms-') === true;
      const place = [rank, one.assignedTo === self ? 0 : 1, isOfTerms ? 0 : 1, one.until ?? one.since ?? '9', id].join('#');
      return { place, entry: { id, ...one } };
    })
    .sort((a, b) => (a.place < b.place ? -1 : 1));
}

/** How many there are of each kind, those of which there are none left out. */
export function countByKind(all: readonly Placed[]): Partial<Record<EntryKind, number>> {
  const counts: Partial<Record<EntryKind, number>> = {};
  for (const { entry } of all) counts[entry.kind] = (counts[entry.kind] ?? 0) + 1;
  return counts;
}
