/** The languages that every text for people stands in. English is the first: it is what a reader gets who asks for none of them. */
export const LANGUAGES = ['en', 'fr', 'de'] as const;
export type Language = (typeof LANGUAGES)[number];

/** The language that a tag of BCP 47 names, whatever its region: `de-AT` is German; else undefined. */
export function toLanguage(tag: string): Language | undefined {
  const [primary] = tag.trim().toLowerCase().split(/[-_]/);
  return LANGUAGES.find((language) => language === primary);
}
