import { ask } from './ask.ts';
import { type Given, takeText } from './command.ts';
import { BadInput, Usage } from './failure.ts';
import { writeError } from './print/terminal.ts';

/** So many digits of a hash are enough to identify what was read. */
const FEWEST_DIGITS = 8;

/**
 * Makes sure that the person acts on exactly what they read: they repeat its hash with `--hash` (the first digits are enough), or
 * it is shown and they are asked. Answers the whole hash.
 */
export async function confirmHash(given: Given, hash: string, { what, shown }: { what: string; shown: readonly string[] }): Promise<string> {
  const named = takeText(given, 'hash')?.toLowerCase();
  if (named !== undefined) {
    if (named.length < FEWEST_DIGITS) throw new Usage(`--hash takes at least ${FEWEST_DIGITS} digits`);
    if (hash.startsWith(named)) return hash;
    throw new BadInput([`${what} is not what you read: its hash is ${hash}, not ${named}...`]);
  }
  writeError(given.io, shown);
  const answer = await ask(given.io, `Is this what you mean: ${what}?`);
  if (answer === undefined) throw new Usage(`--hash is missing: repeat the hash of what you read, here ${hash.slice(0, 12)}`);
  if (!answer) throw new BadInput(['You did not confirm: nothing was changed.']);
  return hash;
}
