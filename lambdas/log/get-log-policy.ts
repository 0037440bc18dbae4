import * as z from 'zod';
import { readVerifierKey } from '../../domain/log/key.ts';
import { writeLogPolicy } from '../../domain/log/policy.ts';
import { operation } from '../runtime/operation.ts';
import { ok } from '../runtime/reply.ts';
import { findSigned } from './find-signed.ts';

const PublishedLogPolicy = z.string().meta({
  id: 'LogPolicy',
  contentMediaType: 'text/plain',
  description: 'Whose signature and which cosignatures make a checkpoint count. Fetch it once over a way that you trust, and keep it.',
  example: 'log whereabouts.example.org/v1/log+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k\nquorum none\n',
});

export const getLogPolicy = operation({
  reply: { 200: PublishedLogPolicy },
  find: (_, deps) => findSigned(deps),
  run({ found: { key } }, { logPolicy }) {
    const own = readVerifierKey(key);
    const text = writeLogPolicy({ ...logPolicy, logs: own ? [own] : [] });
    return ok(text, { 'content-type': 'text/plain; charset=utf-8', 'cache-control': 'public, max-age=300' });
  },
});
