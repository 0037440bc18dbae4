import type { Step } from './steps.ts';

/** All words before the one under the cursor, and that one, of which fish takes what stands before the tab. */
const NAMES = '(whereabouts completion names -- (commandline -opc)[2..] (commandline -ct))';

export function writeFish(steps: readonly Step[]): string {
  return steps
    .map(({ behind, words, isNamed }) => {
      const condition =
        behind === ''
          ? '__fish_use_subcommand'
          : behind
              .split(' ')
              .map((word) => `__fish_seen_subcommand_from ${word}`)
              .join('; and ');
      const isOptions = words.every((word) => word.startsWith('--'));
      const rest = isOptions ? words.map((word) => `-l ${word.slice(2)}`) : [`-f -a '${words.join(' ')}'`];
      if (isNamed) rest.push(`-a '${NAMES}'`);
      return rest.map((end) => `complete -c whereabouts -n '${condition}' ${end}`).join('\n');
    })
    .join('\n');
}
