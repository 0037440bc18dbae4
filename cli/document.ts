import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { buffer as readStream } from 'node:stream/consumers';
import { findNodeAtLocation, getNodeValue, type Node, type ParseError, parseTree, printParseErrorCode } from 'jsonc-parser';
import { findRepeatedNames } from '../domain/facts/repeated-names.ts';
import { decodeUtf8 } from '../domain/facts/utf8.ts';
import { BadInput } from './failure.ts';
import type { Io } from './io.ts';
import { toPointer, toWords } from './pointer.ts';

/** A file with JSON in it, remarks and trailing commas allowed, that knows where each of its places stands. */
export type Document = {
  readonly file: string;
  readonly value: unknown;
  /** `file:line:column` of a place, or of the nearest one above that is there. */
  readonly at: (steps: readonly PropertyKey[]) => string;
  /** A fault as a line: where, in which words, and what. */
  readonly toLine: (steps: readonly PropertyKey[], what: string) => string;
  /** The place of the file that a place of the value was written at. */
  readonly toFile: (steps: readonly PropertyKey[]) => readonly PropertyKey[];
  /** Names that stand twice in one object: JSON keeps the last and says nothing. */
  readonly twice: readonly (readonly PropertyKey[])[];
};

/** `-` is standard input. */
export async function readDocument(file: string, io: Io): Promise<Document> {
  const text = await readText(file, io);
  const faults: ParseError[] = [];
  const root = parse(file, text, faults);
  const toPlace = placesOf(text);
  const place = (offset: number) => `${file}:${toPlace(offset)}`;
  const fault = faults[0];
  if (fault !== undefined || root === undefined)
    throw new BadInput([`${place(fault?.offset ?? 0)}: is not JSON: ${fault ? toWordsOf(printParseErrorCode(fault.error)) : 'it is empty'}`]);
  const at = (steps: readonly PropertyKey[]): string => {
    const node = findNodeAtLocation(root, toPath(steps));
    if (node !== undefined) return place(node.offset);
    return steps.length === 0 ? place(0) : at(steps.slice(0, -1));
  };
  const value: unknown = getNodeValue(root);
  const toLine = (steps: readonly PropertyKey[], what: string) => {
    const pointer = toPointer(steps);
    return `${at(steps)}: ${toWords(pointer, value)}: ${what}${pointer === '' ? '' : `  (${pointer})`}`;
  };
  return { file, value, at, toLine, toFile: (steps) => steps, twice: findRepeatedNames(text) };
}

/** A document that is nested a hundred thousand levels deep is more than the parser's stack bears. */
function parse(file: string, text: string, faults: ParseError[]): Node | undefined {
  try {
    return parseTree(text, faults, { allowTrailingComma: true });
  } catch (error) {
    if (error instanceof RangeError) throw new BadInput([`${file}: is nested too deeply to be read`]);
    throw error;
  }
}

/** Of a device such as /dev/zero, or a file of gigabytes: more than a text can hold. */
const isTooLong = (error: unknown) =>
  error instanceof RangeError ||
  (error instanceof Error && 'code' in error && (error.code === 'ERR_STRING_TOO_LONG' || error.code === 'ERR_FS_FILE_TOO_LARGE'));

// Never blocking: a pipe that is named as a file may have no writer yet, and Ctrl-C has to end the wait.
async function readText(file: string, { cwd, stdin }: Io): Promise<string> {
  try {
    const decoded = decodeUtf8(await (file === '-' ? readStream(stdin) : readFile(resolve(cwd, file))));
    if ('text' in decoded) return decoded.text;
    throw new BadInput([`${file}: ${decoded.why}`]);
  } catch (error) {
    if (error instanceof BadInput) throw error;
    const code = error instanceof Error && 'code' in error ? error.code : undefined;
    const why =
      code === 'ENOENT'
        ? 'there is no such file'
        : code === 'EISDIR'
          ? 'it is a folder'
          : isTooLong(error)
            ? 'it does not end, or is too large'
            : String(error);
    throw new BadInput([`${file} cannot be read: ${why}`]);
  }
}

const toPath = (steps: readonly PropertyKey[]) => steps.map((step) => (typeof step === 'number' ? step : String(step)));

/** Line and column as editors count them, from one. The lines are counted once, when the first place is asked for. */
function placesOf(text: string): (offset: number) => string {
  let starts: readonly number[] | undefined;
  return (offset) => {
    starts ??= [0, ...Array.from(text.matchAll(/\n/g), ({ index }) => index + 1)];
    const line = starts.findLastIndex((start) => start <= offset);
    return `${line + 1}:${offset - (starts[line] ?? 0) + 1}`;
  };
}

/** `PropertyNameExpected` as `property name expected`. */
const toWordsOf = (code: string) => code.replace(/(?<!^)([A-Z])/g, ' $1').toLowerCase();
