import type { PathInWords } from '../../en/explanation/words.ts';
import { words } from '../console/words.ts';
import { format, plural } from '../format.ts';
import { places } from '../places.ts';

type Words = Readonly<Record<string, string>>;
type List = readonly string[];

/** Ein Code ohne eigenes Wort ist sein eigenes Wort. */
const wordIn = (table: Words) => (code: string) => table[code] ?? code;

export const bandOf = wordIn(words.bands);
export const gateOf = (code: string) => `„${wordIn(words.gates)(code)}“`;
export const incidentOf = wordIn(words.incidentKinds);
export const stakeOf = wordIn({ sole: 'einen alleinigen Anteil', blocking: 'eine Sperrminorität', minority: 'eine Minderheitsbeteiligung' });

export const modeOf = wordIn({
  storage: 'die Speicherung',
  'remote-access': 'der Zugang von Personal',
  control: 'die Beherrschung',
  subprocessor: 'der Einsatz von Auftragsverarbeitern',
  'client-code': 'der Code der App',
});
/** Im Akkusativ ändert sich nur der männliche Artikel. */
export const accusative = (noun: string) => noun.replace(/^der /, 'den ');
export const modesFor = (modes: List) => format.and(modes.map((mode) => accusative(modeOf(mode))));

/** Wovon eine Liste die Liste ist. */
export const listedOf = wordIn({
  storage: 'der Speicherorte',
  'remote-access': 'des Personals mit Zugang',
  control: 'der Eigentümer und Muttergesellschaften',
  subprocessor: 'der Auftragsverarbeiter',
  'client-code': 'der Urheber des Codes der App',
});

/** Im Dativ, wie es nach „von“, „zu“ und „mit“ steht. */
export const dataOf = wordIn({
  public: 'öffentlichen Daten',
  account: 'Kontodaten',
  metadata: 'Metadaten',
  behaviour: 'Verhaltensdaten',
  content: 'Inhalten',
});

export const claimOf = wordIn({
  'end-to-end-encryption': 'die Ende-zu-Ende-Verschlüsselung',
  'eu-held-keys': 'die Verwahrung der Schlüssel in der EU',
  pseudonymisation: 'die Pseudonymisierung',
  'split-processing': 'die aufgeteilte Verarbeitung',
  'eu-trustee': 'der Treuhänder in der EU',
  'reproducible-client': 'die Reproduzierbarkeit der App',
  'access-gateway': 'die Zugangsschleuse',
  'access-logging': 'die Protokollierung der Zugriffe',
  'least-privilege': 'die Beschränkung auf die nötigsten Rechte',
  'challenge-orders': 'die Anfechtung von Anordnungen',
  'transparency-report': 'der Transparenzbericht',
  dpf: 'der Datenschutzrahmen EU–USA',
  'privacy-shield': 'der EU-US-Datenschutzschild',
  pipeda: 'das Gesetz PIPEDA',
  scc: 'die Vereinbarung von Standarddatenschutzklauseln',
  bcr: 'das Bestehen verbindlicher interner Datenschutzvorschriften',
  consent: 'die Einwilligung',
  other: 'eine andere Grundlage',
  ended: 'das Ende',
});

export const in_ = (codes: List) => format.and(codes.map(places.in));
export const from = (codes: List) => format.and(codes.map(places.from));
export const inside = (parties: List) => (parties.length === 0 ? '' : ` (${format.and(parties)})`);

/** „die Speicherung von Inhalten in China (X)“: stets in der Einzahl und mit Artikel, sodass ein Verb folgen kann. */
export function pathOf({ mode, data, countries, parties }: PathInWords): string {
  const what = dataOf(data);
  const by = inside(parties);
  switch (mode) {
    case 'storage':
      return `die Speicherung von ${what} ${in_(countries)}${by}`;
    case 'remote-access':
      return `der Zugang von Personal ${in_(countries)}${by} zu ${what}`;
    case 'control':
      return `die ${from(countries)}${by} ausgeübte Beherrschung mit Zugang zu ${what}`;
    case 'subprocessor':
      return `die Verarbeitung von ${what} durch Auftragsverarbeiter ${in_(countries)}${by}`;
    default:
      return `der ${from(countries)}${by} gelieferte Code der App mit Zugang zu ${what}`;
  }
}

export const age = (days: number) => {
  const years = days / 365;
  return years < 1 ? plural(days, { one: `${days} Tag`, other: `${days} Tage` }) : `${format.decimal(years, 1)} Jahre`;
};

export const signed = format.change;
export const points = (value: number) => plural(value, { one: `${format.points(value)} Punkt`, other: `${format.points(value)} Punkte` });
