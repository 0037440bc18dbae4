import { createScanner } from 'jsonc-parser';

type Place = readonly (string | number)[];
/** Where the scanner is: the names of an object so far, and the entry of an object or a list. */
type Level = { readonly names: Set<string> | undefined; step: string | number };

const MOST = 100;

/** The names that stand twice in one object of a text of JSON, remarks allowed: parsers keep the last and say nothing. */
export function findRepeatedNames(text: string): Place[] {
  const scanner = createScanner(text, true);
  const levels: Level[] = [];
  const found: Place[] = [];
  let isName = false;
  // By token rather than by tree, so that depth costs no stack.
  for (scanner.scan(); scanner.getTokenLength() > 0 && found.length < MOST; scanner.scan()) {
    const level = levels.at(-1);
    const first = text[scanner.getTokenOffset()];
    if (first === '{' || first === '[') {
      levels.push({ names: first === '{' ? new Set() : undefined, step: 0 });
      isName = first === '{';
    } else if (first === '}' || first === ']') levels.pop();
    else if (first === ',' && level) {
      isName = level.names !== undefined;
      if (typeof level.step === 'number') level.step += 1;
    } else if (isName && level?.names) {
      level.step = scanner.getTokenValue();
      if (level.names.has(level.step)) found.push(levels.map(({ step }) => step));
      level.names.add(level.step);
      isName = false;
    }
  }
  return found;
}
