import { LANGUAGES, type Language, toLanguage } from '../messages/language.ts';

const KEY = 'whereabouts.language';

/** The language chosen by the switch; before anybody chose, the first of the browser's that there is; else English. */
export function chosenLanguage(): Language {
  const asked = [localStorage.getItem(KEY) ?? '', ...navigator.languages];
  return asked.map(toLanguage).find((language) => language !== undefined) ?? LANGUAGES[0];
}
