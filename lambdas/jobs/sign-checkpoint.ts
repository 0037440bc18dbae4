import { utf8ToBytes } from '@noble/hashes/utils.js';
import { toBase64 } from '../../domain/log/base64.ts';
import { writeHead } from '../../domain/log/checkpoint.ts';
import { writeVerifierKey } from '../../domain/log/key.ts';
import { writeNote } from '../../domain/log/note.ts';
import type { SignedHead } from '../../store/signed-head.ts';
import { cloudDeps } from '../runtime/cloud/deps.ts';
import { withLogKey } from '../runtime/cloud/log-key.ts';
import { withLogPolicy } from '../runtime/cloud/log-policy.ts';
import type { Deps } from '../runtime/deps.ts';
import { onSchedule, type ScheduledJob } from '../runtime/job.ts';
import { verifyEd25519 } from '../runtime/log-key.ts';

/**
 * Signs the tree as it is now. What was signed before must still be in it, at its size with its root: whoever signs two trees that part is
 * shown to have lied, so nothing more is signed until a person has looked.
 */
export const signCheckpoint: ScheduledJob = async function signCheckpoint(deps) {
  const { store, logKey, now } = deps;
  const key = await logKey.noteKey();
  const from = await store.findSignedHead();
  const size = await store.findTreeSize();
  const named = { origin: key.name, key: writeVerifierKey(key) };
  const isSame = from?.origin === named.origin && from.key === named.key;
  if (size === 0 || (isSame && from.size === size)) return { signed: 0, size };
  if (isSame) await demandSameBeginning(from, size, deps);
  const root = await store.readRoot(size);
  const text = writeHead({ origin: key.name, size, root });
  const bytes = await logKey.sign(text);
  if (!verifyEd25519(key.publicKey, utf8ToBytes(text), bytes)) throw new Error('the signature of the checkpoint does not hold');
  const note = writeNote({ text, signatures: [{ name: key.name, keyId: key.keyId, bytes }] });
  await store.recordSignedHead(from, {
    ...toStanding(from, isSame, note, size, deps),
    ...named,
    size,
    root: toBase64(root),
    note,
    signedAt: now().toISOString(),
  });
  return { signed: 1, size };
};

async function demandSameBeginning(from: SignedHead, size: number, { store }: Pick<Deps, 'store'>): Promise<void> {
  const root = size < from.size ? undefined : toBase64(await store.readRoot(from.size));
  if (root !== from.root) throw new Error(`the tree of ${size} leaves does not begin with the ${from.size} that were signed before`);
}

/** What holds of the witnesses: of a new origin or key they know nothing, and where none is asked for a signature is enough. */
function toStanding(from: SignedHead | undefined, isSame: boolean, note: string, size: number, { logPolicy, now }: Deps) {
  const at = now().toISOString();
  const known = isSame && from ? from : undefined;
  if (logPolicy.quorum === 'none') return { witnesses: known?.witnesses ?? [], cosigned: { size, note, at } };
  return { witnesses: known?.witnesses ?? [], ...(known?.cosigned && { cosigned: known.cosigned }), noQuorumSince: known?.noQuorumSince ?? at };
}

export const handler = onSchedule(signCheckpoint, cloudDeps(withLogKey, withLogPolicy));
