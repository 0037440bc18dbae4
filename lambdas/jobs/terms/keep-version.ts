import type { TermsDocument } from '../../../domain/facts/terms-document.ts';
import { MACHINE } from '../../../domain/record/machine.ts';
import type { Capture } from '../../../domain/vault/capture.ts';
import { hashOfBytes } from '../../../store/hash-of-bytes.ts';
import type { Deps } from '../../runtime/deps.ts';
import type { KeptVersion } from '../../runtime/terms/take-version.ts';
import type { AnswerFault, ReadVersion, TermsClient } from '../../runtime/terms/terms-client.ts';

type Kept = { readonly kept: KeptVersion; readonly fault?: undefined } | { readonly kept?: undefined; readonly fault: AnswerFault };

/** Puts a version that was read into the vault. The same bytes are one capture; what two people have erased is not kept again. */
export async function keepVersion(
  platform: string,
  document: TermsDocument,
  { version, recordedAt, isTechnicalUpgrade, content, url }: ReadVersion,
  client: TermsClient,
  deps: Deps,
): Promise<Kept> {
  const bytes = Buffer.from(content);
  const sha256 = hashOfBytes(bytes);
  const named = { version, sha256, recordedAt, text: content, ...(isTechnicalUpgrade && { isTechnicalUpgrade }) };
  const key = await deps.vault.findKey(sha256);
  if (key && key.wrapped === undefined) return { fault: { code: 'erased', detail: 'two people have erased this text, and it is not kept again' } };
  if (key && (await deps.store.findCapture(key.platform, sha256))) return { kept: { version: named } };
  await deps.vault.keep({ capture: sha256, platform }, { bytes });
  const { language, seenFrom } = document;
  const capture: Capture = {
    ...{ capture: sha256, platform, mediaType: 'text/markdown', bytes: bytes.length },
    ...(url !== undefined && { url }),
    ...{ capturedAt: recordedAt, capturedBy: MACHINE, keptAt: deps.now().toISOString(), language, version },
    ...(seenFrom !== undefined && { country: seenFrom }),
    ...client.originOf(document),
  };
  return { kept: { version: named, capture } };
}
