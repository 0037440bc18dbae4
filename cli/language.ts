import type { CliMessages } from '../messages/en/cli.ts';
import { LANGUAGES, type Language, toLanguage } from '../messages/language.ts';
import { loadCli } from '../messages/load-cli.ts';
import { Usage } from './failure.ts';

const OPTION = '--lang';

type Chosen = { readonly language: string | undefined; readonly rest: readonly string[] };

/** What --lang names, wherever it stands before `--`, and the line without it. */
function splitLanguage(args: readonly string[]): Chosen {
  const end = args.indexOf('--');
  const at = args.findIndex((arg, i) => (end < 0 || i < end) && (arg === OPTION || arg.startsWith(`${OPTION}=`)));
  const found = args[at];
  if (found === undefined) return { language: LANGUAGES[0], rest: args };
  const isApart = found === OPTION;
  return { language: isApart ? args[at + 1] : found.slice(OPTION.length + 1), rest: [...args.slice(0, at), ...args.slice(at + (isApart ? 2 : 1))] };
}

/** The texts in the language that a command line asks for, and the line without it. It follows --lang and nothing else of the machine. */
export async function chooseTexts(args: readonly string[]): Promise<{ readonly t: CliMessages; readonly rest: readonly string[] }> {
  const { language, rest } = splitLanguage(args);
  const known: Language | undefined = language === undefined ? undefined : toLanguage(language);
  const t = await loadCli(known ?? LANGUAGES[0]);
  if (known === undefined) throw new Usage(t.frame.noLanguage(language, LANGUAGES));
  return { t, rest };
}
