import { loadConsole } from '../../messages/load-console.ts';
import { chosenLanguage } from '../language.ts';

/** Every text of the console, in the language chosen. The page waits for that language's file and fetches no other. */
export const t = await loadConsole(chosenLanguage());
document.documentElement.lang = t.language;
