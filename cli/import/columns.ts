/** What a column can be about, by its names in English, French and German, without marks and in small letters. */
const NAMES = {
  name: [
    'name',
    'vendor',
    'vendor name',
    'platform',
    'subprocessor',
    'sub processor',
    'subprocessor name',
    'entity',
    'entity name',
    'company',
    'third party',
    'nom',
    'fournisseur',
    'plateforme',
    'sous traitant',
    'societe',
    'entreprise',
    'anbieter',
    'plattform',
    'unterauftragsverarbeiter',
    'auftragsverarbeiter',
    'firma',
    'unternehmen',
    'dienst',
  ],
  operator: ['operator', 'operated by', 'legal entity', 'provider', 'operateur', 'exploitant', 'betreiber'],
  parent: ['parent', 'parent company', 'owner', 'group', 'ultimate parent', 'societe mere', 'groupe', 'muttergesellschaft', 'konzern', 'eigentumer'],
  homepage: ['homepage', 'website', 'url', 'site', 'site web', 'webseite', 'internetseite'],
  android: ['android', 'android id', 'package', 'package name'],
  ios: ['ios', 'ios id', 'bundle id', 'apple'],
  web: ['web', 'domain', 'domains', 'domaine', 'domaines', 'domain name'],
  apps: ['apps', 'app', 'app ids', 'applications'],
  country: [
    'country',
    'countries',
    'location',
    'locations',
    'country of processing',
    'processing location',
    'location of processing',
    'data location',
    'pays',
    'lieu',
    'localisation',
    'lieu de traitement',
    'land',
    'lander',
    'standort',
    'ort',
    'ort der verarbeitung',
    'sitz',
  ],
  purpose: [
    'purpose',
    'purposes',
    'service',
    'services',
    'description',
    'activity',
    'nature of processing',
    'finalite',
    'finalites',
    'objet',
    'activite',
    'zweck',
    'leistung',
    'tatigkeit',
    'beschreibung',
  ],
} as const;
export type ColumnName = keyof typeof NAMES;

/** Where each column that has a place stands, and which have none. */
export type Columns = { readonly at: Partial<Record<ColumnName, number>>; readonly unknown: readonly string[] };

export function findColumns(columns: readonly string[]): Columns {
  const at: Partial<Record<ColumnName, number>> = {};
  const unknown: string[] = [];
  for (const [i, column] of columns.entries()) {
    const plain = column
      .normalize('NFKD')
      .replace(/\p{M}/gu, '')
      .toLowerCase()
      .replace(/[^a-z0-9]+/g, ' ')
      .trim();
    const name = (Object.keys(NAMES) as ColumnName[]).find((one) => (NAMES[one] as readonly string[]).includes(plain));
    if (name === undefined || at[name] !== undefined) unknown.push(column);
    else at[name] = i;
  }
  return { at, unknown };
}
