import type { KeyObject } from 'node:crypto';
import canonicalize from 'canonicalize';
import { calculateJwkThumbprint } from 'jose';

/** The public half of a signing key, as `/v1/keys` shows it. */
type PublicKey = {
  readonly kty: 'RSA';
  readonly n: string;
  readonly e: string;
  readonly alg: 'RS256';
  readonly use: 'sig';
  readonly kid: string;
  readonly pem: string;
};

/** A key pair whose private half stays where it is. */
export type KeyPair = {
  readonly publicKey: () => Promise<KeyObject>;
  /** RSASSA-PKCS1-v1_5 with SHA-256, of the text as UTF-8. */
  readonly sign: (text: string) => Promise<Uint8Array>;
};

export type Signing = {
  /** A compact JWS (RS256) over the canonical JSON of a payload, by the first key; `type` says what it is and for what it counts. */
  readonly sign: (payload: object, type: string) => Promise<string>;
  /** A JWS (RS256) over bytes that are kept beside it, which is left empty in its middle (RFC 7515, appendix F); `header` is protected with it. */
  readonly signDetached: (bytes: Uint8Array, header: { readonly typ: string } & Readonly<Record<string, string>>) => Promise<string>;
  /** The keys that signatures may be by: the first signs, the others did before it. */
  readonly publicKeys: () => Promise<PublicKey[]>;
};

export function createSigning(pairs: readonly KeyPair[]): Signing {
  const [current] = pairs;
  let known: Promise<PublicKey[]> | undefined;
  const publicKeys = async () => {
    known ??= Promise.all(pairs.map(async (pair) => toPublicKey(await pair.publicKey())));
    try {
      return await known;
    } catch (error) {
      known = undefined;
      throw error;
    }
  };
  /** Header, payload and signature, each as it stands in a compact JWS. */
  const signParts = async (header: Readonly<Record<string, string>>, payload: Uint8Array) => {
    const [key] = await publicKeys();
    if (!current || !key) throw new Error('no signing key is configured here');
    const [first, middle] = [toBytes({ ...header, alg: 'RS256', kid: key.kid }), payload].map((bytes) => Buffer.from(bytes).toString('base64url'));
    return [first, middle, Buffer.from(await current.sign(`${first}.${middle}`)).toString('base64url')];
  };
  return {
    publicKeys,
    sign: async (payload, typ) => (await signParts({ typ }, toBytes(payload))).join('.'),
    async signDetached(bytes, header) {
      const [first, , signature] = await signParts(header, bytes);
      return `${first}..${signature}`;
    },
  };
}

const toBytes = (value: object) => Buffer.from(canonicalize(value) as string);

/** A key's id is its thumbprint (RFC 7638), so that it says the same of the same key everywhere. */
async function toPublicKey(key: KeyObject): Promise<PublicKey> {
  const { n, e } = key.export({ format: 'jwk' });
  if (n === undefined || e === undefined) throw new Error('the signing key is not an RSA key');
  const kid = await calculateJwkThumbprint({ kty: 'RSA', n, e });
  return { kty: 'RSA', n, e, alg: 'RS256', use: 'sig', kid, pem: key.export({ format: 'pem', type: 'spki' }).toString() };
}
