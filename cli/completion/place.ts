import { type Command, optionsOf } from '../command.ts';

/** What a command names in one place of its line, as its usage or its option calls it. */
const KINDS = { PLATFORM: 'platform', REVISION: 'revision', CODE: 'jurisdiction', A: 'side', B: 'side' } as const;
type Kind = (typeof KINDS)[keyof typeof KINDS];

/** What may stand in the place under the cursor, and what stands before it. */
export type Place = {
  readonly kinds: readonly Kind[];
  /** Words that may stand there as they are, such as `current`. */
  readonly words: readonly string[];
  readonly positionals: readonly string[];
  /** Options with a value that stand before it. */
  readonly values: Readonly<Record<string, string>>;
};

/** The command of a line and what stands behind its name. */
export type LoadFound = (words: readonly string[]) => Promise<{ readonly command: Command; readonly rest: readonly string[] } | undefined>;

/** Of a line without the program's name and without the word under the cursor; undefined where no command stands. */
export async function findPlace(line: readonly string[], loadFound: LoadFound): Promise<Place | undefined> {
  const found = await loadFound(line);
  if (found === undefined) return undefined;
  const { command, rest } = found;
  const { positionals, values, open } = readLine(rest, command);
  const called = open === undefined ? argumentsOf(command).map((names) => names[positionals.length]) : [optionsOf(command)[open]?.takes];
  return { ...toMeanings(called.join('|')), positionals, values };
}

export function namesSomething(command: Command): boolean {
  const options = Object.values(optionsOf(command)).map(({ takes }) => takes);
  const { kinds, words } = toMeanings([...argumentsOf(command).flat(), ...options].join('|'));
  return kinds.length + words.length > 0;
}

/** The names of the arguments, for each way to call it: `A B | PLATFORM REVISION REVISION` has two. Options begin where the first one does. */
function argumentsOf({ usage }: Command): string[][] {
  return usage.split(' | ').map((way) => {
    const [before = ''] = way.split(/\[?--/);
    return before.split(' ').map((name) => name.replace(/[[\]]/g, ''));
  });
}

function toMeanings(called: string): Pick<Place, 'kinds' | 'words'> {
  const names = [...new Set(called.split('|'))];
  return {
    kinds: [...new Set(names.flatMap((name) => (Object.hasOwn(KINDS, name) ? [KINDS[name as keyof typeof KINDS]] : [])))],
    words: names.filter((name) => /^[a-z]+$/.test(name)),
  };
}

/** What is typed so far; `open` is the option whose value comes next. */
function readLine(words: readonly string[], command: Command) {
  const options = optionsOf(command);
  const positionals: string[] = [];
  const values: Record<string, string> = {};
  let open: string | undefined;
  for (const word of words) {
    const [name = '', value] = word.replace(/^--/, '').split('=', 2);
    if (open !== undefined) {
      values[open] = word;
      open = undefined;
    } else if (!word.startsWith('-')) positionals.push(word);
    else if (value !== undefined) values[name] = value;
    else if (Object.hasOwn(options, name) && options[name]?.takes !== undefined) open = name;
  }
  return { positionals, values, open };
}
