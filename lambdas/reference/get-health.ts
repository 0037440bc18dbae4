import * as z from 'zod';
import { CURRENT } from '../../domain/score/method.ts';
import { operation } from '../runtime/operation.ts';
import { ok } from '../runtime/reply.ts';

const Health = z
  .strictObject({
    status: z.literal('ok'),
    method: z.string().meta({ example: CURRENT.version }),
    register: z.string().meta({ example: 'jr-2026.11.22' }),
  })
  .meta({ id: 'Health', description: 'The service answers, with this method and register.' });

export const getHealth = operation({
  reply: { 200: Health },
  run: (_, { register }) => ok({ status: 'ok', method: CURRENT.version, register: register.version }),
});
