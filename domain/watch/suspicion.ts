import { listUnlike, toCompared } from './list-unlike.ts';
import type { Suspicion } from './watch-state.ts';

const LEAST_SHARE = 0.5;
const ONE_SIDED = 30;
/** What has gone is more than so many times what has come. */
const SIDES = 10;

/** Why a text is rather another page, or a part of it, than a new version of the document; undefined where it is not. */
export function findSuspicion(before: string, after: string, language: string): Suspicion | undefined {
  const [old, young] = [toCompared(before), toCompared(after)];
  const [was, is] = [old.language(), young.language()];
  if (was !== undefined && is !== undefined && was !== is) return 'other-language';
  if (young.words().length < LEAST_SHARE * old.words().length) return 'shrunk';
  const { went, came } = listUnlike(old, young, language);
  return went.length >= ONE_SIDED && came.length * SIDES < went.length ? 'one-sided' : undefined;
}
