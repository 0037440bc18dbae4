import * as z from 'zod';
import { detail } from '../../domain/facts/detail.ts';
import { text } from '../../domain/facts/evidence.ts';
import { toTile } from '../../domain/log/append.ts';
import { readTilePath, type TileAsked } from '../../domain/log/tile-path.ts';
import { widthOf } from '../../domain/log/tiles.ts';
import { HASH_BYTES } from '../../domain/log/tree-hash.ts';
import { operation } from '../runtime/operation.ts';
import { Problem } from '../runtime/problem.ts';
import { ok } from '../runtime/reply.ts';
import { findSigned } from './find-signed.ts';

const Params = z.strictObject({
  tile: text(100).meta({
    description: 'Level and index, or `entries` and index, with `.p/` and the width of a partial tile, as tlog-tiles spells them.',
    example: '0/000.p/7',
  }),
});

const LogTile = z.unknown().meta({
  id: 'LogTile',
  description: 'Hashes of 32 bytes, one after the other; of `entries` those of the events, each behind its length in two bytes.',
});

export const getLogTile = operation({
  params: Params,
  reply: { 200: LogTile },
  async find({ params: { tile } }, { store }) {
    const asked = readTilePath(tile);
    const none = new Problem('not-found', detail('no-tile'));
    if (!asked) throw none;
    // What is not signed yet is not shown: the pace of work would be seen in it.
    const { size } = await findSigned({ store });
    if (widthOf(asked, size) < asked.width) throw none;
    return asked;
  },
  etag: ({ of, level, index, width }) => `${of}-${level}-${index}-${width}`,
  async run({ found: asked }, { store }) {
    const [kept] = await store.readTiles([asked]);
    if (!kept || kept.bytes.length < asked.width * HASH_BYTES) throw new Error('a signed tile is not there');
    const bytes = cut(asked, kept.bytes);
    return ok(bytes, { 'content-type': 'application/octet-stream', 'cache-control': 'public, max-age=31536000, immutable' });
  },
});

/** A partial tile is the beginning of what the tile is today. */
function cut({ of, level, width }: TileAsked, kept: Uint8Array): Uint8Array {
  const bytes = kept.subarray(0, width * HASH_BYTES);
  return of === 'entries' ? withLengths(bytes) : toTile(level, bytes);
}

function withLengths(entries: Uint8Array): Uint8Array {
  const bundle: Uint8Array[] = [];
  for (let i = 0; i < entries.length; i += HASH_BYTES) bundle.push(Uint8Array.of(0, HASH_BYTES), entries.subarray(i, i + HASH_BYTES));
  return Buffer.concat(bundle);
}
