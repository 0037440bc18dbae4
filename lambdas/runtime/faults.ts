import type * as z from 'zod';
import { listFaults } from '../../domain/facts/list-faults.ts';
import type { Fault } from './problem.ts';

/** A request with thousands of faults is answered with this many. */
const MOST_FAULTS = 100;

/** Every fault that a schema found, each with its JSON pointer. */
export function toFaults(error: z.ZodError, schema: z.ZodType, where?: Fault['in']): Fault[] {
  return listFaults(error, schema)
    .slice(0, MOST_FAULTS)
    .map(({ place, ...fault }) => ({ pointer: toPointer(place), ...fault, ...(where && { in: where }) }));
}

/** RFC 6901; lone surrogates in a key are shown as replacement characters, so that the answer is well-formed. */
export function toPointer(place: readonly PropertyKey[]): string {
  return place.map((step) => `/${String(step).toWellFormed().slice(0, 200).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');
}
