import type { faults as English } from '../en/faults.ts';
import { format, plural } from './format.ts';

const kinds: Readonly<Record<string, string>> = {
  string: 'un texte',
  number: 'un nombre',
  int: 'un nombre entier',
  boolean: 'true ou false',
  array: 'une liste',
  object: 'un objet',
  record: 'un objet',
  null: 'null',
  date: 'une date',
  jurisdiction: 'un code ISO 3166-1 alpha-2, XK, EU ou ZZ, par exemple « CN »',
};
const nameKind = (kind: string) => kinds[kind] ?? kind;

type Values = readonly string[];
const oneOf = (values: Values) => (values.length === 1 ? `${values[0]}` : `l’une des valeurs ${values.join(', ')}`);

type Expected = Parameters<(typeof English)['missing']>[0];
const expectedOf = ({ kind, values = [], count }: Expected) => {
  if (kind !== undefined) return nameKind(kind);
  return count === undefined ? oneOf(values) : `l’une de ${count} valeurs, par exemple ${values[0]}`;
};

type Bound = Parameters<(typeof English)['too-big']>[0];
const units = (of: Bound['of'], count: number) =>
  of === 'characters' ? plural(count, { one: 'caractère', other: 'caractères' }) : plural(count, { one: 'élément', other: 'éléments' });
const bound = (which: 'au plus' | 'au moins', { of, limit, has }: Bound) => {
  if (of === 'value') return `doit valoir ${which} ${limit}${has === undefined ? '' : `, et non ${has}`}`;
  const asked = `doit comporter ${which} ${limit} ${units(of, limit)}`;
  return has === undefined ? asked : `${asked} : il y en a ${has}, soit ${Math.abs(has - limit)} de ${has > limit ? 'trop' : 'moins'}`;
};

