import type { faults, suchAs } from './en/faults.ts';
import type { problemTypes } from './en/problem-types.ts';
import type { problems } from './en/problems.ts';
import type { Language } from './language.ts';

/** What the API says to people beside its codes. */
export type ApiMessages = {
  readonly problemTypes: typeof problemTypes;
  readonly problems: typeof problems;
  readonly faults: typeof faults;
  readonly suchAs: typeof suchAs;
};

const LOADERS: Readonly<Record<Language, () => Promise<{ readonly apiMessages: ApiMessages }>>> = {
  en: () => import('./en/api.ts'),
  fr: () => import('./fr/api.ts'),
  de: () => import('./de/api.ts'),
};

/** The API's texts in one language. Nothing of a language is read before somebody asks for it. */
export async function loadApi(language: Language): Promise<ApiMessages> {
  return (await LOADERS[language]()).apiMessages;
}
