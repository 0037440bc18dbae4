import { createPublicKey, verify as verifySignature } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { checkFile } from '../domain/log/check-file.ts';
import type { Verify } from '../domain/log/checkpoint.ts';
import { readLogPolicy } from '../domain/log/policy.ts';
import { type Answer, demandText, type Given, takeOne } from './command.ts';
import { EXIT } from './exit-codes.ts';
import { Usage } from './failure.ts';
import { strong } from './print/print.ts';

const verify: Verify = (publicKey, message, signature) => {
  const key = createPublicKey({ key: { kty: 'OKP', crv: 'Ed25519', x: Buffer.from(publicKey).toString('base64url') }, format: 'jwk' });
  return verifySignature(null, message, key, signature);
};

function read(file: string): Buffer {
  try {
    return readFileSync(file);
  } catch (error) {
    throw new Usage(`${file} cannot be read: ${error instanceof Error ? error.message : String(error)}`);
  }
}

/** Verifies a file by its proof, offline: the keys come from a policy that was fetched before. */
export function checkProof(given: Given): Answer {
  const file = takeOne(given, 'FILE');
  const proof = demandText(given, 'proof', 'the .tlog-proof of the file');
  const policyFile = demandText(given, 'policy', 'fetch /v1/log/policy once over a way that you trust, and keep it');
  const policy = readLogPolicy(read(policyFile).toString('utf8'));
  if (typeof policy === 'string') throw new Usage(`${policyFile} is no policy: ${policy}`);
  const proven = checkFile(read(file), read(proof).toString('utf8'), policy, verify);
  if (typeof proven === 'string')
    return { data: { proven: false, reason: proven }, exitCode: EXIT.bad, lines: () => [strong(`${file} is not proved: ${proven}.`)] };
  const { event, name, index, origin, size, cosignedAt } = proven;
  const seen = cosignedAt === undefined ? null : new Date(cosignedAt * 1000).toISOString();
  return {
    data: {
      proven: true,
      name,
      event: { type: event.type, chain: event.chain, sequence: event.sequence, at: event.at, by: event.by },
      index,
      origin,
      size,
      cosignedAt: seen,
    },
    lines: () => [
      strong(`${file} is what the record names ${name}.`),
      `  By ${event.type} of ${event.chain}, event ${event.sequence}, at ${event.at} by ${event.by}.`,
      `  Leaf ${index} of ${size} in ${origin}; ${seen === null ? 'the policy asks no witness.' : `cosigned at ${seen}, by enough witnesses of the policy.`}`,
    ],
  };
}
