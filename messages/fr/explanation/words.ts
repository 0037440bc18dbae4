import type { PathInWords } from '../../en/explanation/words.ts';
import { words } from '../console/words.ts';
import { format, plural } from '../format.ts';
import { places } from '../places.ts';

type Words = Readonly<Record<string, string>>;
type List = readonly string[];

/** Un code sans mot propre est son propre mot. */
const wordIn = (table: Words) => (code: string) => table[code] ?? code;

export const bandOf = wordIn(words.bands);
export const gateOf = (code: string) => `« ${wordIn(words.gates)(code)} »`;
export const incidentOf = wordIn(words.incidentKinds);
export const stakeOf = wordIn({ sole: 'exclusive', blocking: 'de blocage', minority: 'minoritaire' });

export const modeOf = wordIn({
  storage: 'la conservation',
  'remote-access': 'l’accès du personnel',
  control: 'le contrôle',
  subprocessor: 'le recours à des sous-traitants',
  'client-code': 'le code de l’application',
});
export const modesOf = (modes: List) => format.and(modes.map(modeOf));

/** Ce dont une liste est la liste. */
export const listedOf = wordIn({
  storage: 'des lieux de conservation',
  'remote-access': 'du personnel ayant accès',
  control: 'des propriétaires et sociétés mères',
  subprocessor: 'des sous-traitants',
  'client-code': 'des auteurs du code de l’application',
});

const DATA: Words = {
  public: 'données publiques',
  account: 'données de compte',
  metadata: 'métadonnées',
  behaviour: 'données de comportement',
  content: 'contenus',
};
export const dataOf = wordIn(DATA);
export const upTo = (data: string) => `des données allant jusqu’aux ${dataOf(data)}`;

export const claimOf = wordIn({
  'end-to-end-encryption': 'le chiffrement de bout en bout',
  'eu-held-keys': 'la détention des clés dans l’UE',
  pseudonymisation: 'la pseudonymisation',
  'split-processing': 'le traitement réparti',
  'eu-trustee': 'le recours à un tiers de confiance dans l’UE',
  'reproducible-client': 'la reproductibilité de l’application',
  'access-gateway': 'la passerelle d’accès',
  'access-logging': 'la journalisation des accès',
  'least-privilege': 'le principe du moindre privilège',
  'challenge-orders': 'la contestation des injonctions',
  'transparency-report': 'le rapport de transparence',
  dpf: 'le cadre de protection des données UE–États-Unis',
  'privacy-shield': 'le bouclier de protection des données',
  pipeda: 'la LPRPDE',
  scc: 'la conclusion de clauses contractuelles types',
  bcr: 'l’existence de règles d’entreprise contraignantes',
  consent: 'le consentement',
  other: 'un autre fondement',
  ended: 'sa fin',
});

export const in_ = (codes: List) => format.and(codes.map(places.in));
export const from = (codes: List) => format.and(codes.map(places.from));
export const inside = (parties: List) => (parties.length === 0 ? '' : ` (${format.and(parties)})`);

/** “la conservation de contenus en Chine (X)”: toujours au singulier et avec son article, qu’un verbe peut suivre. */
export function pathOf({ mode, data, countries, parties }: PathInWords): string {
  const what = dataOf(data);
  const by = inside(parties);
  switch (mode) {
    case 'storage':
      return `la conservation de ${what} ${in_(countries)}${by}`;
    case 'remote-access':
      return `l’accès de personnel ${in_(countries)}${by} à des ${what}`;
    case 'control':
      return `le contrôle exercé ${from(countries)}${by} sur des ${what}`;
    case 'subprocessor':
      return `le traitement de ${what} par des sous-traitants ${in_(countries)}${by}`;
    default:
      return `l’accès à des ${what} par le code de l’application fourni ${from(countries)}${by}`;
  }
}

/** “du contrôle”, “de la conservation”, “de l’accès”. */
export const of = (noun: string) => (noun.startsWith('le ') ? `du ${noun.slice(3)}` : `de ${noun}`);

export const age = (days: number) => {
  const years = days / 365;
  return years < 1
    ? plural(days, { one: `${days} jour`, other: `${days} jours` })
    : `${format.decimal(years, 1)} ${plural(years, { one: 'an', other: 'ans' })}`;
};

export const signed = format.change;
export const points = (value: number) => plural(value, { one: `${format.points(value)} point`, other: `${format.points(value)} points` });
