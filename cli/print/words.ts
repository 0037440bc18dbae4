import { diff, styleText } from 'node:util';
import { toSafeText } from './terminal.ts';

/** A word that was taken out, put in, or is in both. */
export type Word = readonly ['removed' | 'added' | 'same', string];

/** Two texts word by word. */
export function diffWords(from: string, to: string): Word[] {
  const steps = diff(split(to), split(from)).map(([step, word]): Word => [step > 0 ? 'added' : step < 0 ? 'removed' : 'same', word]);
  // What was taken out goes before what was put in its place.
  const runs: Word[] = [];
  const added: Word[] = [];
  for (const step of steps) {
    if (step[0] === 'added') added.push(step);
    else {
      if (step[0] === 'same') runs.push(...added.splice(0));
      runs.push(step);
    }
  }
  return [...runs, ...added];
}

/** `[-taken out-]` and `{+put in+}`, as git writes it, so that it is read without colours too. */
export function printWords(words: readonly Word[]): string {
  const groups: { kind: Word[0]; words: string[] }[] = [];
  for (const [kind, word] of words) {
    const last = groups.at(-1);
    if (last?.kind === kind) last.words.push(word);
    else groups.push({ kind, words: [word] });
  }
  return groups.map(({ kind, words: group }) => MARKS[kind](toSafeText(group.join(' ')))).join(' ');
}

const colour = (name: 'red' | 'green', text: string) => styleText(name, text, { validateStream: false });
const MARKS = {
  removed: (text: string) => colour('red', `[-${text}-]`),
  added: (text: string) => colour('green', `{+${text}+}`),
  same: (text: string) => text,
};

const split = (text: string) => text.split(/\s+/).filter((word) => word !== '');
