import type { Change } from './change.ts';
import { TOPICS } from './claim.ts';
import { listOwn, toContentWords } from './content-words.ts';
import { findCountries } from './countries.ts';
import { fold } from './fold.ts';
import { gradeChange } from './grade-change.ts';
import type { ChangedGroup, ReadSentence } from './group-changes.ts';
import { lexiconOf } from './lexicon.ts';
import { listDifferences } from './signature.ts';

/** What tells the two sides of a change apart, and whether a person must look; undefined where they say the same. */
export function describeChange({ went, came }: ChangedGroup, language: string): Change | undefined {
  // What leads in to it says itself that it has changed.
  if (ownTextOf(went) === ownTextOf(came)) return undefined;
  const differs = listDifferences(went, came);
  const [old, young] = [wordsOf(went, language), wordsOf(came, language)];
  const ownWords = Math.max(listOwn(old, young).length, listOwn(young, old).length);
  const signs = differs.filter(({ aspect }) => aspect !== 'topic');
  if (signs.length === 0 && ownWords === 0) return undefined;
  const claims = [...went, ...came].map(({ claim }) => claim);
  const isOneSided = went.length === 0 || came.length === 0;
  return {
    kind: went.length === 0 ? 'came' : came.length === 0 ? 'went' : 'reworded',
    before: textOf(went),
    after: textOf(came),
    topics: TOPICS.filter((topic) => claims.some(({ topics }) => topics.some(({ value }) => value === topic))),
    differs,
    grade: gradeChange({ claims, differs, ownWords, isOneSided, isHeading: [...went, ...came].every((sentence) => sentence.isHeading === true) }),
  };
}

const ownTextOf = (side: readonly ReadSentence[]): string =>
  side
    .map(({ text }) => fold(text))
    .sort()
    .join(' ');

const textOf = (side: readonly ReadSentence[]): string | null =>
  side.length === 0 ? null : side.map(({ text, lead }) => (lead === undefined ? text : `${lead} ${text}`)).join(' ');

/** The words of meaning of one side, however it is cut into sentences. */
function wordsOf(side: readonly ReadSentence[], language: string): Set<string> {
  const lexicon = lexiconOf(language);
  return new Set(side.flatMap((sentence) => [...toContentWords(textOf([sentence]) ?? '', findCountries(sentence.text, language), lexicon)]));
}
