import { utf8ToBytes } from '@noble/hashes/utils.js';
import { detail } from '../../domain/facts/detail.ts';
import { openCheckpoint } from '../../domain/log/checkpoint.ts';
import { identityOf, readVerifierKey } from '../../domain/log/key.ts';
import { writeNote } from '../../domain/log/note.ts';
import { chooseQuorum } from '../../domain/log/policy.ts';
import { writeProof } from '../../domain/log/proof.ts';
import type { SealingEvent } from '../../store/sealed.ts';
import type { SignedHead } from '../../store/signed-head.ts';
import type { Deps } from '../runtime/deps.ts';
import { verifyEd25519 } from '../runtime/log-key.ts';
import { Problem } from '../runtime/problem.ts';
import { ok } from '../runtime/reply.ts';

/** The proof as it is sent. */
export async function replyProof(event: SealingEvent, deps: Pick<Deps, 'store' | 'logPolicy'>) {
  return ok(await findProof(event, deps), { 'content-type': 'text/plain; charset=utf-8', 'cache-control': 'private, no-cache' });
}

/** Shows by the newest cosigned checkpoint that an event is in the tree; a `Problem` while none covers it. */
async function findProof(event: SealingEvent, deps: Pick<Deps, 'store' | 'logPolicy'>): Promise<string> {
  const { store } = deps;
  const [leaf, signed] = await Promise.all([store.findLeaf(event.chain, event.sequence), store.findSignedHead()]);
  const { cosigned } = signed ?? {};
  if (!signed || !leaf || !cosigned || leaf.index >= cosigned.size || leaf.hash !== event.hash)
    throw new Problem('not-cosigned', detail('not-cosigned'));
  const path = await store.readInclusion(leaf.index, cosigned.size);
  return writeProof({ extra: utf8ToBytes(event.text), index: leaf.index, path, checkpoint: withQuorum(signed, cosigned.note, deps) });
}

/** The checkpoint with as many cosignatures as the quorum takes, so that each byte of the proof counts. */
function withQuorum({ key }: SignedHead, note: string, { logPolicy }: Pick<Deps, 'logPolicy'>): string {
  const log = readVerifierKey(key);
  const keys = { logs: log ? [log] : [], witnesses: logPolicy.witnesses.map((one) => one.key) };
  const opened = openCheckpoint(note, keys, verifyEd25519);
  if (typeof opened === 'string') throw new Error(`the cosigned checkpoint does not hold: ${opened}`);
  const chosen = chooseQuorum(logPolicy, opened.cosigned.keys());
  if (!chosen) throw new Problem('not-cosigned', detail('other-witnesses'));
  const isKept = (one: { name: string; keyId: string }) => identityOf(one) === (log && identityOf(log)) || chosen.has(identityOf(one));
  return writeNote({ ...opened.note, signatures: opened.note.signatures.filter(isKept) });
}
