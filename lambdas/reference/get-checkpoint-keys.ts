import * as z from 'zod';
import { operation } from '../runtime/operation.ts';
import { ok } from '../runtime/reply.ts';
import { SigningKey } from './get-keys.ts';

const CheckpointKeys = z.strictObject({ keys: z.array(SigningKey).min(1) }).meta({
  id: 'CheckpointKeys',
  description:
    'The keys of checkpoints of the record, as a JWKS: the first key signs now, those after it did before. They sign no bundle, and belong into no policy tool.',
});

export const getCheckpointKeys = operation({
  reply: { 200: CheckpointKeys },
  run: async (_, { checkpoints }) => ok({ keys: await checkpoints.publicKeys() }, { 'cache-control': 'public, max-age=300' }),
});
