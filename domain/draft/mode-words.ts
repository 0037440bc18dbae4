import type { Mode } from '../facts/vocabulary.ts';
import type { Claim } from '../watch/claim.ts';

/** A way in that a sentence is about, and where the words for it stand. */
export type ModeWords = { readonly value: Mode; readonly words: string; readonly at: number };

/** Data at rest, and not only somebody who is somewhere. */
const AT_REST =
  /\b(?:stor(?:e[sd]?|ing|age)|host(?:s|ed|ing)|servers?|data ?cent(?:er|re)s?|back-?ups?|infrastructure|gespeichert|speicher\w*|rechenzentr\w*|servern?|conserv\w+|héberg\w+|stock\w+|serveurs?|centres? de données)\b|\b(?:data|information|messages?|content|daten|données)\s+(?:\S+\s+){0,4}(?:kept|held|located|processed)\s+(?:\S+\s+){0,3}in\b/iu;
/** Something is everywhere, unless it is people. */
const EVERYWHERE = /\blocated (?:around the world|in many parts of the world)\b/iu;
const PEOPLE = /\b(?:teams?|offices?|staff|employees?|partners?|providers?|companies|affiliates?)\b/iu;
/** Somebody reads it. */
const REACHED =
  /\b(?:remote access|remotely access\w*|access(?:ed|es|ible)?\s+(?:it\s+)?(?:remotely|from|by)|(?:can|may|could|to|who)\s+access|(?:have|has|having|given|granted|with)\s+(?:\S+\s+){0,3}access|fernzugriff|zugriff|zugegriffen|accès à distance|accéder|internally (?:across|within))\b/iu;
/** A right of the reader, a list of contacts. */
export const OF_THE_READER = /\b(?:contact|rights?|request(?:s|ed)?|exercise|representatives?|attn|c\/o|consent|permissions?)\b|@/iu;
const THEIR_OWN = new Set(['staff', 'group', 'affiliate', 'parent', 'contractor']);

/** Which way in a sentence is about: data at rest, people who reach it, who controls the company, who processes for it. */
export function findMode(text: string, { parties, traits, companies, modalities, topics }: Claim): ModeWords | undefined {
  const party = (isMeant: (value: string) => boolean) => parties.find(({ value }) => isMeant(value));
  const make = (value: Mode, words: string) => ({ value, words, at: Math.max(0, text.indexOf(words)) });
  const people = party((value) => THEIR_OWN.has(value));
  const processor = party((value) => value === 'processor');
  const parent = party((value) => value === 'parent');
  const controller = party((value) => value === 'controller' || value === 'joint-controller');
  const shares = traits.find(({ value }) => value === 'disclosure');
  const [rest] = AT_REST.exec(text) ?? (PEOPLE.test(text) ? [] : (EVERYWHERE.exec(text) ?? []));
  const [reached] = REACHED.exec(text) ?? [];
  const isOfReader = OF_THE_READER.test(text);
  if (rest !== undefined && !(shares && companies.length > 0) && !(people && reached !== undefined)) return make('storage', rest);
  if (processor && people) return undefined;
  if (processor) return isOfReader ? undefined : make('subprocessor', processor.words);
  if (isOfReader) return undefined;
  if (shares && companies.length > 0) return make('remote-access', (people ?? shares).words);
  if (parent && !topics.some(({ value }) => value === 'access')) return make('control', parent.words);
  if (controller) return make('remote-access', controller.words);
  if (reached !== undefined && modalities.some(({ value }) => value === 'not')) return undefined;
  if (reached !== undefined) return make('remote-access', reached);
  return people ? make('remote-access', people.words) : undefined;
}
