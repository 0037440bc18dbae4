import { createHash } from 'node:crypto';
import { gunzipSync } from 'node:zlib';
import { compactVerify, createLocalJWKSet, type JSONWebKeySet } from 'jose';
import * as z from 'zod';

const Signatures = z.object({ signatures: z.tuple([z.string()]) });
const Payload = z.object({
  scope: z.literal('whereabouts'),
  files: z.array(z.object({ name: z.string(), hash: z.string(), algorithm: z.literal('SHA-256') })).min(1),
});

const Ruling = z.object({
  platform: z.string(),
  decision: z.enum(['allow', 'limit', 'suspend']),
  scope: z.array(z.string()),
  conditions: z.array(z.string()),
  exempted: z.array(z.string()),
  consequence: z.string(),
});
export type Ruling = z.infer<typeof Ruling>;

/** Several platforms may name one app: each of their decisions binds, the strictest stands first. */
const App = z.object({ decision: z.enum(['none', 'allow', 'limit', 'suspend']), rulings: z.array(Ruling) });

/** What the gate decides by: `whereabouts/data.json` of the bundle. */
export const Data = z.object({
  meta: z.object({ revision: z.string().regex(/^\d{6,}-[0-9a-f]{8}$/), freshUntil: z.iso.datetime() }),
  apps: z.record(z.string(), z.record(z.string(), App)),
});
export type Data = z.infer<typeof Data>;

/** Opens a bundle whose signature is by one of the keys and over every file of it; throws for any other. */
export async function openBundle(bytes: Uint8Array, keys: JSONWebKeySet): Promise<Data> {
  const files = readTar(gunzipSync(bytes));
  const signatures = Signatures.safeParse(JSON.parse(files.get('.signatures.json')?.toString('utf8') ?? '{}'));
  if (!signatures.success) throw new Error('the bundle has no signature');
  const [jwt] = signatures.data.signatures;
  files.delete('.signatures.json');
  const { payload } = await compactVerify(jwt, createLocalJWKSet(keys), { algorithms: ['RS256'] });
  const signed = new Map(Payload.parse(JSON.parse(new TextDecoder().decode(payload))).files.map(({ name, hash }) => [name, hash]));
  for (const [name, content] of files) if (hashOf(name, content) !== signed.get(name)) throw new Error(`${name} is not what was signed`);
  for (const name of signed.keys()) if (!files.has(name)) throw new Error(`${name} was signed and is missing`);
  return Data.parse(JSON.parse(files.get('whereabouts/data.json')?.toString('utf8') ?? ''));
}

/** JSON files are hashed by what they say, with sorted names, as OPA does; others by their bytes. */
function hashOf(name: string, content: Buffer): string {
  const isJson = name === '.manifest' || name.endsWith('.json');
  const hashed = isJson ? JSON.stringify(sortNames(JSON.parse(content.toString('utf8')))) : content;
  return createHash('sha256').update(hashed).digest('hex');
}

function sortNames(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sortNames);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([name, member]) => [name, sortNames(member)]),
  );
}

/** The plain files of a tar (POSIX ustar): a header of 512 bytes, then the content in blocks of 512. */
function readTar(tar: Buffer): Map<string, Buffer> {
  const files = new Map<string, Buffer>();
  for (let at = 0; at + 512 <= tar.length && tar[at] !== 0; ) {
    const field = (from: number, length: number) => tar.toString('utf8', at + from, at + from + length).replace(/\0.*$/s, '');
    const size = Number.parseInt(field(124, 12), 8);
    if (!Number.isInteger(size) || at + 512 + size > tar.length) throw new Error('the bundle is no whole tar');
    const name = field(0, 100).replace(/^\.?\//, '');
    if (files.has(name)) throw new Error(`${name} is in the bundle twice`);
    files.set(name, tar.subarray(at + 512, at + 512 + size));
    at += 512 + Math.ceil(size / 512) * 512;
  }
  return files;
}
