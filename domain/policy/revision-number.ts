/** Numbers of one epoch: the millions of a revision's number are its epoch, which a restore raises, so that it is above all that was made before. */
const EPOCH = 1_000_000;

/** The number of a revision, or of what a tool says it holds; undefined where it is none of ours. */
export function numberOf(revision: string | null): number | undefined {
  const number = Number(/^(\d{6,10})-[0-9a-f]{8}$/.exec(revision ?? '')?.[1]);
  return Number.isNaN(number) ? undefined : number;
}

export const epochOf = (number: number): number => Math.floor(number / EPOCH);

/** Above the current one, and in no earlier epoch than the record is in. What tools report plays no part: it may be forged. */
export const nextNumber = (current: number, epoch: number): number => Math.max(current, epoch * EPOCH) + 1;

/** The serial of a zone: 32 bits, compared by RFC 1982, for which the step of one epoch is small. */
export const toSerial = (revision: string): number => (numberOf(revision) ?? 0) % 2 ** 32;
