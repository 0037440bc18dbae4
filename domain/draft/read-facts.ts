import type { Claim } from '../watch/claim.ts';
import type { Names } from '../watch/names.ts';
import { findMode, type ModeWords, OF_THE_READER } from './mode-words.ts';
import { findElsewhere, listPlaces, type Placed } from './place-words.ts';
import type { DraftedFact } from './proposal.ts';
import { findSeats } from './seat.ts';
import { findSeatsIn, type Seat } from './seats-of-profile.ts';

/** A fact with the words that made it. */
export type ReadFact = { readonly fact: DraftedFact; readonly because: readonly { readonly says: string; readonly words: string }[] };

const TO_COME = /\b(?:under construction|im bau|en construction)\b/iu;
const CERTIFIED = /\b(?:compl(?:y|ies)|adher\w+|certif\w+|participat\w+|hält sich|zertifiziert|certifié\w*|adhère)\b/iu;
const ADEQUACY = /\b(?:adequacy|angemessenheit\w*|adéquation)\b/iu;
/** How far, in characters, a place may stand behind the words that say what is there, also where companies are listed, and before them. */
const [BEHIND, BEHIND_COMPANIES, BEFORE] = [170, 320, 90];
const REMOTELY = /^(?:remote access|remotely access)/iu;
/** Between a processor and its place stands where it is. */
const IS_IN = /\b(?:in|at|located|based)\b/iu;

/** What a sentence says, read with its lead-in: `text` is both. */
export type Said = {
  readonly text: string;
  readonly own: string;
  readonly claim: Claim;
  readonly language: string;
  readonly names: Names;
  readonly seats: readonly Seat[];
};

/** What a sentence seems to say of storage, access, control and transfer tools. */
export function readFacts({ text, own, claim, language, names, seats: known }: Said): ReadFact[] {
  const says = new Set<string>(claim.modalities.map(({ value }) => value));
  if (says.has('plans') || TO_COME.test(text)) return [];
  const places = listPlaces(text, claim);
  const tools = readTools(text, claim, places);
  // A sentence that only names the tool says where data goes in the sentence before.
  const mode = findMode(tools.length > 0 || ADEQUACY.test(own) ? own : text, claim);
  const facts = mode === undefined ? [] : readPaths(mode, places, text, claim);
  const seats = readSeats(text, places, claim, language, names);
  const paths = [...facts, ...readKnownSeats(text, claim, known), ...seats];
  return [...paths.filter(({ fact }, i) => !paths.slice(0, i).some((other) => isSame(other.fact, fact))), ...tools];
}

function readPaths(mode: ModeWords, places: readonly Placed[], text: string, claim: Claim): ReadFact[] {
  const elsewhere = mode.value === 'storage' || mode.value === 'remote-access' ? findElsewhere(text) : undefined;
  const named = [...places, ...(elsewhere ? [elsewhere] : [])];
  // From where is not said, but that it is from afar.
  const somewhere = named.length === 0 && REMOTELY.test(mode.words) ? [{ value: 'ZZ', words: mode.words, at: mode.at }] : [];
  const most = claim.companies.length > 1 ? BEHIND_COMPANIES : BEHIND;
  return [...named, ...somewhere].filter((place) => isThere(mode, place, text, most)).map((place) => toFact(mode, place, text, claim));
}

/** Near the words that say what is there; of the Union, which is no third country, only where data lies in it. */
function isThere(mode: ModeWords, { value, words, at }: Placed, text: string, most: number): boolean {
  const distance = at - mode.at;
  if (distance > most || distance < -BEFORE) return false;
  if (value === 'EU') return mode.value === 'storage' && /\b(?:in|within)\s+(?:the\s+)?$/iu.test(text.slice(0, at)) && distance > 0;
  if (mode.value !== 'subprocessor') return words !== '';
  return distance > 0 && IS_IN.test(text.slice(mode.at, at));
}

function toFact(mode: ModeWords, place: Placed, text: string, claim: Claim): ReadFact {
  const because = [mode, place].map(({ value, words }) => ({ says: value, words }));
  if (claim.modalities.some(({ value }) => value === 'no-longer'))
    return { fact: { kind: 'end', mode: mode.value, jurisdiction: place.value }, because };
  const may = claim.modalities.find(({ value }) => value === 'may');
  const isReserved = may !== undefined && !/\bmay (?:also )?(?:have been|not)\b/iu.test(text);
  const [company] = claim.companies;
  const fact: DraftedFact = {
    ...{ kind: 'path', mode: mode.value, jurisdiction: place.value },
    ...(isReserved && { stance: 'reserves' }),
    ...(mode.value !== 'storage' && claim.companies.length === 1 && company && { party: company.words }),
  };
  return { fact, because: [...because, ...(isReserved && may ? [{ says: 'reserves', words: may.words }] : [])] };
}

/** Staff of a company of the group reach what it is responsible for, from where it has its seat. */
function readSeats(text: string, places: readonly Placed[], claim: Claim, language: string, names: Names): ReadFact[] {
  return findSeats(text, { companies: claim.companies, places }, language, names).map(({ company, place }) => ({
    fact: { kind: 'path', mode: 'remote-access', jurisdiction: place.value, party: company },
    because: [
      { says: 'remote-access', words: company },
      { says: place.value, words: place.words },
    ],
  }));
}

const RESPONSIBLE =
  /\b(?:controllers?|verantwortliche\w*|responsables? (?:conjoints? )?d[eu]|owns us|based in|parent company|mutter\w*|société mère)\b/iu;

/** A company that a sentence calls responsible, or shares data with, reaches it from the seat that the platform's profile gives it. */
function readKnownSeats(text: string, claim: Claim, seats: readonly Seat[]): ReadFact[] {
  const responsible = RESPONSIBLE.exec(text)?.[0] ?? claim.traits.find(({ value }) => value === 'disclosure')?.words;
  if (responsible === undefined || OF_THE_READER.test(text)) return [];
  return findSeatsIn(claim.companies, text, seats).map(({ jurisdiction, words }) => ({
    fact: { kind: 'path', mode: 'remote-access', jurisdiction, party: words },
    because: [
      { says: 'remote-access', words: responsible },
      { says: jurisdiction, words },
    ],
  }));
}

/** A tool is for recipients that the sentence names; the Data Privacy Framework is for those in the United States. */
function readTools(text: string, { tools, companies, parties }: Claim, places: readonly Placed[]): ReadFact[] {
  return tools.flatMap(({ value: tool, words }): ReadFact[] => {
    const made = { says: tool, words };
    if (tool !== 'dpf' && tool !== 'privacy-shield') {
      const third = places.filter(({ value }) => value !== 'EU');
      return third.map((place) => ({
        fact: { kind: 'tool', tool, jurisdiction: place.value },
        because: [made, { says: place.value, words: place.words }],
      }));
    }
    const certified = CERTIFIED.exec(text)?.[0];
    if (certified === undefined || parties.some(({ value }) => value === 'processor')) return [];
    const [company] = companies;
    const path: DraftedFact = { kind: 'path', mode: 'remote-access', jurisdiction: 'US', ...(company && { party: company.words }) };
    const because = [made, { says: 'US', words: certified }];
    return [
      { fact: path, because },
      { fact: { kind: 'tool', tool, jurisdiction: 'US' }, because },
    ];
  });
}

const isSame = (one: DraftedFact, other: DraftedFact) =>
  one.kind === other.kind && one.jurisdiction === other.jurisdiction && (one.kind !== 'path' || other.kind !== 'path' || one.mode === other.mode);
