import type { Decided } from '../domain/record/decision-progress.ts';
import { PartyAnswer } from '../domain/record/hearing/answer.ts';
import { findProgress } from './decision.ts';
import { answerKey } from './keys.ts';
import { storedAt, toItem } from './stored.ts';
import { demandWhole, getItems, type Item, type Table } from './table.ts';

export function toAnswerItem(answer: PartyAnswer): Item {
  return toItem(PartyAnswer, answer, answerKey(answer.platform, answer.id));
}

const readAnswer = storedAt(PartyAnswer, ({ platform, id }) => answerKey(platform, id));

/** What a party answered to a decision, and to the earlier one whose hearing it keeps; the first who came first. Without any, nothing is read. */
export async function findAnswersOf(table: Table, { decision: { platform }, progress: { hearing } }: Decided): Promise<PartyAnswer[]> {
  const { keptFrom } = hearing?.held ?? {};
  const before = keptFrom === undefined ? undefined : await findProgress(table, platform, keptFrom);
  const ids = [...(before?.hearing?.answers ?? []), ...(hearing?.answers ?? [])].map(({ id }) => id);
  if (ids.length === 0) return [];
  const keys = ids.map((id) => answerKey(platform, id));
  const found = demandWhole(await getItems(table, keys, readAnswer));
  return found.sort((a, b) => (a.id < b.id ? -1 : 1));
}
