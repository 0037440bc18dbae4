import type { Deps } from '../deps.ts';

/** The text of a capture, of whichever platform it is; undefined where it was erased or is not there. */
export async function readCaptureText(sha256: string, { vault, store }: Pick<Deps, 'vault' | 'store'>): Promise<string | undefined> {
  const key = await vault.findKey(sha256);
  const capture = key && (await store.findCapture(key.platform, sha256));
  const bytes = capture && (await vault.readText(capture, key));
  return bytes && new TextDecoder().decode(bytes);
}
