import { once } from 'node:events';
import { createInterface } from 'node:readline/promises';
import type { Io } from './io.ts';

/** A yes or no on a terminal; undefined where there is no terminal to ask on. */
export async function ask({ stdin, stderr }: Io, question: string): Promise<boolean | undefined> {
  if (!stdin.isTTY || !stderr.isTTY) return undefined;
  const lines = createInterface({ input: stdin, output: stderr });
  try {
    // Ctrl-C closes the lines, and is a no.
    const closed = once(lines, 'close').then(() => '');
    return /^y(es)?$/i.test((await Promise.race([lines.question(`${question} [y/N] `), closed])).trim());
  } finally {
    lines.close();
  }
}
