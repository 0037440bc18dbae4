/** Where French and German still repeat the English: paths of texts, or of what holds them. Whoever fills a language takes its line out. */
export const STILL_ENGLISH: readonly string[] = [];
