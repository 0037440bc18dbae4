/** Somebody else changed the same thing first: read again and retry. */
export class Conflict extends Error {
  override name = 'Conflict';
}
