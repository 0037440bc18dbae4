import { readdirSync, readFileSync } from 'node:fs';
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex } from '@noble/hashes/utils.js';
import { hashOf } from '../../domain/facts/hash.ts';
import { CURRENT } from '../../domain/score/method.ts';
import { register } from '../register.ts';
import type { ExampleResults } from './results.ts';

/** Which goldens hold for which versions: a result changes only together with the method's or the register's. */
export type Lock = {
  readonly method: string;
  readonly register: string;
  /** SHA-256 of each golden file. */
  readonly files: Readonly<Record<string, string>>;
  /** Per hash of an example's assessment the hash of its result: facts may be corrected, what the same facts score may not. */
  readonly examples: Readonly<Record<string, string>>;
};

const GOLDENS = new URL('./', import.meta.url);
const MADE = ['lock.json', 'examples.json'];

export function makeLock(results: ExampleResults): Lock {
  const files = readdirSync(GOLDENS).filter((name) => name.endsWith('.json') && !MADE.includes(name));
  return {
    method: CURRENT.version,
    register: `${register.version} ${register.hash}`,
    files: Object.fromEntries(files.sort().map((name) => [name, bytesToHex(sha256(readFileSync(new URL(name, GOLDENS))))])),
    examples: Object.fromEntries(results.cases.map(({ platform, asOf, assessmentHash, ...result }) => [assessmentHash, hashOf(result)])),
  };
}

/** What changed without a version that would allow it; empty where nothing did. */
export function findBreaches(was: Lock, is: Lock): string[] {
  if (was.method !== is.method || was.register !== is.register) return [];
  const files = Object.entries(was.files).flatMap(([name, hash]) =>
    is.files[name] === hash ? [] : [`${name} changed, but neither the method's nor the register's version did`],
  );
  const examples = Object.entries(was.examples).flatMap(([assessment, hash]) =>
    (is.examples[assessment] ?? hash) === hash ? [] : [`the example with hash ${assessment} scores otherwise, but no version changed`],
  );
  return [...files, ...examples];
}
