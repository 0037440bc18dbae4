import * as z from 'zod';
import { operation } from '../runtime/operation.ts';
import { ok } from '../runtime/reply.ts';
import { findSigned } from './find-signed.ts';

const LogCheckpoint = z.string().meta({
  id: 'LogCheckpoint',
  contentMediaType: 'text/plain',
  description: 'A signed note: origin, size, root; the log’s signature and the cosignatures of its witnesses.',
  example:
    'whereabouts.example.org/v1/log\n7\nCsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=\n\n— whereabouts.example.org/v1/log Az3grlgtzPICa5OS8npVmf1M=\n',
});

export const getLogCheckpoint = operation({
  reply: { 200: LogCheckpoint },
  find: (_, deps) => findSigned(deps),
  run: ({ found: { note } }) => ok(note, { 'content-type': 'text/plain; charset=utf-8', 'cache-control': 'public, max-age=5' }),
});
