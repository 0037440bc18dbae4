import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex } from '@noble/hashes/utils.js';
import * as z from 'zod';
import { Sha256 } from '../facts/hash.ts';
import { includes } from './check-proof.ts';
import { openCheckpoint, type Verify } from './checkpoint.ts';
import { isQuorum, type LogPolicy } from './policy.ts';
import { readProof } from './proof.ts';
import { hashLeaf } from './tree-hash.ts';

/** As much of an event as a proof is about: what it is, and the hashes that it names, of items by their keys and of documents by name. */
const NamingEvent = z.looseObject({
  type: z.string(),
  chain: z.string(),
  sequence: z.int(),
  at: z.string(),
  by: z.string(),
  items: z.record(z.string(), Sha256),
  data: z.looseObject({ documents: z.record(z.string(), z.string()).optional() }),
});

export type ProvenFile = {
  readonly event: z.infer<typeof NamingEvent>;
  /** Under which name the event has the hash of the file. */
  readonly name: string;
  readonly index: number;
  readonly origin: string;
  readonly size: number;
  /** The latest time at which a witness of the policy saw that tree, in seconds since 1970; undefined where the policy asks none. */
  readonly cosignedAt: number | undefined;
};

/**
 * Whether a proof shows that a file is named by an event of a log that the policy trusts; else why not. The leaf is the SHA-256 of the event's
 * canonical JSON, which the proof carries, and the event names the SHA-256 of the file.
 */
export function checkFile(file: Uint8Array, proofText: string, policy: LogPolicy, verify: Verify): ProvenFile | string {
  const proof = readProof(proofText);
  if (!proof) return 'the proof does not have the form of a C2SP tlog-proof with an event in it';
  const opened = openCheckpoint(proof.checkpoint, { logs: policy.logs, witnesses: policy.witnesses.map(({ key }) => key) }, verify);
  if (typeof opened === 'string') return `the checkpoint of the proof does not count: ${opened}`;
  if (!isQuorum(policy, opened.cosigned)) return `the checkpoint has not the cosignatures that the quorum "${policy.quorum}" asks for`;
  const leaf = hashLeaf(sha256(proof.extra));
  if (!includes(leaf, proof.index, proof.path, opened.head)) return 'the event of the proof is not in the tree of its checkpoint';
  const event = readEvent(proof.extra);
  if (!event) return 'what the proof is of is no event of a record';
  const hash = bytesToHex(sha256(file));
  const named = Object.entries({ ...event.items, ...event.data.documents }).find(([, of]) => of === hash);
  if (!named) return `the event ${event.type} of ${event.chain} does not name this file, whose SHA-256 is ${hash}`;
  const times = [...opened.cosigned.values()];
  const { origin, size } = opened.head;
  return { event, name: named[0], index: proof.index, origin, size, cosignedAt: times.length > 0 ? Math.max(...times) : undefined };
}

function readEvent(bytes: Uint8Array): ProvenFile['event'] | undefined {
  try {
    return NamingEvent.safeParse(JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes))).data;
  } catch {
    return undefined;
  }
}
