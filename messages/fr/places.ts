import { nameRegion, type Places } from '../place.ts';

/** Shorter or clearer than CLDR's own. */
const NAMES: Readonly<Record<string, string>> = {
  HK: 'Hong Kong',
  MO: 'Macao',
  MM: 'Myanmar',
  PS: 'Palestine',
  VA: 'Vatican',
  BY: 'Biélorussie',
  SV: 'Salvador',
  ZZ: 'pays tiers non désigné',
};

const codes = (list: string): ReadonlySet<string> => new Set(list.split(' '));
const NO_ARTICLE = codes(
  'AG AI AW BH BL CU CW CY DJ GG GI GU HK IL JE KI KN LC MC MF MG MO MS MT MU NR NU OM PM PR RE SG SH SM SX SJ ST TK TT TV TW VC WF YT HT',
);
const PLURAL = codes('AE AS AX BM BQ BS CC CK FJ FK FO HM KM KY MH MP MV NL PH PN PW SB SC TC TF TO UM US VG VI');
/** Feminine, though not ending in `e`, and the other way round. */
const MASCULINE_IN_E = codes('AQ BZ GB IO KH MX MZ SR ZW');
const FEMININE = codes('GS SL');
/** Islands and city states that one is `à`, not `en`. */
const AT_THE = codes('BB BV CX DM GD IM JM NF');
const VOWEL = /^[aeiouâàäéèêëîïôöùûüœ]|^Haïti/i;

const name = (code: string) => NAMES[code] ?? nameRegion('fr', code);
/** Within a sentence an island is a common noun: “aux îles Caïmans”. */
const named = (code: string) => name(code).replace(/^Île/, 'île');
const elides = (code: string) => VOWEL.test(name(code));
const isFeminine = (code: string) => FEMININE.has(code) || (/e( |$|-)/.test(name(code)) && endsFirstWordInE(name(code)) && !MASCULINE_IN_E.has(code));
/** A compound takes the gender of its first word: `Corée du Sud`, but `Timor oriental`. */
const endsFirstWordInE = (text: string) => /^[^ -]*e(?=[ -]|$)/.test(text);

function the(code: string): string {
  if (code === 'ZZ') return 'un pays tiers non désigné';
  if (NO_ARTICLE.has(code)) return named(code);
  if (PLURAL.has(code)) return `les ${named(code)}`;
  if (elides(code)) return `l’${named(code)}`;
  return `${isFeminine(code) ? 'la' : 'le'} ${named(code)}`;
}

function inPlace(code: string): string {
  if (code === 'ZZ') return 'dans un pays tiers non désigné';
  if (code === 'EU') return 'dans l’Union européenne';
  if (code === 'IL' || code === 'HT') return `en ${named(code)}`;
  if (NO_ARTICLE.has(code)) return `à ${named(code)}`;
  if (PLURAL.has(code)) return `aux ${named(code)}`;
  if (AT_THE.has(code)) return `à ${the(code)}`;
  return elides(code) || isFeminine(code) ? `en ${named(code)}` : `au ${named(code)}`;
}

function of(code: string): string {
  if (code === 'ZZ') return 'd’un pays tiers non désigné';
  if (NO_ARTICLE.has(code)) return elides(code) ? `d’${named(code)}` : `de ${named(code)}`;
  if (PLURAL.has(code)) return `des ${named(code)}`;
  return elides(code) || isFeminine(code) ? `de ${the(code)}` : `du ${named(code)}`;
}

/** “en France”, “au Brésil”, “aux États-Unis”, “à Singapour”. */
export const places: Places = { name, the, in: inPlace, from: (code) => `depuis ${the(code)}`, of };
