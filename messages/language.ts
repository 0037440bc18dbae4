/** The languages that every text for people stands in. English is the first: it is what a reader gets who asks for none of them. */
export const LANGUAGES = ['en', 'fr', 'de'] as const;
export type Language = (typeof LANGUAGES)[number];

/** The language that a tag of BCP 47 names, whatever its region: `de-AT` is German; else undefined. */
export function toLanguage(tag: string): Language | undefined {
  const [primary] = tag.trim().toLowerCase().split(/[-_]/);
  return LANGUAGES.find((language) => language === primary);
}

/** The language that a header Accept-Language asks for most (RFC 9110, 12.5.4), of those that there are; English where it asks for none of them. */
export function preferredLanguage(header: string | undefined): Language {
  const asked = (header ?? '').split(',').map((range, place) => {
    const [tag = '', ...parameters] = range.split(';');
    const quality = /^\s*q\s*=\s*([01](?:\.\d{0,3})?)\s*$/.exec(parameters[0] ?? '')?.[1];
    return { language: tag.trim() === '*' ? LANGUAGES[0] : toLanguage(tag), quality: quality === undefined ? 1 : Number(quality), place };
  });
  const [first] = asked
    .filter(({ language, quality }) => language !== undefined && quality > 0)
    .sort((one, other) => other.quality - one.quality || one.place - other.place);
  return first?.language ?? LANGUAGES[0];
}
