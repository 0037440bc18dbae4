/** “de TikTok”, “d’Instagram”: what a name's first sound makes of the word before it. */
export const of = (name: string): string => (/^[aeiouâàäéèêëîïôöùûüœ]/i.test(name) ? `d’${name}` : `de ${name}`);
