import { createPublicKey } from 'node:crypto';
import { createSigning } from '../../lambdas/runtime/signing.ts';

/** A public key without its private half, so that the document shows the same key every time. */
const EXAMPLE = {
  kty: 'RSA',
  e: 'AQAB',
  n: [
    'p3QWY9iVcT6hlqLQZStpAbrThiI9pFJnuJgGiktUlst3QdlKSYmMDd1g-w1Y-8VfCL5FqenOc35dPyViJD8R9qxP9zAkB5mLvjeZIaaKxx3jH7ZX8gvEipO6',
    'XFyiHFG_ljCR5A01xeXF_aEnkW4Vy-dgosAENNoYf6hqxEHYYR-vbwfguS4UjJjloSLmVn61SkevBQFni6kzqcNZGPShMkJivd0USSjvhkOAzlPiaN_IzA96',
    'ANBxaikDbDdvHoQ31eDwb9iaCDMk9I0UTzEXalbX9D7bmqTrdXjpRGUyLcyGOycfSqLro2UxYA5oxFo9ZOrTSxJ0gaCQG6p-HhFS8w',
  ].join(''),
};

export const exampleSigning = createSigning([
  {
    publicKey: async () => createPublicKey({ key: EXAMPLE, format: 'jwk' }),
    sign: async () => {
      throw new Error('the example key cannot sign');
    },
  },
]);