export const faults: typeof English = {
  missing: (of) => `est absent : on attend ${expectedOf(of)}`,
  'invalid-type': ({ expected, got, value }) =>
    `on attend ${nameKind(expected)}, et non ${value === undefined ? nameKind(got) : `le nombre ${value}`}`,
  'invalid-value': ({ given, got, values, count, nearest }) => {
    if (given === undefined)
      return `on attend ${count === undefined ? oneOf(values ?? []) : `un texte, par exemple ${values?.[0]}`}${got === undefined ? '' : `, et non ${nameKind(got)}`}`;
    if (nearest === undefined) return `${given} n’est pas connu ici : on attend ${oneOf(values ?? [])}`;
    return `${given} n’est aucune des ${count} valeurs connues ici ; les plus proches sont ${format.and(nearest)}`;
  },
  'unknown-jurisdiction': ({ given, meant, later, nearest }) => {
    const start = `${given} n’est pas le code d’une juridiction ; `;
    if (meant !== undefined) return `${start}vouliez-vous dire « ${meant} » ?`;
    if (later !== undefined) return `${start}ce code a été retiré, et ce qu’il désignait est aujourd’hui ${later.join(', ')}`;
    return `${start}on attend ${kinds.jurisdiction}${nearest === undefined ? '' : ` ; les plus proches sont ${format.and(nearest)}`}`;
  },
  'too-big': (of) => bound('au plus', of),
  'too-small': (of) => (of.of === 'characters' && of.limit === 1 ? 'ne doit pas être vide' : bound('au moins', of)),
  'unknown-field': ({ meant }) => `il n’existe pas de champ de ce nom ici${meant === undefined ? '' : ` ; vouliez-vous dire « ${meant} » ?`}`,
  'invalid-union': () => 'ne correspond à aucune des formes admises ici',
  'not-valid': ({ said }) => (said === undefined ? 'n’est pas valable' : `n’est pas valable (${said})`),

  blank: () => 'ne doit pas être vide',
  'not-unicode': () => 'doit être de l’Unicode bien formé',
  'lost-bytes': ({ at, character }) =>
    `ne doit pas contenir U+FFFD, comme au caractère ${at} (${character}) : un octet qui n’était pas de l’UTF-8 s’y est perdu. Enregistrez l’original en UTF-8 et copiez de nouveau le texte`,
  'unseen-characters': ({ at, character }) =>
    `ne doit contenir ni caractères de commande (sauf saut de ligne et tabulation), ni non-caractères, ni changements de sens d’écriture, comme au caractère ${at} (${character})`,
  invisible: () =>
    'doit contenir une lettre, un chiffre, un signe de ponctuation ou un symbole, par exemple « A » : tout ce qui s’y trouve est invisible',
  'not-composed': ({ composed }) => `doit être sous la forme composée NFC d’Unicode, un caractère par lettre accentuée, comme ici : « ${composed} »`,
  'not-an-instant': () => 'doit être un instant qui existe, par exemple 2023-02-23T00:00:00Z',
  'not-a-day': () => 'doit être une date qui existe, sous la forme AAAA-MM-JJ, par exemple 2023-02-23',
  'not-of-its-years': () => 'doit être compris entre 1990 et 2199, par exemple 2023-02-23',
  'date-in-future': ({ date, today }) =>
    date === undefined
      ? 'ne doit pas être dans le futur'
      : today === undefined
        ? `${date} n’est pas encore arrivé`
        : `${date} est postérieur à aujourd’hui, ${today}`,
  'not-a-span': ({ from, to }) => `${from} est postérieur à ${to}`,
  'too-long': ({ days, from, to, most }) =>
    `${plural(days, { one: `${days} jour`, other: `${days} jours` })} du ${from} au ${to} ; le maximum est de ${most}`,

  'hidden-in-address': ({ character }) =>
    `ne doit contenir ni espaces ni caractères invisibles, comme ici ${character} : écrivez-les avec le signe pour cent, %20 pour une espace`,
  'user-in-address': () => 'ne doit pas contenir de nom d’utilisateur ni de mot de passe avant l’hôte',
  'host-not-ascii': ({ registered }) =>
    `doit désigner son hôte en lettres ASCII, tel qu’il est enregistré : les lettres d’autres écritures se ressemblent${registered === undefined ? '' : `, ici ${registered}`}`,
  'address-without-slashes': () => 'doit comporter // avant son hôte et aucune barre oblique inverse',
  'not-an-address': () => 'doit être une adresse http ou https avec un nom de domaine, par exemple https://www.example.org/news',
  'address-not-taken': () =>
    'n’est pas une adresse admise ici : elle n’a ni nom d’utilisateur ni espace, et elle a un nom de domaine, par exemple https://www.example.org/news',
  'not-a-local-id': () =>
    'doit comporter 1 à 80 lettres, chiffres, points, signes plus, traits d’union ou soulignés, et commencer par une lettre ou un chiffre',
  'not-a-language-tag': () => 'doit être une balise de langue, par exemple en ou pt-BR',
  'not-a-proposal-key': () => 'doit être la clé d’une proposition, 32 chiffres hexadécimaux en minuscules',
  'not-a-sha256': ({ of }) =>
    of === undefined
      ? 'doit être un SHA-256 de 64 chiffres hexadécimaux en minuscules'
      : `doit être le SHA-256 ${{ capture: 'd’une capture', decision: 'de la décision', revision: 'de la révision', repair: 'de la réparation' }[of]}, soit 64 chiffres hexadécimaux`,
  'not-a-slug': () => 'doit être formé de minuscules et de chiffres, reliés par des traits d’union simples, et commencer par une lettre',
  'reserved-slug': () => 'ne doit pas être register, consumers, policy ou archive, qui ont leurs propres chaînes',
  'not-an-app-id': () => 'doit être un identifiant d’application : lettres, chiffres, points, traits d’union ou soulignés',
  'not-a-package-name': () =>
    'doit être un nom de paquet : deux parties ou plus séparées par des points, chacune commençant par une lettre, puis lettres, chiffres ou soulignés, comme après id= dans l’adresse sur Google Play',
  'store-number': () =>
    'est le numéro de l’application dans l’App Store, qu’aucun appareil ne connaît : écrivez son identifiant de lot, que https://itunes.apple.com/lookup?id=NUMBER indique sous bundleId',
  'not-a-bundle-id': () =>
    'doit être un identifiant de lot : deux parties ou plus de lettres, chiffres et traits d’union séparées par des points, par exemple com.example.social',
  'system-app': () => 'fait partie du système ou de ce qui gère l’appareil, dont aucun appareil ne peut se passer',
  'not-a-domain': () => 'doit être un nom de domaine',
  'not-small-letters': () => 'doit être en minuscules',
  'shared-domain': () =>
    'doit être un domaine qui appartient à un seul titulaire, ou un domaine inférieur : chacun peut enregistrer des noms sous celui-ci, d’après la Public Suffix List (https://publicsuffix.org)',
  'given-once': ({ value }) => `ne doit citer chacun qu’une fois : ${value} est donné deux fois`,

  'not-rising': () => 'doit être croissant : low <= point <= high',
  'one-of-both': () => 'doit être indiqué, ou bien jurisdictions à sa place, mais pas les deux',
  'of-control-only': () => 'n’appartient qu’au mode control',
  'state-unnamed': () => 'doit désigner l’État dont les autorités ont eu accès',
  'too-many-sources': ({ limit }) => `doit contenir au plus ${limit} sources`,
  'too-many-paths': ({ limit }) => `doit contenir au plus ${limit} voies d’accès, chaque juridiction d’une voie étant comptée`,
  'too-many-jurisdictions': ({ limit }) => `doit citer au plus ${limit} juridictions`,
  'too-deep': ({ limit }) => `contient plus de ${limit} objets ou listes imbriqués`,
  'no-such-path': ({ id }) => `aucune voie d’accès n’a l’identifiant « ${id} »`,
  'no-such-source': ({ id }) => `aucune source n’a l’identifiant « ${id} »`,
  'id-used-twice': ({ id }) => `l’identifiant « ${id} » est utilisé deux fois`,
  'from-after-observed': () => 'ne doit pas être postérieur à observed',
  'valid-before-observed': () => 'ne doit pas être antérieur à observed',
  'needs-quote': () => 'exige une citation : ce sont les mots qui s’y trouvent',
  'reserves-elsewhere': () => 'reserves n’appartient qu’aux éléments de preuve d’une voie d’accès ou d’un incident',

  'limit-without-conditions': () => 'une limitation indique sous quelles conditions',
  'conditions-without-limit': () => 'n’appartient qu’à une limitation',
  'before-effective': () => 'ne doit pas être antérieur à effectiveAt',
  'not-after-enforced': () => 'doit être postérieur à enforceBy',
  'has-not-acted': ({ id }) => `personne n’a encore agi sous l’identifiant « ${id} »`,
  'not-a-day-to-wait-for': ({ today, most }) =>
    `doit être postérieur à aujourd’hui (${today}) et au plus ${plural(most, { one: 'un jour', other: `${most} jours` })} plus tard`,
  'rejection-without-reason': () => 'un rejet doit être motivé',

  'no-such-capture': ({ capture }) => `il n’existe pas de capture ${capture} : conservez d’abord la page`,
  'capture-erased': ({ capture }) => `la capture ${capture} a été effacée : ne l’indiquez pas, et la citation reste non vérifiée`,
  'quote-not-found': ({ nearest }) => `ces mots ne figurent pas dans la capture${nearestTo(nearest)}`,
  'quote-out-of-order': ({ nearest }) => `ses parties ne figurent pas dans cet ordre dans la capture${nearestTo(nearest)}`,
  'other-language': ({ quote, capture }) =>
    `la citation est dans une autre langue (${quote}) que la capture (${capture}) ; citez les mots de la capture et mettez les vôtres dans « translation »`,
  'unreadable-capture': ({ why }) =>
    ({
      empty: 'le corps est vide',
      'not-utf-8': 'le corps n’est pas de l’UTF-8 : une capture est un texte, tel qu’il a été lu',
      binary: 'le corps contient NUL, ce que ne fait aucun texte : il est binaire',
      pdf: 'le corps est un PDF, dont on conserve le texte : `whereabouts capture FILE` l’extrait et indique l’outil utilisé',
      blank: 'le corps ne contient aucun mot : seulement des espaces ou des signes invisibles',
      'too-deep': 'le corps n’est pas une page lisible : ses éléments sont imbriqués trop profondément',
    })[why],

  'missing-or-malformed': ({ isMissing }) =>
    isMissing
      ? 'envoyez un en-tête Idempotency-Key avec une valeur propre à cette requête'
      : 'doit comporter 1 à 200 caractères ASCII imprimables sans espaces',
  'missing-body': () => 'un corps JSON est requis',
  'invalid-json': ({ said }) => `le corps n’est pas du JSON : ${said}`,
  'invalid-encoding': ({ at, byte }) =>
    `le corps n’est pas de l’UTF-8, à l’octet ${at} (${byte}) : il est d’un autre codage, par exemple Windows-1252. Enregistrez-le en UTF-8`,
  'repeated-name': () => 'figure deux fois dans un même objet, et seul le dernier compterait : n’en laissez qu’un',
  'forbidden-name': () => 'aucun champ ne peut s’appeler « __proto__ », ici ou plus bas',
  'given-twice': ({ count }) => `est donné ${count} fois : donnez-le une seule fois`,
  'not-a-member': () => 'doit être le nom d’un champ du formulaire',
  'unknown-capture': () => 'n’est pas une capture de cette plateforme',
  'not-held': ({ item }) => `${item} n’est pas une citation qui valait encore ce jour-là`,
  'not-pointers': () => 'doit être formé de pointeurs JSON d’éléments, séparés par des virgules, par exemple /paths/0/evidence/0',
  'both-or-neither': () => 'original et extractor vont ensemble : indiquez les deux ou aucun',
  'not-watched': ({ document, watched }) => `aucun document « ${document} » n’est surveillé : ${watched.join(', ') || 'aucun ne l’est'}`,
  'endpoint-not-allowed': ({ endpoints }) => `doit être l’un de ceux que cette installation peut interroger : ${endpoints.join(', ')}`,
  'same-version-other-text': () => 'une version déjà connue est venue avec un autre texte',
  'one-of-three': () => 'indiquez l’un des trois : held, waived ou afterwards',
  'deadline-too-soon': ({ days }) => `doit suivre notifiedAt d’au moins ${days} jours`,
  'notified-before-proposed': ({ proposedAt }) => `ne doit pas précéder ${proposedAt}, date de la proposition de décision`,
  'not-while-it-stands': ({ expiresAt }) => `doit être dans l’avenir et ne pas dépasser ${expiresAt}, fin de la décision`,
  'not-in-dossier': ({ fact }) => `le dossier ne contient pas le fait « ${fact} »`,
  'answered-before-notified': ({ notifiedAt }) => `ne doit pas précéder ${notifiedAt}, date de la notification à la partie`,
  'not-a-whole-number': ({ min, max, usual }) => `doit être un nombre entier de ${min} à ${max}, écrit en chiffres seulement, par exemple ${usual}`,
  'unknown-cursor': () => 'n’est pas un curseur donné par cette liste',
  'not-both': () => 'envoyez soit `after`, soit `cursor`',
  'not-a-score-id': () => 'doit être l’identifiant d’un score, scr_ et un ULID',
  'not-a-review-id': () => 'doit être l’identifiant d’un réexamen, rvw_ et un ULID',
  'not-a-decision-id': () => 'doit être l’identifiant d’une décision, dec_ et un ULID',
  'not-a-problem-type': () => 'doit être le nom d’un type de problème',
  'not-app-ids': () => 'doit être une liste d’identifiants d’applications tels que les entités les portent, séparés par des virgules',
  'too-many-ids': ({ limit }) => `ne doit pas dépasser ${limit} identifiants`,
  'ids-of-entities-only': () => 'n’appartient qu’aux entités',
  'not-a-revision': () => 'doit être une révision telle qu’une exportation la nomme, par exemple 000412-9f86d081',
  'not-a-target': () => 'doit comporter 1 à 64 minuscules, chiffres ou traits d’union, par exemple une cible de l’exportation',
  'not-a-consumer-id': () => 'doit comporter 1 à 200 lettres, chiffres, points, deux-points, tildes, traits d’union ou soulignés',
  'not-a-partition': () => 'doit être formé de lettres, chiffres, points, tildes, traits d’union ou soulignés',
  'more-than-devices': () => 'ne doit pas dépasser devices',
};

const nearestTo = (nearest: string | undefined) => (nearest === undefined ? '' : ` ; ce qui s’en approche le plus est : « ${nearest} »`);

export const suchAs = (example: string) => `, par exemple ${example}`;
