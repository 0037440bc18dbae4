import { gunzipSync } from 'node:zlib';
import type { PolicyDocument } from '../../domain/policy/document.ts';
import type { PolicyMark } from '../../store/policy.ts';
import type { Deps } from '../runtime/deps.ts';

/** The document that the exports of a revision were written from, beside them. */
export const DOCUMENT = 'document';

export async function readDocument(
  written: Pick<NonNullable<PolicyMark['current']>, 'place' | 'seals'>,
  { store }: Deps,
): Promise<PolicyDocument | undefined> {
  const bytes = await store.readExport(written, DOCUMENT);
  return bytes && JSON.parse(gunzipSync(bytes).toString('utf8'));
}
