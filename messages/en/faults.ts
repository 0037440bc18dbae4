import { format, plural } from './format.ts';

/** What a value is to be, or is, in JSON's own kinds. */
const kinds = {
  string: 'a text',
  number: 'a number',
  int: 'a whole number',
  boolean: 'true or false',
  array: 'a list',
  object: 'an object',
  record: 'an object',
  null: 'null',
  date: 'a date',
  jurisdiction: 'a code of ISO 3166-1 alpha-2, XK, EU or ZZ, such as "CN"',
};
type Kind = keyof typeof kinds;
const nameKind = (kind: string) => kinds[kind as Kind] ?? kind;

/** Values as JSON writes them. */
type Values = readonly string[];
const oneOf = (values: Values) => (values.length === 1 ? `${values[0]}` : `one of ${values.join(', ')}`);

type Expected = { readonly kind?: string; readonly values?: Values; readonly count?: number };
const expectedOf = ({ kind, values = [], count }: Expected) => {
  if (kind !== undefined) return nameKind(kind);
  return count === undefined ? oneOf(values) : `one of ${count} values, such as ${values[0]}`;
};

type Bound = { readonly of: 'characters' | 'entries' | 'value'; readonly limit: number; readonly has?: number };
const units = (of: Bound['of'], count: number) =>
  of === 'characters' ? plural(count, { one: 'character', other: 'characters' }) : plural(count, { one: 'entry', other: 'entries' });
const bound = (which: 'at most' | 'at least', { of, limit, has }: Bound) => {
  if (of === 'value') return `must be ${which} ${limit}${has === undefined ? '' : `, not ${has}`}`;
  if (has === undefined) return `must have ${which} ${limit} ${units(of, limit)}`;
  return `must have ${which} ${limit} ${units(of, limit)}: it has ${has}, ${Math.abs(has - limit)} too ${has > limit ? 'many' : 'few'}`;
};

