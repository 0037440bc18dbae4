import { nameRegion, type Places } from '../place.ts';

/** Shorter or clearer than CLDR's own. */
const NAMES: Readonly<Record<string, string>> = {
  HK: 'Hongkong',
  MO: 'Macau',
  PS: 'Palästina',
  EU: 'Europäische Union',
  ZZ: 'nicht genanntes Drittland',
};

type Declined = { readonly the: string; readonly dative: string; readonly genitive: string };

const feminine = (name: string, dative = name): Declined => ({ the: `die ${name}`, dative: `der ${dative}`, genitive: `der ${dative}` });
const masculine = (name: string): Declined => ({ the: `der ${name}`, dative: `dem ${name}`, genitive: `des ${name}` });
const plural = (name: string, dative = name, genitive = name): Declined => ({
  the: `die ${name}`,
  dative: `den ${dative}`,
  genitive: `der ${genitive}`,
});
const islands = (stem: string): Declined => plural(`${stem}inseln`);

/** What has an article. All else stands without one: “in China”, “aus China”, “von China”. */
const DECLINED: Readonly<Record<string, Declined>> = {
  AE: plural('Vereinigten Arabischen Emirate', 'Vereinigten Arabischen Emiraten', 'Vereinigten Arabischen Emirate'),
  AQ: feminine('Antarktis'),
  AX: islands('Åland'),
  BQ: plural('Karibischen Niederlande', 'Karibischen Niederlanden'),
  BS: plural('Bahamas'),
  BV: feminine('Bouvetinsel'),
  CC: islands('Kokos'),
  CF: feminine('Zentralafrikanische Republik', 'Zentralafrikanischen Republik'),
  CH: feminine('Schweiz'),
  CK: islands('Cook'),
  CX: feminine('Weihnachtsinsel'),
  DO: feminine('Dominikanische Republik', 'Dominikanischen Republik'),
  EH: feminine('Westsahara'),
  EU: feminine('Europäische Union', 'Europäischen Union'),
  FK: islands('Falkland'),
  FO: plural('Färöer', 'Färöern'),
  GB: { the: 'das Vereinigte Königreich', dative: 'dem Vereinigten Königreich', genitive: 'des Vereinigten Königreichs' },
  GS: {
    the: 'Südgeorgien und die Südlichen Sandwichinseln',
    dative: 'Südgeorgien und den Südlichen Sandwichinseln',
    genitive: 'Südgeorgiens und der Südlichen Sandwichinseln',
  },
  HM: plural('Heard- und McDonaldinseln'),
  IM: feminine('Isle of Man'),
  IO: {
    the: 'das Britische Territorium im Indischen Ozean',
    dative: 'dem Britischen Territorium im Indischen Ozean',
    genitive: 'des Britischen Territoriums im Indischen Ozean',
  },
  IQ: masculine('Irak'),
  IR: masculine('Iran'),
  KM: plural('Komoren'),
  KY: islands('Kaiman'),
  LB: masculine('Libanon'),
  MD: feminine('Republik Moldau'),
  MH: islands('Marshall'),
  MN: feminine('Mongolei'),
  MP: plural('Nördlichen Marianen'),
  MV: plural('Malediven'),
  NF: feminine('Norfolkinsel'),
  NL: plural('Niederlande', 'Niederlanden'),
  PH: plural('Philippinen'),
  PN: islands('Pitcairn'),
  SB: plural('Salomonen'),
  SC: plural('Seychellen'),
  SD: masculine('Sudan'),
  SK: feminine('Slowakei'),
  SS: masculine('Südsudan'),
  TC: plural('Turks- und Caicosinseln'),
  TD: masculine('Tschad'),
  TF: plural('Französischen Süd- und Antarktisgebiete', 'Französischen Süd- und Antarktisgebieten'),
  TR: feminine('Türkei'),
  UA: feminine('Ukraine'),
  UM: plural('Amerikanischen Überseeinseln'),
  US: plural('Vereinigten Staaten'),
  VA: feminine('Vatikanstadt'),
  VC: {
    the: 'St. Vincent und die Grenadinen',
    dative: 'St. Vincent und den Grenadinen',
    genitive: 'von St. Vincent und den Grenadinen',
  },
  VG: plural('Britischen Jungferninseln'),
  VI: plural('Amerikanischen Jungferninseln'),
  YE: masculine('Jemen'),
  ZZ: { the: 'ein nicht genanntes Drittland', dative: 'einem nicht genannten Drittland', genitive: 'eines nicht genannten Drittlands' },
};

/** One is on an island, not in it. */
const ON = new Set('AX BS BV CC CK CX FK FO GS HM IM KM KY MH MP MV NF PH PN SB SC TC UM VG VI'.split(' '));

const name = (code: string) => NAMES[code] ?? nameRegion('de', code);
const dative = (code: string) => DECLINED[code]?.dative ?? name(code);

function inPlace(code: string): string {
  if (ON.has(code)) return `auf ${dative(code)}`;
  return `in ${dative(code)}`.replace(/^in dem /, 'im ');
}

/** “in Frankreich”, “in der Schweiz”, “in den Vereinigten Staaten”, “im Iran”, “auf den Philippinen”. */
export const places: Places = {
  name,
  the: (code) => DECLINED[code]?.the ?? name(code),
  in: inPlace,
  from: (code) => `aus ${dative(code)}`,
  of: (code) => DECLINED[code]?.genitive ?? `von ${name(code)}`,
};
