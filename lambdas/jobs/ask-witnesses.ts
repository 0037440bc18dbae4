import { toBase64 } from '../../domain/log/base64.ts';
import { findCosignedAt, openCheckpoint } from '../../domain/log/checkpoint.ts';
import { identityOf, readVerifierKey } from '../../domain/log/key.ts';
import { type NoteSignature, readNote, readSignatures, writeNote } from '../../domain/log/note.ts';
import { isQuorum, type PolicyWitness } from '../../domain/log/policy.ts';
import type { AskedWitness, SignedHead } from '../../store/signed-head.ts';
import { cloudDeps } from '../runtime/cloud/deps.ts';
import { withWitnesses } from '../runtime/cloud/witnesses.ts';
import type { Deps } from '../runtime/deps.ts';
import { onSchedule, type ScheduledJob } from '../runtime/job.ts';
import { verifyEd25519 } from '../runtime/log-key.ts';

type Answer = { readonly size: number; readonly signature?: NoteSignature; readonly fault?: string };

/** Asks each witness that has not cosigned the newest checkpoint yet. One that refuses or is silent holds back nothing but its own cosignature. */
export const askWitnesses: ScheduledJob = async function askWitnesses(deps) {
  const { store, logPolicy, now } = deps;
  const head = await store.findSignedHead();
  const none = { cosigned: 0, faults: 0 };
  if (!head || logPolicy.quorum === 'none') return none;
  const key = readVerifierKey(head.key);
  const keys = { logs: key ? [key] : [], witnesses: logPolicy.witnesses.map((one) => one.key) };
  const opened = openCheckpoint(head.note, keys, verifyEd25519);
  if (typeof opened === 'string') throw new Error(`the checkpoint cannot be sent to witnesses: ${opened}`);
  const waiting = logPolicy.witnesses.filter(({ url, key: own }) => url !== undefined && !opened.cosigned.has(identityOf(own)));
  if (waiting.length === 0 && head.noQuorumSince === undefined) return none;
  const answers = await Promise.all(waiting.map(async (witness) => ({ witness, ...(await ask(witness, head, deps)) })));
  const at = now().toISOString();
  const cosigned = new Set([...opened.cosigned.keys(), ...answers.flatMap(({ witness, signature }) => (signature ? identityOf(witness.key) : []))]);
  const note = writeNote({ ...opened.note, signatures: [...opened.note.signatures, ...answers.flatMap(({ signature }) => signature ?? [])] });
  const asked = answers.map(
    ({ witness: { name }, size, fault }): AskedWitness => ({ name, size, askedAt: at, ...(fault !== undefined && { fault }) }),
  );
  const others = head.witnesses.filter(({ name }) => logPolicy.witnesses.some((one) => one.name === name) && !asked.some((one) => one.name === name));
  const { version: _, noQuorumSince, cosigned: before, ...standing } = head;
  const isEnough = isQuorum(logPolicy, cosigned);
  const since = isEnough ? {} : { noQuorumSince: noQuorumSince ?? at };
  const enough = isEnough ? { size: head.size, note, at } : before;
  await store.recordSignedHead(head, { ...standing, ...since, ...(enough && { cosigned: enough }), note, witnesses: [...others, ...asked] });
  return { cosigned: cosigned.size, faults: answers.filter(({ fault }) => fault !== undefined).length };
};

/** Asks by what the witness is known to have seen, and once more where it has seen another tree of ours. */
async function ask(witness: PolicyWitness, head: SignedHead, deps: Deps): Promise<Answer> {
  const known = head.witnesses.find(({ name }) => name === witness.name)?.size ?? 0;
  try {
    const first = await askOnce(witness, known, head, deps);
    return first.isOther ? await askOnce(witness, first.size, head, deps) : first;
  } catch (error) {
    return { size: known, fault: error instanceof Error ? `${error.name}: ${error.message}` : 'it was not reached' };
  }
}

async function askOnce(
  { url = '', key }: PolicyWitness,
  old: number,
  head: SignedHead,
  { store, askWitness }: Deps,
): Promise<Answer & { readonly isOther: boolean }> {
  if (old > head.size)
    return { size: old, isOther: false, fault: `it has seen ${old} leaves, and the tree has ${head.size}: it was put back, or forked` };
  const proof = await store.readConsistency(old, head.size);
  const { status, text } = await askWitness(url, `old ${old}\n${proof.map((hash) => `${toBase64(hash)}\n`).join('')}\n${head.note}`);
  if (status === 409 && /^(?:0|[1-9]\d{0,14})\n$/.test(text) && Number(text) !== old) return { size: Number(text), isOther: true };
  if (status !== 200) return { size: old, isOther: false, fault: `it answers with status ${status}` };
  const body = readNote(head.note)?.text ?? '';
  const signature = readSignatures(text)?.find(
    (one) => one.name === key.name && one.keyId === key.keyId && findCosignedAt(body, one, key, verifyEd25519) !== undefined,
  );
  return signature ? { size: head.size, isOther: false, signature } : { size: old, isOther: false, fault: 'its cosignature does not hold' };
}

export const handler = onSchedule(askWitnesses, cloudDeps(withWitnesses));
