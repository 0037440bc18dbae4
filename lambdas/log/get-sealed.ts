import * as z from 'zod';
import { detail } from '../../domain/facts/detail.ts';
import { sealedKey } from '../../store/sealed.ts';
import { operation } from '../runtime/operation.ts';
import { Problem } from '../runtime/problem.ts';
import { IMMUTABLE, ok } from '../runtime/reply.ts';
import { SealedParams } from './sealed-params.ts';

const SealedDocument = z.unknown().meta({
  id: 'SealedDocument',
  description:
    'The item as it was recorded, in canonical JSON (RFC 8785): the event that recorded it names the SHA-256 of these bytes, which never change.',
  example: { computedAt: '2023-02-23T09:00:00.000Z', id: 'scr_01JX8Z3T9V6M2N4P5Q7R8S9T0V', platform: 'tiktok', schema: 1, score: '{}' },
});

export const getSealed = operation({
  params: SealedParams,
  reply: { 200: SealedDocument },
  async find({ params: { platform, id } }, { store }) {
    const sealed = await store.findSealed(sealedKey(platform, id));
    if (!sealed) throw new Problem('not-found', detail('nothing-sealed', { platform, id }));
    return sealed;
  },
  etag: ({ hash }) => hash,
  run: ({ found: { text } }) => ok(text, { 'content-type': 'application/json', ...IMMUTABLE }),
});
