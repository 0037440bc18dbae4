import type { Change } from './change.ts';
import { describeChange } from './describe-change.ts';
import { groupChanges } from './group-changes.ts';
import { type Keyed, listUnlike, toCompared } from './list-unlike.ts';
import type { Names } from './names.ts';
import { readClaim } from './read-claim.ts';

/** Two texts (Markdown as recorded) of one document. `language`: BCP 47, of both. `names`: how the platform calls itself and its group. */
export type Texts = { readonly before: string; readonly after: string; readonly language: string; readonly names: Names };

export type Comparison = {
  /** Changes of relevant sentences: those that stand in the new text in its order, then what went in that of the old one. */
  readonly changes: Change[];
  /** How many sentences have no like in the other text, relevant or not. */
  readonly came: number;
  readonly went: number;
};

/**
 * What one text says and the other does not, by meaning: a sentence that was moved, wrapped, quoted or linked in another way, cut in
 * two, or set as a list is no change. Compared the other way round, everything that came has gone.
 */
export function compareTexts({ before, after, language, names }: Texts): Comparison {
  const { went, came } = listUnlike(toCompared(before), toCompared(after), language);
  const read = (sentence: Keyed) => ({ ...sentence, claim: readClaim(sentence, language, names) });
  const changes = groupChanges(went.map(read), came.map(read)).flatMap((group) => describeChange(group, language) ?? []);
  return { changes, came: came.length, went: went.length };
}
