import type { faults as English } from '../en/faults.ts';
import { format, plural } from './format.ts';

const kinds: Readonly<Record<string, string>> = {
  string: 'ein Text',
  number: 'eine Zahl',
  int: 'eine ganze Zahl',
  boolean: 'true oder false',
  array: 'eine Liste',
  object: 'ein Objekt',
  record: 'ein Objekt',
  null: 'null',
  date: 'ein Datum',
  jurisdiction: 'ein Code nach ISO 3166-1 alpha-2, XK, EU oder ZZ, etwa „CN“',
};
const nameKind = (kind: string) => kinds[kind] ?? kind;

type Values = readonly string[];
const oneOf = (values: Values) => (values.length === 1 ? `${values[0]}` : `einer der Werte ${values.join(', ')}`);

type Expected = Parameters<(typeof English)['missing']>[0];
const expectedOf = ({ kind, values = [], count }: Expected) => {
  if (kind !== undefined) return nameKind(kind);
  return count === undefined ? oneOf(values) : `einer von ${count} Werten, etwa ${values[0]}`;
};

type Bound = Parameters<(typeof English)['too-big']>[0];
const units = (of: Bound['of']) => (of === 'characters' ? 'Zeichen' : 'Einträge');
const bound = (which: 'höchstens' | 'mindestens', { of, limit, has }: Bound) => {
  if (of === 'value') return `muss ${which} ${limit} sein${has === undefined ? '' : `, nicht ${has}`}`;
  const unit = of === 'entries' ? plural(limit, { one: 'Eintrag', other: units(of) }) : units(of);
  const asked = `muss ${which} ${limit} ${unit} haben`;
  return has === undefined ? asked : `${asked}: Es sind ${has}, also ${Math.abs(has - limit)} zu ${has > limit ? 'viel' : 'wenig'}`;
};

