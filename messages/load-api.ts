import type { ApiMessages } from './en/api.ts';
import type { Language } from './language.ts';

const LOADERS: Readonly<Record<Language, () => Promise<{ readonly apiMessages: ApiMessages }>>> = {
  en: () => import('./en/api.ts'),
  fr: () => import('./fr/api.ts'),
  de: () => import('./de/api.ts'),
};

/** The API's texts in one language. Nothing of a language is read before somebody asks for it. */
export async function loadApi(language: Language): Promise<ApiMessages> {
  return (await LOADERS[language]()).apiMessages;
}
