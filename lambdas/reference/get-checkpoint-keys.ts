import * as z from 'zod';
import { operation } from '../runtime/operation.ts';
import { ok } from '../runtime/reply.ts';
import { SigningKey } from './get-keys.ts';

const CheckpointKeys = z.strictObject({ keys: z.array(SigningKey).min(1) }).meta({
  id: 'CheckpointKeys',
  description:
    'The keys that signed checkpoints of the record before the tree’s checkpoint took their place, as a JWKS. They sign nothing any more, and belong into no policy tool.',
});

export const getCheckpointKeys = operation({
  reply: { 200: CheckpointKeys },
  run: async (_, { checkpoints }) => ok({ keys: await checkpoints.publicKeys() }, { 'cache-control': 'public, max-age=300' }),
});
