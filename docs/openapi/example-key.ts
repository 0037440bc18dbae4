import { createPrivateKey, createPublicKey, sign } from 'node:crypto';
import { type LogKey, toLogKey } from '../../lambdas/runtime/log-key.ts';
import { createSigning } from '../../lambdas/runtime/signing.ts';

/** Public keys without their private halves, so that the document shows the same ones every time. */
const BUNDLES = [
  'p3QWY9iVcT6hlqLQZStpAbrThiI9pFJnuJgGiktUlst3QdlKSYmMDd1g-w1Y-8VfCL5FqenOc35dPyViJD8R9qxP9zAkB5mLvjeZIaaKxx3jH7ZX8gvEipO6',
  'XFyiHFG_ljCR5A01xeXF_aEnkW4Vy-dgosAENNoYf6hqxEHYYR-vbwfguS4UjJjloSLmVn61SkevBQFni6kzqcNZGPShMkJivd0USSjvhkOAzlPiaN_IzA96',
  'ANBxaikDbDdvHoQ31eDwb9iaCDMk9I0UTzEXalbX9D7bmqTrdXjpRGUyLcyGOycfSqLro2UxYA5oxFo9ZOrTSxJ0gaCQG6p-HhFS8w',
].join('');
const CHECKPOINTS = [
  'nbKWtreXpkdEI7g4TZWzeCpq8xkisi4UDIZzxeW3XgD9Hb3PWiwrU9kxYdOevfZNeWwi6KsSGAgfNiZcPvrkTKyL1k86TN6g_v8PJLYsVN44GIoxE2ZqcLMh',
  'Xq3MPeTKPY8hpXaTTBeQSC1EgF9ofMaQt38I_mMSjtLnNvuAQ8gUQRo1QfJajG4ioVComDUBKyay8JdIspW6kW4kEHUgx44-Yb5Et8bQq7Rhb8Ef2nAiDuf5',
  'FKvD_zQPX5pOwDp-L3t5_jFQLKeY8r8kQxD8lNuYEl3qardTxHedr3ha7H68T-xfUZI65JOsWycX6D3I608BIWUarnxGuntXrpKDIw',
].join('');

const openExample = (n: string) =>
  createSigning([
    {
      publicKey: async () => createPublicKey({ key: { kty: 'RSA', e: 'AQAB', n }, format: 'jwk' }),
      sign: async () => {
        throw new Error('the example key cannot sign');
      },
    },
  ]);

export const exampleSigning = openExample(BUNDLES);
export const exampleCheckpointSigning = openExample(CHECKPOINTS);

/** A key of the tree that is made of its number: it signs examples alone, the same way every time. */
export const exampleLogKey: LogKey = openExampleLogKey();

function openExampleLogKey(): LogKey {
  // The DER prefix of an Ed25519 key (RFC 8410), and thirty-two bytes that everybody knows.
  const key = createPrivateKey({ key: Buffer.from(`302e020100300506032b657004220420${'07'.repeat(32)}`, 'hex'), format: 'der', type: 'pkcs8' });
  const noteKey = toLogKey('whereabouts.example.org/v1/log', createPublicKey(key));
  return { noteKey: async () => noteKey, sign: async (text) => sign(null, Buffer.from(text), key) };
}