export const faults: typeof English = {
  missing: (of) => `fehlt: Erwartet wird ${expectedOf(of)}`,
  'invalid-type': ({ expected, got, value }) =>
    `erwartet wird ${nameKind(expected)}, nicht ${value === undefined ? nameKind(got) : `die Zahl ${value}`}`,
  'invalid-value': ({ given, got, values, count, nearest }) => {
    if (given === undefined)
      return `erwartet wird ${count === undefined ? oneOf(values ?? []) : `ein Text, etwa ${values?.[0]}`}${got === undefined ? '' : `, nicht ${nameKind(got)}`}`;
    if (nearest === undefined) return `${given} ist hier nicht bekannt: Erwartet wird ${oneOf(values ?? [])}`;
    return `${given} ist keiner der ${count} hier bekannten Werte; am nächsten kommen ${format.and(nearest)}`;
  },
  'unknown-jurisdiction': ({ given, meant, later, nearest }) => {
    const start = `${given} ist kein Code einer Rechtsordnung; `;
    if (meant !== undefined) return `${start}meinten Sie „${meant}“?`;
    if (later !== undefined) return `${start}er wurde zurückgezogen, und was er bezeichnete, ist heute ${later.join(', ')}`;
    return `${start}erwartet wird ${kinds.jurisdiction}${nearest === undefined ? '' : `; am nächsten kommen ${format.and(nearest)}`}`;
  },
  'too-big': (of) => bound('höchstens', of),
  'too-small': (of) => (of.of === 'characters' && of.limit === 1 ? 'darf nicht leer sein' : bound('mindestens', of)),
  'unknown-field': ({ meant }) => `ein solches Feld gibt es hier nicht${meant === undefined ? '' : `; meinten Sie „${meant}“?`}`,
  'invalid-union': () => 'entspricht keiner der hier zulässigen Formen',
  'not-valid': ({ said }) => (said === undefined ? 'ist nicht gültig' : `ist nicht gültig (${said})`),

  blank: () => 'darf nicht leer sein',
  'not-unicode': () => 'muss wohlgeformtes Unicode sein',
  'lost-bytes': ({ at, character }) =>
    `darf U+FFFD nicht enthalten, wie bei Zeichen ${at} (${character}): Dort ging ein Byte verloren, das kein UTF-8 war. Speichern Sie das Original als UTF-8 und kopieren Sie die Worte erneut`,
  'unseen-characters': ({ at, character }) =>
    `darf keine Steuerzeichen (außer Zeilenvorschub und Tabulator), keine Nichtzeichen und keine Wechsel der Schreibrichtung enthalten, wie bei Zeichen ${at} (${character})`,
  invisible: () => 'muss einen Buchstaben, eine Ziffer, ein Satzzeichen oder ein Symbol enthalten, etwa „A“: Alles darin ist unsichtbar',
  'not-composed': ({ composed }) =>
    `muss in der zusammengesetzten Unicode-Form NFC stehen, mit einem Zeichen je Buchstabe samt Akzent, wie hier: „${composed}“`,
  'not-an-instant': () => 'muss ein Zeitpunkt sein, den es gibt, etwa 2023-02-23T00:00:00Z',
  'not-a-day': () => 'muss ein Datum sein, das es gibt, in der Form JJJJ-MM-TT, etwa 2023-02-23',
  'not-of-its-years': () => 'muss in den Jahren 1990 bis 2199 liegen, etwa 2023-02-23',
  'date-in-future': ({ date, today }) =>
    date === undefined
      ? 'darf nicht in der Zukunft liegen'
      : today === undefined
        ? `${date} ist noch nicht gekommen`
        : `${date} liegt nach dem heutigen Tag, ${today}`,
  'not-a-span': ({ from, to }) => `${from} liegt nach ${to}`,
  'too-long': ({ days, from, to, most }) =>
    `${plural(days, { one: `${days} Tag`, other: `${days} Tage` })} von ${from} bis ${to}; höchstens zulässig sind ${most}`,

  'hidden-in-address': ({ character }) =>
    `darf keine Leerzeichen und keine unsichtbaren Zeichen enthalten, wie hier ${character}: Schreiben Sie sie mit Prozentzeichen, %20 für ein Leerzeichen`,
  'user-in-address': () => 'darf vor dem Host weder Benutzernamen noch Passwort enthalten',
  'host-not-ascii': ({ registered }) =>
    `muss den Host in ASCII-Buchstaben nennen, wie er registriert ist: Buchstaben anderer Schriften sehen gleich aus${registered === undefined ? '' : `, hier ${registered}`}`,
  'address-without-slashes': () => 'muss vor dem Host // und darf keinen umgekehrten Schrägstrich haben',
  'not-an-address': () => 'muss eine http- oder https-Adresse mit Domainnamen sein, etwa https://www.example.org/news',
  'address-not-taken': () =>
    'ist keine hier zulässige Adresse: Sie hat keinen Benutzernamen, kein Leerzeichen und einen Domainnamen, etwa https://www.example.org/news',
  'not-a-local-id': () =>
    'muss aus 1 bis 80 Buchstaben, Ziffern, Punkten, Pluszeichen, Binde- oder Unterstrichen bestehen und mit einem Buchstaben oder einer Ziffer beginnen',
  'not-a-language-tag': () => 'muss eine Sprachkennung sein, etwa en oder pt-BR',
  'not-a-proposal-key': () => 'muss der Schlüssel eines Vorschlags sein, 32 hexadezimale Ziffern in Kleinbuchstaben',
  'not-a-sha256': ({ of }) =>
    of === undefined
      ? 'muss ein SHA-256 aus 64 kleinen Hexadezimalziffern sein'
      : `muss der SHA-256 ${{ capture: 'einer Aufnahme', decision: 'der Entscheidung', revision: 'der Fassung', repair: 'der Reparatur' }[of]} sein, 64 Hexadezimalziffern`,
  'not-a-slug': () => 'muss aus Kleinbuchstaben und Ziffern bestehen, verbunden durch einzelne Bindestriche, und mit einem Buchstaben beginnen',
  'reserved-slug': () => 'darf nicht register, consumers, policy oder archive sein, die eigene Ketten haben',
  'not-an-app-id': () => 'muss eine App-Kennung sein: Buchstaben, Ziffern, Punkte, Binde- oder Unterstriche',
  'not-a-package-name': () =>
    'muss ein Paketname sein: zwei oder mehr durch Punkte getrennte Teile, jeder ein Buchstabe und danach Buchstaben, Ziffern oder Unterstriche, wie hinter id= in der Adresse bei Google Play',
  'store-number': () =>
    'ist die Nummer der App im App Store, unter der kein Gerät sie kennt: Geben Sie ihre Bundle-ID an, die https://itunes.apple.com/lookup?id=NUMBER als bundleId nennt',
  'not-a-bundle-id': () =>
    'muss eine Bundle-ID sein: zwei oder mehr durch Punkte getrennte Teile aus Buchstaben, Ziffern und Bindestrichen, etwa com.example.social',
  'system-app': () => 'gehört zum System oder zu dem, was das Gerät verwaltet und worauf kein Gerät verzichten kann',
  'not-a-domain': () => 'muss ein Domainname sein',
  'not-small-letters': () => 'muss in Kleinbuchstaben stehen',
  'shared-domain': () =>
    'muss eine Domain eines einzigen Inhabers oder eine darunter sein: Unter dieser kann nach der Public Suffix List (https://publicsuffix.org) jeder Namen registrieren',
  'given-once': ({ value }) => `darf jeden nur einmal nennen: ${value} ist zweimal angegeben`,

  'not-rising': () => 'muss ansteigen: low <= point <= high',
  'one-of-both': () => 'muss angegeben sein, oder an seiner Stelle jurisdictions, aber nicht beide',
  'of-control-only': () => 'gehört nur zum Modus control',
  'state-unnamed': () => 'muss den Staat nennen, dessen Behörden Zugang hatten',
  'too-many-sources': ({ limit }) => `darf höchstens ${limit} Quellen enthalten`,
  'too-many-paths': ({ limit }) => `darf höchstens ${limit} Zugangswege enthalten, wobei jede Rechtsordnung eines Weges zählt`,
  'too-many-jurisdictions': ({ limit }) => `darf höchstens ${limit} Rechtsordnungen nennen`,
  'too-deep': ({ limit }) => `enthält mehr als ${limit} ineinander liegende Objekte oder Listen`,
  'no-such-path': ({ id }) => `kein Zugangsweg hat die Kennung „${id}“`,
  'no-such-source': ({ id }) => `keine Quelle hat die Kennung „${id}“`,
  'id-used-twice': ({ id }) => `die Kennung „${id}“ ist zweimal vergeben`,
  'from-after-observed': () => 'darf nicht nach observed liegen',
  'valid-before-observed': () => 'darf nicht vor observed liegen',
  'needs-quote': () => 'verlangt ein Zitat: Es sind die Worte, die dort stehen',
  'reserves-elsewhere': () => 'reserves gehört nur zu den Belegen eines Zugangswegs oder eines Vorfalls',

  'limit-without-conditions': () => 'eine Beschränkung nennt ihre Bedingungen',
  'conditions-without-limit': () => 'gehört nur zu einer Beschränkung',
  'before-effective': () => 'darf nicht vor effectiveAt liegen',
  'not-after-enforced': () => 'muss nach enforceBy liegen',
  'has-not-acted': ({ id }) => `unter der Kennung „${id}“ hat noch niemand gehandelt`,
  'not-a-day-to-wait-for': ({ today, most }) =>
    `muss nach heute (${today}) liegen und höchstens ${plural(most, { one: 'einen Tag', other: `${most} Tage` })} voraus`,
  'rejection-without-reason': () => 'eine Ablehnung ist zu begründen',

  'no-such-capture': ({ capture }) => `es gibt keine Aufnahme ${capture}: Bewahren Sie zuerst die Seite auf`,
  'capture-erased': ({ capture }) => `die Aufnahme ${capture} wurde gelöscht: Lassen Sie sie weg, dann ist das Zitat ungeprüft`,
  'quote-not-found': ({ nearest }) => `diese Worte stehen nicht in der Aufnahme${nearestTo(nearest)}`,
  'quote-out-of-order': ({ nearest }) => `seine Teile stehen nicht in dieser Reihenfolge in der Aufnahme${nearestTo(nearest)}`,
  'other-language': ({ quote, capture }) =>
    `das Zitat ist in einer anderen Sprache (${quote}) als die Aufnahme (${capture}); zitieren Sie die Worte der Aufnahme und setzen Sie Ihre in „translation“`,
  'unreadable-capture': ({ why }) =>
    ({
      empty: 'der Inhalt ist leer',
      'not-utf-8': 'der Inhalt ist kein UTF-8: Eine Aufnahme ist Text, wie er gelesen wurde',
      binary: 'der Inhalt enthält NUL, was in keinem Text vorkommt: Er ist binär',
      pdf: 'der Inhalt ist ein PDF, von dem der Text aufbewahrt wird: `whereabouts capture FILE` erzeugt ihn und nennt, womit',
      blank: 'der Inhalt enthält kein Wort: nur Leerzeichen oder unsichtbare Zeichen',
      'too-deep': 'der Inhalt ist keine lesbare Seite: Ihre Elemente sind zu tief verschachtelt',
    })[why],

  'missing-or-malformed': ({ isMissing }) =>
    isMissing
      ? 'senden Sie einen Header Idempotency-Key mit einem eigenen Wert für diese Anfrage'
      : 'muss aus 1 bis 200 druckbaren ASCII-Zeichen ohne Leerzeichen bestehen',
  'missing-body': () => 'ein JSON-Inhalt ist erforderlich',
  'invalid-json': ({ said }) => `der Inhalt ist kein JSON: ${said}`,
  'invalid-encoding': ({ at, byte }) =>
    `der Inhalt ist kein UTF-8, bei Byte ${at} (${byte}): Er ist anders kodiert, etwa in Windows-1252. Speichern Sie ihn als UTF-8`,
  'repeated-name': () => 'steht zweimal in einem Objekt, und nur der letzte Wert würde zählen: Lassen Sie einen davon weg',
  'forbidden-name': () => 'kein Feld darf „__proto__“ heißen, weder hier noch weiter unten',
  'given-twice': ({ count }) => `ist ${plural(count, { one: 'einmal', other: `${count}-mal` })} angegeben: Geben Sie es einmal an`,
  'not-a-member': () => 'muss der Name eines Feldes des Formulars sein',
  'unknown-capture': () => 'ist keine Aufnahme dieser Plattform',
  'not-held': ({ item }) => `${item} ist kein Zitat, das an diesem Tag noch galt`,
  'not-pointers': () => 'müssen JSON Pointer von Belegen sein, durch Kommas getrennt, etwa /paths/0/evidence/0',
  'both-or-neither': () => 'original und extractor gehören zusammen: Geben Sie beide an oder keines',
  'not-watched': ({ document, watched }) => `kein Dokument „${document}“ wird beobachtet: ${watched.join(', ') || 'keines'}`,
  'endpoint-not-allowed': ({ endpoints }) => `muss einer derer sein, die diese Installation abfragen darf: ${endpoints.join(', ')}`,
  'same-version-other-text': () => 'eine schon bekannte Version kam mit einem anderen Text',
  'one-of-three': () => 'geben Sie eines der drei an: held, waived oder afterwards',
  'deadline-too-soon': ({ days }) => `muss mindestens ${days} Tage nach notifiedAt liegen`,
  'notified-before-proposed': ({ proposedAt }) => `darf nicht vor ${proposedAt} liegen, als die Entscheidung vorgeschlagen wurde`,
  'not-while-it-stands': ({ expiresAt }) => `muss in der Zukunft liegen, und nicht nach ${expiresAt}, dem Ende der Entscheidung`,
  'not-in-dossier': ({ fact }) => `die Akte enthält keine Tatsache „${fact}“`,
  'answered-before-notified': ({ notifiedAt }) => `darf nicht vor ${notifiedAt} liegen, als die Partei benachrichtigt wurde`,
  'not-a-whole-number': ({ min, max, usual }) => `muss eine ganze Zahl von ${min} bis ${max} sein, nur in Ziffern geschrieben, etwa ${usual}`,
  'unknown-cursor': () => 'ist kein Cursor dieser Liste',
  'not-both': () => 'senden Sie entweder `after` oder `cursor`',
  'not-a-score-id': () => 'muss die Kennung eines Scores sein, scr_ und eine ULID',
  'not-a-review-id': () => 'muss die Kennung einer Überprüfung sein, rvw_ und eine ULID',
  'not-a-decision-id': () => 'muss die Kennung einer Entscheidung sein, dec_ und eine ULID',
  'not-a-problem-type': () => 'muss der Name einer Problemart sein',
  'not-app-ids': () => 'muss aus App-Kennungen bestehen, wie die Entitäten sie haben, durch Kommas getrennt',
  'too-many-ids': ({ limit }) => `darf nicht mehr als ${limit} Kennungen enthalten`,
  'ids-of-entities-only': () => 'gehört nur zu den Entitäten',
  'not-a-revision': () => 'muss eine Revision sein, wie ein Export sie nennt, etwa 000412-9f86d081',
  'not-a-target': () => 'muss aus 1 bis 64 Kleinbuchstaben, Ziffern oder Bindestrichen bestehen, etwa ein Ziel des Exports',
  'not-a-consumer-id': () => 'muss aus 1 bis 200 Buchstaben, Ziffern, Punkten, Doppelpunkten, Tilden, Binde- oder Unterstrichen bestehen',
  'not-a-partition': () => 'muss aus Buchstaben, Ziffern, Punkten, Tilden, Binde- oder Unterstrichen bestehen',
  'more-than-devices': () => 'darf nicht größer als devices sein',
};

const nearestTo = (nearest: string | undefined) => (nearest === undefined ? '' : `; am nächsten kommt ihnen: „${nearest}“`);

export const suchAs = (example: string) => `, etwa ${example}`;
