import type { MemoTexts } from './en/memo.ts';
import type { Language } from './language.ts';

const LOADERS: Readonly<Record<Language, () => Promise<{ readonly memo: MemoTexts }>>> = {
  en: () => import('./en/memo.ts'),
  fr: () => import('./fr/memo.ts'),
  de: () => import('./de/memo.ts'),
};

/** The texts of the memo in one language. */
export async function loadMemo(language: Language): Promise<MemoTexts> {
  return (await LOADERS[language]()).memo;
}
