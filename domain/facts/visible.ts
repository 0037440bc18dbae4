import { nameCharacter } from './plain-text.ts';

/** What is not seen, or moves what stands beside it. */
const UNSEEN = /[\p{C}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}\u2800\uFFFC\uFFFD]|[^\P{Z} ]/gu;

/** A message in which each character that is not seen stands by its number, `U+202E`: nobody could find it otherwise. */
export const visible = (text: string): string => text.replace(UNSEEN, (character) => (character === '\n' ? ' ' : nameCharacter(character)));
