import * as z from 'zod';
import { findText, writeWhole } from '../engine/data-folder.ts';

/** How far a reader is in a stream: by shard, the last record that was handled, or that the shard is read to its end. */
const StreamPlace = z.object({ stream: z.string(), shards: z.record(z.string(), z.object({ after: z.string().optional(), ended: z.boolean() })) });
export type StreamPlace = z.infer<typeof StreamPlace>;

/** The place kept in a file. One of another stream, or one that cannot be read, is as good as none: the jobs bear repetition. */
export function findStreamPlace(file: string, stream: string): StreamPlace {
  const none: StreamPlace = { stream, shards: {} };
  try {
    const kept = StreamPlace.parse(JSON.parse(findText(file) ?? 'null'));
    return kept.stream === stream ? kept : none;
  } catch {
    return none;
  }
}

export function putStreamPlace(file: string, place: StreamPlace): void {
  writeWhole(file, JSON.stringify(place));
}
