import type { Revision } from '../../domain/record/revision.ts';
import { revisionKey } from '../../store/keys.ts';
import { RecordBroken } from '../../store/record-broken.ts';

/** Facts count only under the hash that was approved or submitted: throws `RecordBroken` where they have another. */
export function demandFacts({ platform, revision, hash }: Revision, named: { readonly hash: string }): void {
  if (hash !== named.hash) throw new RecordBroken(revisionKey(platform, revision), 'it is not what was submitted and approved');
}
