import type { Assessment, Incident, Path } from '../domain/facts/assessment.ts';
import type { Evidence } from '../domain/facts/evidence.ts';
import { DATA_CLASSES, type DataClass } from '../domain/facts/vocabulary.ts';
import type { WeakSpot } from './weak-spot.ts';

/** Words that name data of a class, by the table of docs/coding.md. */
const NAMES_OF_DATA: readonly (readonly [DataClass, RegExp])[] = [
  [
    'content',
    /\b(private|direct|chat) messages?\b|\bmessages\b|\bphotos?\b|\baddress book\b|\b(precise|GPS) location\b|\bclipboard\b|\bbiometrics?\b|\bidentity documents?\b|\bpasswords?\b|\bdrafts\b/i,
  ],
  ['behaviour', /\b(search|browsing|viewing|watch|purchase|payment) history\b|\bkeystrokes?\b|\badvertising profiles?\b|\binterests\b/i],
  ['metadata', /\bIP address(es)?\b|\bdevice (ids?|identifiers?)\b|\blog-?in history\b|\bcontact graph\b/i],
  ['account', /\be-?mail address(es)?\b|\b(tele)?phone numbers?\b|\bdates? of birth\b|\buser ?names?\b/i],
];

/** What every app of a store or a system has alike. */
const ALIKE = /\b(App ?Store|Google Play|Play Store|push (service|notification)s?|APNs|Firebase Cloud Messaging|iCloud back-?up)\b/i;
const ORDER = /\b(warrants?|subpoenas?|court orders?|order of (a|the) court|lawful(ly)? (request|order)s?|legal process)\b/i;
const OPEN_LIST = /\b(among others|and other (countries|regions|places)|or other countries|including but not limited to)\b/i;
const EXCLUDES = /\b(only|solely|exclusively|all|any|no other|none|never|not)\b/i;

/** Where the words of a file and its coding do not fit; of quotes in other languages than English nothing is said. */
export function checkWording({ paths, incidents = [], complete = {} }: Assessment): WeakSpot[] {
  return [
    ...paths.flatMap((path, i) => checkPath(path, ['paths', i])),
    ...incidents.flatMap((incident, i) => checkIncident(incident, ['incidents', i])),
    ...Object.entries(complete).flatMap(([mode, claim]): WeakSpot[] => {
      const quotes = quotesOf(claim?.evidence ?? []);
      const what = 'is said to be complete, and no quote excludes others ("only", "no other"): a list excludes nothing';
      return quotes.length === 0 || quotes.some((words) => EXCLUDES.test(words))
        ? []
        : [{ rule: 'list-excludes-nothing', steps: ['complete', mode], what }];
    }),
  ];
}

function checkIncident({ kind, summary, evidence, data, extent }: Incident, steps: readonly PropertyKey[]): WeakSpot[] {
  const isAccess = kind === 'state-access';
  const isOrder = isAccess && [summary, ...quotesOf(evidence)].some((words) => ORDER.test(words));
  const order = 'speaks of an order or a court: what the law of the operator’s own state allows and a court can review is no incident';
  const size = 'says neither what data was reached nor of how many people, and counts as content of many: look for a word on it';
  return [
    ...(isOrder ? [{ rule: 'lawful-order', steps, what: order } as const] : []),
    ...(data === undefined && extent === undefined
      ? [{ rule: 'incident-without-size', steps, what: isAccess ? `${size}. A lawful order? Then it is no incident` : size } as const]
      : []),
  ];
}

function checkPath({ jurisdiction, data, party, evidence }: Path, steps: readonly PropertyKey[]): WeakSpot[] {
  const high = typeof data === 'string' ? data : data.high;
  const named = classNamedIn(quotesOf(evidence.filter(({ stance }) => stance !== 'contradicts')));
  const low = typeof data === 'string' ? data : data.low;
  const isAbove = named !== undefined && DATA_CLASSES.indexOf(low) > DATA_CLASSES.indexOf(named);
  const isBelow = named !== undefined && DATA_CLASSES.indexOf(named) > DATA_CLASSES.indexOf(high);
  const isAlike = [party ?? '', ...quotesOf(evidence)].some((words) => ALIKE.test(words));
  return [
    ...(isBelow
      ? [
          {
            rule: 'class-below-the-words',
            steps: [...steps, 'data'],
            what: `reaches ${high} at most, and its quotes name data of the class ${named}`,
          } as const,
        ]
      : []),
    ...(isAbove
      ? [
          {
            rule: 'class-above-the-words',
            steps: [...steps, 'data'],
            what: `reaches ${low} at least, and its quotes name data of the class ${named} and none above: a range says what they leave open`,
          } as const,
        ]
      : []),
    ...(isAlike
      ? [
          {
            rule: 'alike-everywhere',
            steps,
            what: 'speaks of a store, push services or a back-up of the system, which every app has alike: no path',
          } as const,
        ]
      : []),
    ...evidence.flatMap(({ quote, credibility }, i): WeakSpot[] => {
      const what = `rests on what an open list leaves open and has credibility ${credibility}: that is 4 at most`;
      const isTooSure = jurisdiction === 'ZZ' && quote !== undefined && credibility < 4 && OPEN_LIST.test(quote);
      return isTooSure ? [{ rule: 'open-list-graded-high', steps: [...steps, 'evidence', i], what }] : [];
    }),
  ];
}

/** The highest class that these words name; encrypted data has a path of its own. */
function classNamedIn(quotes: readonly string[]): DataClass | undefined {
  const clear = quotes.filter((words) => !/encrypt/i.test(words));
  return NAMES_OF_DATA.find(([, names]) => clear.some((words) => names.test(words)))?.[0];
}

const quotesOf = (evidence: readonly Evidence[]) => evidence.flatMap(({ quote }) => (quote === undefined ? [] : [quote]));