/** What is wrong with a field, by code: the end of a sentence that its place begins. */
export const faults = {
  missing: (of: Expected) => `is missing: expected ${expectedOf(of)}`,
  'invalid-type': ({ expected, got, value }: { readonly expected: string; readonly got: string; readonly value?: number }) =>
    `expected ${nameKind(expected)}, not ${value === undefined ? nameKind(got) : `the number ${value}`}`,
  'invalid-value': ({ given, got, values, count, nearest }: { given?: string; got?: string; values?: Values; count?: number; nearest?: Values }) => {
    if (given === undefined)
      return `expected ${count === undefined ? oneOf(values ?? []) : `a text such as ${values?.[0]}`}${got === undefined ? '' : `, not ${nameKind(got)}`}`;
    if (nearest === undefined) return `${given} is not known here: expected ${oneOf(values ?? [])}`;
    return `${given} is none of the ${count} values that are known here; the nearest are ${format.and(nearest)}`;
  },
  'unknown-jurisdiction': ({ given, meant, later, nearest }: { given: string; meant?: string; later?: Values; nearest?: Values }) => {
    const start = `${given} is no code of a jurisdiction; `;
    if (meant !== undefined) return `${start}did you mean "${meant}"?`;
    if (later !== undefined) return `${start}it was withdrawn, and what it named is ${later.join(', ')} today`;
    return `${start}expected ${kinds.jurisdiction}${nearest === undefined ? '' : `; the nearest are ${format.and(nearest)}`}`;
  },
  'too-big': (of: Bound) => bound('at most', of),
  'too-small': (of: Bound) => (of.of === 'characters' && of.limit === 1 ? 'must not be empty' : bound('at least', of)),
  'unknown-field': ({ meant }: { meant?: string }) => `there is no such field here${meant === undefined ? '' : `; did you mean "${meant}"?`}`,
  'invalid-union': (_: Nothing) => 'fits none of the forms allowed here',
  /** By a rule of a library that has no words of ours. */
  'not-valid': ({ said }: { said?: string }) => (said === undefined ? 'is not valid' : said),

  blank: (_: Nothing) => 'must not be blank',
  'not-unicode': (_: Nothing) => 'must be well-formed Unicode',
  'lost-bytes': ({ at, character }: Standing) =>
    `must not hold U+FFFD, as at character ${at} (${character}): a byte that was no UTF-8 was lost there. Save the original as UTF-8 and copy the words again`,
  'unseen-characters': ({ at, character }: Standing) =>
    `must not hold control characters (but line feed and tab), noncharacters or changes of text direction, as at character ${at} (${character})`,
  invisible: (_: Nothing) => 'must have a letter, a number, a punctuation mark or a sign, such as "A": everything in it is invisible',
  'not-composed': ({ composed }: { composed: string }) =>
    `must be composed as Unicode’s form NFC is, with one character for each letter with its accent, as here: "${composed}"`,
  'not-an-instant': (_: Nothing) => 'must be an instant that exists, such as 2023-02-23T00:00:00Z',
  'not-a-day': (_: Nothing) => 'must be a date that exists, as YYYY-MM-DD, such as 2023-02-23',
  'not-of-its-years': (_: Nothing) => 'must be of the years 1990 to 2199, such as 2023-02-23',
  'date-in-future': ({ date, today }: { date?: string; today?: string }) =>
    date === undefined ? 'must not be in the future' : today === undefined ? `${date} has not come yet` : `${date} is after today, ${today}`,
  'not-a-span': ({ from, to }: { from: string; to: string }) => `${from} is after ${to}`,
  'too-long': ({ days, from, to, most }: { days: number; from: string; to: string; most: number }) =>
    `${plural(days, { one: 'one day', other: `${days} days` })} from ${from} to ${to}; the most are ${most}`,

  'hidden-in-address': ({ character }: { character: string }) =>
    `must not hold blanks or characters that cannot be seen, such as ${character} here: write them in percent, as %20 for a blank`,
  'user-in-address': (_: Nothing) => 'must not hold a user name or password before the host',
  'host-not-ascii': ({ registered }: { registered?: string }) =>
    `must name its host in ASCII letters, as it is registered: letters of other scripts look alike${registered === undefined ? '' : `, here ${registered}`}`,
  'address-without-slashes': (_: Nothing) => 'must have // before its host and no backslash',
  'not-an-address': (_: Nothing) => 'must be an http or https address with a domain name, such as https://www.example.org/news',
  'address-not-taken': (_: Nothing) =>
    'is no address that is taken here: it has no user name, no blank and a domain name, such as https://www.example.org/news',
  'not-a-local-id': (_: Nothing) => 'must be 1 to 80 letters, digits, dots, plus, hyphens or underscores, beginning with a letter or digit',
  'not-a-language-tag': (_: Nothing) => 'must be a language tag such as en or pt-BR',
  'not-a-proposal-key': () => 'must be the key of a proposal, 32 hexadecimal digits in lower case',
  'not-a-sha256': ({ of }: { of?: 'capture' | 'decision' | 'revision' | 'repair' }) =>
    of === undefined
      ? 'must be a SHA-256 in 64 small hexadecimal digits'
      : `must be the SHA-256 of ${of === 'capture' ? 'a capture' : `the ${of}`}, 64 hexadecimal digits${of === 'capture' ? ' in lower case' : ''}`,
  'not-a-slug': (_: Nothing) => 'must be a slug: small letters and digits, joined by single hyphens, beginning with a letter',
  'reserved-slug': (_: Nothing) => 'must not be register, consumers, policy or archive, whose chains are their own',
  'not-an-app-id': (_: Nothing) => 'must be an app id: letters, digits, dots, hyphens or underscores',
  'not-a-package-name': (_: Nothing) =>
    'must be a package name: two or more parts with dots between them, each a letter and then letters, digits or underscores, as behind id= in the address at Google Play',
  'store-number': (_: Nothing) =>
    'is the number of the app in the App Store, by which no device knows it: write its bundle id, which https://itunes.apple.com/lookup?id=NUMBER answers as bundleId',
  'not-a-bundle-id': (_: Nothing) =>
    'must be a bundle id: two or more parts of letters, digits and hyphens with dots between them, such as com.example.social',
  'system-app': (_: Nothing) => 'is a part of the system or of what manages the device, which no device can do without',
  'not-a-domain': (_: Nothing) => 'must be a domain name',
  'not-small-letters': (_: Nothing) => 'must be in small letters',
  'shared-domain': (_: Nothing) =>
    'must be a domain that one owner has, or one below it: everybody can register names below this one, by the Public Suffix List (https://publicsuffix.org)',
  'given-once': ({ value }: { value: string }) => `must name each once: ${value} is given twice`,

  'not-rising': (_: Nothing) => 'must rise: low <= point <= high',
  'one-of-both': (_: Nothing) => 'must be given, or jurisdictions in its place, but not both',
  'of-control-only': (_: Nothing) => 'belongs to mode control only',
  'state-unnamed': (_: Nothing) => 'must name the state whose authorities had access',
  'too-many-sources': ({ limit }: Limit) => `must hold at most ${limit} sources`,
  'too-many-paths': ({ limit }: Limit) => `must hold at most ${limit} paths, each jurisdiction of a path counted`,
  'too-many-jurisdictions': ({ limit }: Limit) => `must name at most ${limit} jurisdictions`,
  'too-deep': ({ limit }: Limit) => `holds more than ${limit} objects or lists in one another`,
  'no-such-path': ({ id }: Id) => `no path has the id "${id}"`,
  'no-such-source': ({ id }: Id) => `no source has the id "${id}"`,
  'id-used-twice': ({ id }: Id) => `the id "${id}" is used twice`,
  'from-after-observed': (_: Nothing) => 'must not be after observed',
  'valid-before-observed': (_: Nothing) => 'must not be before observed',
  'needs-quote': (_: Nothing) => 'needs a quote: it is the words that stand there',
  'reserves-elsewhere': (_: Nothing) => 'reserves belongs to the evidence of a path or an incident only',

  'limit-without-conditions': (_: Nothing) => 'a limit says under which conditions',
  'conditions-without-limit': (_: Nothing) => 'belong to a limit only',
  'before-effective': (_: Nothing) => 'must not be before effectiveAt',
  'not-after-enforced': (_: Nothing) => 'must be after enforceBy',
  'has-not-acted': ({ id }: Id) => `no one with the subject id "${id}" has acted before`,
  'not-a-day-to-wait-for': ({ today, most }: { today: string; most: number }) =>
    `must be after today, ${today}, and at most ${plural(most, { one: 'one day', other: `${most} days` })} ahead`,
  'rejection-without-reason': (_: Nothing) => 'a rejection says why',

  'no-such-capture': ({ capture }: { capture: string }) => `there is no capture ${capture}: keep the page first`,
  'capture-erased': ({ capture }: { capture: string }) => `capture ${capture} was erased: leave it out, and the quote is unverified`,
  'quote-not-found': ({ nearest }: Near) => `these words do not stand in the capture${nearestTo(nearest)}`,
  'quote-out-of-order': ({ nearest }: Near) => `its pieces do not stand in the capture in this order${nearestTo(nearest)}`,
  'other-language': ({ quote, capture }: { quote: string; capture: string }) =>
    `the quote is in another language (${quote}) than the capture (${capture}); quote the words of the capture and put yours into "translation"`,
  'unreadable-capture': ({ why }: { why: 'empty' | 'not-utf-8' | 'binary' | 'blank' | 'pdf' | 'too-deep' }) =>
    ({
      empty: 'the body is empty',
      'not-utf-8': 'the body is not UTF-8: a capture is text, as it was read',
      binary: 'the body holds NUL, which no text does: it is binary',
      pdf: 'the body is a PDF, of which the text is kept: `whereabouts capture FILE` makes it, and names what made it',
      blank: 'the body holds no word: nothing but blanks, or signs that cannot be seen',
      'too-deep': 'the body is no page that can be read: its elements are nested too deep',
    })[why],

  'missing-or-malformed': ({ isMissing }: { isMissing: boolean }): string =>
    isMissing
      ? 'send a header Idempotency-Key with a value of your own for this request'
      : 'must be 1 to 200 printable ASCII characters without spaces',
  'missing-body': (_: Nothing) => 'a JSON body is needed',
  'invalid-json': ({ said }: { said: string }) => `the body is not JSON: ${said}`,
  'invalid-encoding': ({ at, byte }: { at: number; byte: string }) =>
    `the body is not UTF-8, at byte ${at} (${byte}): it is of another encoding, such as Windows-1252. Save it as UTF-8`,
  'repeated-name': (_: Nothing) => 'stands twice in one object, and only the last would count: leave one of the two',
  'forbidden-name': (_: Nothing) => 'no field may be named "__proto__", here or further down',
  'given-twice': ({ count }: { count: number }) => `is given ${plural(count, { one: 'once', other: `${count} times` })}: give it once`,
  'not-a-member': (_: Nothing) => 'must be a name of one of the form’s members',
  'unknown-capture': (_: Nothing) => 'is no capture of this platform',
  'not-held': ({ item }: { item: string }) => `${item} is no quote that still stood on that day`,
  'not-pointers': (_: Nothing) => 'must be JSON Pointers of items, joined by commas, such as /paths/0/evidence/0',
  'both-or-neither': (_: Nothing) => 'original and extractor go together: give both or neither',
  'not-watched': ({ document, watched }: { document: string; watched: readonly string[] }) =>
    `no document "${document}" is watched: ${watched.join(', ') || 'none is'}`,
  'endpoint-not-allowed': ({ endpoints }: { endpoints: readonly string[] }) => `must be one that this deployment may ask: ${endpoints.join(', ')}`,
  'same-version-other-text': (_: Nothing) => 'a version that is known already has come with another text',
  'one-of-three': (_: Nothing) => 'say one of the three: held, waived or afterwards',
  'deadline-too-soon': ({ days }: { days: number }) => `must be at least ${days} days after notifiedAt`,
  'notified-before-proposed': ({ proposedAt }: { proposedAt: string }) => `must not be before ${proposedAt}, when the decision was proposed`,
  'not-while-it-stands': ({ expiresAt }: { expiresAt: string }) => `must lie in the future, and not after ${expiresAt}, when the decision ends`,
  'not-in-dossier': ({ fact }: { fact: string }) => `the dossier has no fact "${fact}"`,
  'answered-before-notified': ({ notifiedAt }: { notifiedAt: string }) => `must not be before ${notifiedAt}, when the party was notified`,
  'not-a-whole-number': ({ min, max, usual }: { min: number; max: number; usual: number }) =>
    `must be a whole number from ${min} to ${max}, written in digits alone, such as ${usual}`,
  'unknown-cursor': (_: Nothing) => 'is not a cursor that this list gave',
  'not-both': (_: Nothing) => 'send either `after` or `cursor`',
  'not-a-score-id': (_: Nothing) => 'must be the id of a score, scr_ and a ULID',
  'not-a-review-id': (_: Nothing) => 'must be the id of a review, rvw_ and a ULID',
  'not-a-decision-id': (_: Nothing) => 'must be the id of a decision, dec_ and a ULID',
  'not-a-problem-type': (_: Nothing) => 'must be the name of a problem type',
  'not-app-ids': (_: Nothing) => 'must be ids of apps as the entities have them, with commas between them',
  'too-many-ids': ({ limit }: Limit) => `must be no more than ${limit} ids`,
  'ids-of-entities-only': (_: Nothing) => 'belong to the entities only',
  'not-a-revision': (_: Nothing) => 'must be a revision as an export names it, such as 000412-9f86d081',
  'not-a-target': (_: Nothing) => 'must be 1 to 64 lower-case letters, digits or hyphens, such as a target of the export',
  'not-a-consumer-id': (_: Nothing) => 'must be 1 to 200 letters, digits, dots, colons, tildes, hyphens or underscores',
  'not-a-partition': (_: Nothing) => 'must be letters, digits, dots, tildes, hyphens or underscores',
  'more-than-devices': (_: Nothing) => 'must be no more than devices',
};

type Nothing = Readonly<Record<never, never>>;
type Limit = { readonly limit: number };
type Id = { readonly id: string };
type Near = { readonly nearest?: string };
type Standing = { readonly at: number; readonly character: string };

const nearestTo = (nearest: string | undefined) => (nearest === undefined ? '' : `; nearest to them is: "${nearest}"`);

/** Behind any of them, where the schema has an example and the text none. */
export const suchAs = (example: string) => `, such as ${example}`;

export type FaultCode = keyof typeof faults;
