/** ISO 3166-1 alpha-2 as of 2026, and XK (Kosovo), which the standard leaves to users. */
const ISO_3166_1 = `
  AD AE AF AG AI AL AM AO AQ AR AS AT AU AW AX AZ BA BB BD BE BF BG BH BI BJ BL BM BN BO BQ BR BS BT
  BV BW BY BZ CA CC CD CF CG CH CI CK CL CM CN CO CR CU CV CW CX CY CZ DE DJ DK DM DO DZ EC EE EG EH
  ER ES ET FI FJ FK FM FO FR GA GB GD GE GF GG GH GI GL GM GN GP GQ GR GS GT GU GW GY HK HM HN HR HT
  HU ID IE IL IM IN IO IQ IR IS IT JE JM JO JP KE KG KH KI KM KN KP KR KW KY KZ LA LB LC LI LK LR LS
  LT LU LV LY MA MC MD ME MF MG MH MK ML MM MN MO MP MQ MR MS MT MU MV MW MX MY MZ NA NC NE NF NG NI
  NL NO NP NR NU NZ OM PA PE PF PG PH PK PL PM PN PR PS PT PW PY QA RE RO RS RU RW SA SB SC SD SE SG
  SH SI SJ SK SL SM SN SO SR SS ST SV SX SY SZ TC TD TF TG TH TJ TK TL TM TN TO TR TT TV TW TZ UA UG
  UM US UY UZ VA VC VE VG VI VN VU WF WS XK YE YT ZA ZM ZW
`
  .trim()
  .split(/\s+/);

/** The Union as such: a path that a source places "in the EU" without naming the state. */
export const EU = 'EU';

/** A third country that the source does not name. */
export const UNNAMED = 'ZZ';

export const JURISDICTION_CODES: readonly string[] = [...ISO_3166_1, EU, UNNAMED].sort();

/** What people write for a code or a name, and the standard does not know. */
const ALIASES: Readonly<Record<string, string>> = {
  uk: 'GB',
  'great britain': 'GB',
  england: 'GB',
  el: 'GR',
  eea: EU,
  eues: EU,
  'european union': EU,
  'european economic area': EU,
  europe: EU,
  usa: 'US',
  america: 'US',
  'united states of america': 'US',
  uae: 'AE',
  prc: 'CN',
  'peoples republic of china': 'CN',
  'mainland china': 'CN',
  'hong kong': 'HK',
  macau: 'MO',
  macao: 'MO',
  rok: 'KR',
  'republic of korea': 'KR',
  korea: 'KR',
  dprk: 'KP',
  roc: 'TW',
  'russian federation': 'RU',
  'viet nam': 'VN',
  turkey: 'TR',
  holland: 'NL',
  'the netherlands': 'NL',
  'czech republic': 'CZ',
};

/** Codes that ISO 3166-1 has withdrawn (part 3 of the standard), and those of what became of the states. */
export const FORMER_CODES: Readonly<Record<string, readonly string[]>> = {
  AN: ['BQ', 'CW', 'SX'],
  BU: ['MM'],
  CS: ['RS', 'ME', 'CZ', 'SK'],
  CT: ['KI'],
  DD: ['DE'],
  DY: ['BJ'],
  FX: ['FR'],
  HV: ['BF'],
  NH: ['VU'],
  NT: ['IQ', 'SA'],
  PC: ['FM', 'MH', 'MP', 'PW'],
  PZ: ['PA'],
  RH: ['ZW'],
  SU: ['AM', 'AZ', 'BY', 'EE', 'GE', 'KZ', 'KG', 'LT', 'LV', 'MD', 'RU', 'TJ', 'TM', 'UA', 'UZ'],
  TP: ['TL'],
  VD: ['VN'],
  WK: ['UM'],
  YD: ['YE'],
  YU: ['BA', 'HR', 'ME', 'MK', 'RS', 'SI'],
  ZR: ['CD'],
};

let codeOfName: ReadonlyMap<string, string> | undefined;

/** The code that a text most likely means: "UK" and "United Kingdom" GB, "EL" GR, "EEA" EU, "jp" JP, "China" CN; else undefined. */
export function suggestJurisdiction(text: string): string | undefined {
  const folded = fold(text);
  const code = folded.toUpperCase();
  if (JURISDICTION_CODES.includes(code)) return code;
  if (Object.hasOwn(ALIASES, folded)) return ALIASES[folded];
  codeOfName ??= listNames();
  return codeOfName.get(folded);
}

function listNames(): ReadonlyMap<string, string> {
  const names = new Intl.DisplayNames('en', { type: 'region', fallback: 'none' });
  return new Map(
    JURISDICTION_CODES.flatMap((code) => {
      const name = code === UNNAMED ? undefined : names.of(code);
      return name === undefined ? [] : [[fold(name), code] as const];
    }),
  );
}

const fold = (text: string) =>
  text
    .trim()
    .toLowerCase()
    .normalize('NFD')
    .replace(/[^a-z ]/g, '');
