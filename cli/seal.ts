import { ask } from './ask.ts';
import { type Given, takeText } from './command.ts';
import { BadInput, Usage } from './failure.ts';
import { toTerminal } from './print/print.ts';

/** So many digits of a hash are enough to tell what was read. */
const FEWEST_DIGITS = 8;

/**
 * A word is given on exactly what was read: its hash is repeated with `--hash` (its first digits do), or the person is asked
 * after it was shown. Answers the whole hash.
 */
export async function seal(given: Given, hash: string, { what, shown }: { what: string; shown: readonly string[] }): Promise<string> {
  const named = takeText(given, 'hash')?.toLowerCase();
  if (named !== undefined) {
    if (named.length < FEWEST_DIGITS) throw new Usage(`--hash takes at least ${FEWEST_DIGITS} digits`);
    if (hash.startsWith(named)) return hash;
    throw new BadInput([`${what} is not what you read: its hash is ${hash}, not ${named}...`]);
  }
  process.stderr.write(toTerminal(shown));
  const answer = await ask(`Is this what you mean: ${what}?`);
  if (answer === undefined) throw new Usage(`--hash is missing: repeat the hash of what you read, here ${hash.slice(0, 12)}`);
  if (!answer) throw new BadInput(['Nothing was said.']);
  return hash;
}
