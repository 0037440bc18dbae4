import * as z from 'zod';
import type { ReviewReason } from '../record/review.ts';
import { VersionName } from '../watch/watch-state.ts';

const TermsChanged = z.object({ document: z.string(), from: VersionName, to: VersionName });
type Named = z.infer<typeof VersionName>;

/** A document whose change opened a review or joined it: the version that stood before the first change, and that of the last. */
export type ChangedText = { readonly document: string; readonly from: Named; readonly to: Named };

/** What a review for changed terms is about, oldest text first; of a document that changed twice, both changes as one. */
export function listChangedTexts(reasons: readonly ReviewReason[]): ChangedText[] {
  const changed = new Map<string, ChangedText>();
  for (const { kind, data } of reasons) {
    const read = kind === 'terms-changed' ? TermsChanged.safeParse(data) : undefined;
    if (!read?.success) continue;
    const { document, from, to } = read.data;
    changed.set(document, { document, from: changed.get(document)?.from ?? from, to });
  }
  return [...changed.values()].sort((a, b) => Date.parse(a.to.recordedAt) - Date.parse(b.to.recordedAt));
}
