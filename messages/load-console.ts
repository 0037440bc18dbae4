import type { ConsoleMessages } from './en/console.ts';
import type { Language } from './language.ts';

const LOADERS: Readonly<Record<Language, () => Promise<{ readonly consoleMessages: ConsoleMessages }>>> = {
  en: () => import('./en/console.ts'),
  fr: () => import('./fr/console.ts'),
  de: () => import('./de/console.ts'),
};

/** The texts of the console in one language: the browser fetches no other. */
export async function loadConsole(language: Language): Promise<ConsoleMessages> {
  return (await LOADERS[language]()).consoleMessages;
}
