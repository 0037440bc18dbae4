import { nameRegion, type Places } from '../place.ts';

/** Shorter or clearer than CLDR's own. */
const NAMES: Readonly<Record<string, string>> = { HK: 'Hong Kong', MO: 'Macao', MM: 'Myanmar', PS: 'Palestine', ZZ: 'unnamed third country' };

const WITH_ARTICLE = new Set('AE AX BQ BS CC CF CK DO EU FK FO GB IM IO KM KY MH MP MV NL PH PN SB SC TC TF UM US VG VI'.split(' '));

const name = (code: string) => NAMES[code] ?? nameRegion('en', code);
const the = (code: string) => (code === 'ZZ' ? 'an unnamed third country' : `${WITH_ARTICLE.has(code) ? 'the ' : ''}${name(code)}`);

export const places: Places = {
  name,
  the,
  in: (code) => `in ${the(code)}`,
  from: (code) => `from ${the(code)}`,
  of: (code) => `of ${the(code)}`,
};
