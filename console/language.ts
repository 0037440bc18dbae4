import { LANGUAGES, type Language, toLanguage } from '../messages/language.ts';

const KEY = 'whereabouts.language';

/** How each language calls itself. */
export const LANGUAGE_NAMES: Readonly<Record<Language, string>> = { en: 'English', fr: 'Français', de: 'Deutsch' };

/** Remembered in this browser. The page is loaded anew, because every text of it is of one language; what is typed into a draft is kept. */
export function chooseLanguage(language: Language): void {
  localStorage.setItem(KEY, language);
  location.reload();
}

/** The language chosen by the switch; before anybody chose, the first of the browser's that there is; else English. */
export function chosenLanguage(): Language {
  const asked = [localStorage.getItem(KEY) ?? '', ...navigator.languages];
  return asked.map(toLanguage).find((language) => language !== undefined) ?? LANGUAGES[0];
}
