import * as z from 'zod';
import { operation } from '../runtime/operation.ts';
import { ok } from '../runtime/reply.ts';

const Base64Url = z.string().regex(/^[\w-]+$/);

export const SigningKey = z
  .strictObject({
    kty: z.literal('RSA'),
    n: Base64Url.meta({ description: 'The modulus.' }),
    e: Base64Url.meta({ description: 'The exponent.', example: 'AQAB' }),
    alg: z.literal('RS256'),
    use: z.literal('sig'),
    kid: z.string().meta({ description: 'Names the key in signatures: its thumbprint (RFC 7638).' }),
    pem: z.string().meta({ description: 'The same key as PEM (SubjectPublicKeyInfo), for tools that take no JWK.' }),
  })
  .meta({ id: 'SigningKey', description: 'A public key (RFC 7517) that signatures may be by.' });

const SigningKeys = z.strictObject({ keys: z.array(SigningKey).min(1) }).meta({
  id: 'SigningKeys',
  description: 'The keys of policy bundles, as a JWKS: the first key signs now, those after it did before and still count. Checkpoints have others.',
});

export const getKeys = operation({
  reply: { 200: SigningKeys },
  run: async (_, { publicKeys }) => ok({ keys: await publicKeys() }, { 'cache-control': 'public, max-age=300' }),
});
