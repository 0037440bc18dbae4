import type { TransferTool } from '../facts/vocabulary.ts';
import { AREAS } from './areas.ts';
import { type Claim, type Found, type Modality, type Party, TOPICS } from './claim.ts';
import { findCompanies, withoutCompanies } from './companies.ts';
import { dropResidence, findCountries } from './countries.ts';
import { lexiconOf, patternOf } from './lexicon.ts';
import type { Lexicon } from './lexicon-shape.ts';
import type { Names } from './names.ts';
import type { Sentence } from './read-sentences.ts';

/** A lead-in that asks where. */
const WHERE = /\b(?:where|countr(?:y|ies)|locations?|regions?|places?|lieux?|pays|land|länder|standorte?|ort)\b/iu;

/** What a sentence says, read with its lead-in. `language`: BCP 47; `names`: how the platform calls itself and its group. */
export function readClaim({ text, lead }: Pick<Sentence, 'text' | 'lead'>, language: string, names: Names): Claim {
  const lexicon = lexiconOf(language);
  const full = (lead === undefined ? text : `${lead} ${text}`).replaceAll('’', "'");
  const companies = findCompanies(full, names);
  const words = withoutCompanies(full, companies);
  const places = findPlaces(words, language, lexicon);
  const isPlaced = (lead !== undefined && WHERE.test(lead)) || patternOf(lexicon.data).test(words);
  const isAside = patternOf(lexicon.otherMatters).test(words);
  const topics = findTopics(words, lexicon, isPlaced && !isAside && places.length > 0);
  const tools = findValues<TransferTool>(words, lexicon.tools);
  const parties = findValues<Party>(words, lexicon.parties);
  const isOther = isAside && !isAboutData(topics, places, tools, parties);
  return {
    topics: isOther ? [] : topics,
    places,
    tools,
    parties,
    companies,
    modalities: findValues<Modality>(words, lexicon.modalities),
    joints: places.length > 1 ? findValues<'and' | 'or'>(words, { and: lexicon.and, or: lexicon.or }) : [],
    traits: findValues<Claim['traits'][number]['value']>(words, {
      'end-to-end': lexicon.endToEnd,
      ownership: lexicon.ownership,
      disclosure: lexicon.disclosure,
      retention: lexicon.retention,
    }),
  };
}

/** A sentence on cookies, ages or sales is relevant only where it also says where data is, who of the staff reaches it, or by which tool. */
function isAboutData(topics: Claim['topics'], places: readonly Found[], tools: readonly Found[], parties: readonly Found[]): boolean {
  const has = (...wanted: string[]) => topics.some(({ value }) => wanted.includes(value));
  const isSomewhere = places.some(({ value }) => value !== 'device') && has('storage', 'transfer');
  const isReached = has('access') && parties.some(({ value }) => value === 'staff' || value === 'contractor');
  return isSomewhere || tools.length > 0 || isReached || has('encryption');
}

function findTopics(words: string, { topics }: Lexicon, isPlaced: boolean): Claim['topics'] {
  const found = TOPICS.flatMap((topic) => {
    const [first] = words.match(patternOf(topics[topic])) ?? [];
    return first === undefined ? [] : [{ value: topic, words: first }];
  });
  return found.length === 0 && isPlaced ? [{ value: 'storage', words }] : found;
}

function findPlaces(words: string, language: string, lexicon: Lexicon): Found[] {
  const about = words.replace(patternOf(lexicon.noPlace), (aside) => ' '.repeat(aside.length));
  const countries = dropResidence(about, findCountries(about, language), lexicon).map(({ value, words: name }) => ({ value, words: name }));
  const [device] = about.match(patternOf(lexicon.device)) ?? [];
  const areas = findValues(about, AREAS);
  return [...countries, ...areas, ...(device === undefined ? [] : [{ value: 'device', words: device }])];
}

/** Each value of which one of the words stands in the text, with that word. */
function findValues<Value extends string>(text: string, lists: Readonly<Partial<Record<Value, readonly string[]>>>): Found<Value>[] {
  return Object.entries(lists).flatMap(([value, list]) => {
    const [first] = text.match(patternOf(list as readonly string[])) ?? [];
    return first === undefined ? [] : [{ value: value as Value, words: first }];
  });
}
