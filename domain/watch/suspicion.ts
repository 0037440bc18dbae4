import { guessLanguage } from '../vault/language.ts';
import { fold } from './fold.ts';
import { listUnlike, toCompared } from './list-unlike.ts';
import { readBlocks } from './read-blocks.ts';
import type { Suspicion } from './watch-state.ts';

const LEAST_SHARE = 0.5;
const ONE_SIDED = 30;

/** Why a text is rather another page, or a part of it, than a new version of the document; undefined where it is not. */
export function findSuspicion(before: string, after: string, language: string): Suspicion | undefined {
  const [old, young] = [readBlocks(before), readBlocks(after)];
  const [oldWords, youngWords] = [old, young].map((blocks) => fold(blocks.map(({ text }) => text).join(' '))) as [string, string];
  const [was, is] = [guessLanguage(oldWords), guessLanguage(youngWords)];
  if (was !== undefined && is !== undefined && was !== is) return 'other-language';
  if (youngWords.length < LEAST_SHARE * oldWords.length) return 'shrunk';
  const [one, other] = [toCompared(old), toCompared(young)];
  const went = listUnlike(one, other, language).length;
  const came = listUnlike(other, one, language).length;
  return went >= ONE_SIDED && came * 10 < went ? 'one-sided' : undefined;
}
