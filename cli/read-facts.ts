import { expandQuotes } from '../domain/facts/expand-quotes.ts';
import { type Document, readDocument } from './document.ts';
import type { Io } from './io.ts';

/** A file of facts whose quotes are put where they are named. Its places are those of the expanded value, and are shown where they were written. */
export type FactsDocument = Document & {
  /** What is wrong with the names of quotes, a line each. */
  readonly misnamed: readonly string[];
  readonly unused: readonly (readonly PropertyKey[])[];
};

export async function readFacts(file: string, io: Io): Promise<FactsDocument> {
  const document = await readDocument(file, io);
  const { value, toFile, faults, unused } = expandQuotes(document.value);
  return {
    ...document,
    value,
    at: (steps) => document.at(toFile(steps)),
    toLine: (steps, what) => document.toLine(toFile(steps), what),
    toFile,
    misnamed: faults.map(({ place, detail }) => document.toLine(place, detail)),
    unused,
  };
}
