import type { DossierTexts } from './en/dossier.ts';
import type { Language } from './language.ts';

const LOADERS: Readonly<Record<Language, () => Promise<{ readonly dossierTexts: DossierTexts }>>> = {
  en: () => import('./en/dossier.ts'),
  fr: () => import('./fr/dossier.ts'),
  de: () => import('./de/dossier.ts'),
};

/** The texts of a dossier in one language. */
export async function loadDossier(language: Language): Promise<DossierTexts> {
  return (await LOADERS[language]()).dossierTexts;
}
