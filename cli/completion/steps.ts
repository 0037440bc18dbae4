import { type Command, optionsOf } from '../command.ts';
import { namesSomething } from './place.ts';

export type Commands = Readonly<Record<string, Command>>;
/** What may come next behind the words before: commands, or options. Files are the shell's own business. */
export type Step = {
  readonly behind: string;
  readonly words: readonly string[];
  /** Whether what comes next may be a name, for which the program is asked. */
  readonly isNamed?: boolean;
};

export function toSteps(commands: Commands): Step[] {
  const names = Object.keys(commands);
  const heads = [...new Set(names.map((name) => name.split(' ')[0] ?? name))];
  const groups = heads.filter((head) => !names.includes(head));
  return [
    { behind: '', words: [...heads, 'help'] },
    { behind: 'help', words: heads },
    ...groups.map((group) => ({
      behind: group,
      words: names.flatMap((name) => (name.startsWith(`${group} `) ? [name.slice(group.length + 1)] : [])),
    })),
    ...Object.entries(commands).map(([name, command]) => ({
      behind: name,
      words: Object.keys(optionsOf(command)).map((option) => `--${option}`),
      isNamed: namesSomething(command),
    })),
  ];
}

/** The words before the one under the cursor, up to two, choose the list; an option, or where there is no list, a file. */
export function chooseList(steps: readonly Step[], indent: string): string {
  return steps.map(({ behind, words, isNamed }) => `${indent}'${behind}') list='${words.join(' ')}'${isNamed ? ' named=1' : ''} ;;`).join('\n');
}
