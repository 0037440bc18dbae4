import type { CliMessages } from './en/cli.ts';
import type { Language } from './language.ts';

const LOADERS: Readonly<Record<Language, () => Promise<{ readonly cliMessages: CliMessages }>>> = {
  en: () => import('./en/cli.ts'),
  fr: () => import('./fr/cli.ts'),
  de: () => import('./de/cli.ts'),
};

/** The texts of the command line in one language. */
export async function loadCli(language: Language): Promise<CliMessages> {
  return (await LOADERS[language]()).cliMessages;
}
