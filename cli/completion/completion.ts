import { type Command, type Given, takeOne } from '../command.ts';
import { Usage } from '../failure.ts';
import { writeBash } from './bash.ts';
import { writeFish } from './fish.ts';
import { listNames } from './names.ts';
import type { LoadFound } from './place.ts';
import { type Commands, type Step, toSteps } from './steps.ts';
import { writeZsh } from './zsh.ts';

const WRITERS: Readonly<Record<string, (steps: readonly Step[]) => string>> = { bash: writeBash, zsh: writeZsh, fish: writeFish };

/** The commands come in late, since this is one of them. */
export function completionCommand({ loadAll, loadFound }: { loadAll: () => Promise<Commands>; loadFound: LoadFound }): Command {
  return {
    usage: 'bash|zsh|fish',
    help: [
      'bash: whereabouts completion bash > ~/.local/share/bash-completion/completions/whereabouts',
      'zsh:  whereabouts completion zsh > a folder of your fpath, as _whereabouts',
      'fish: whereabouts completion fish > ~/.config/fish/completions/whereabouts.fish',
      'Platforms and revisions are completed as the service names them to the person who is signed in, jurisdictions by code or name. The shells',
      'ask for them by: whereabouts completion names -- WORDS, which names nothing where the service does not answer at once.',
    ],
    example: 'completion bash',
    options: {},
    async run(given) {
      const [first, ...words] = given.positionals;
      if (first === 'names') return toNames(words, loadFound, given);
      const shell = takeOne(given, 'SHELL');
      const write = Object.hasOwn(WRITERS, shell) ? WRITERS[shell] : undefined;
      if (write === undefined) throw new Usage(`SHELL is one of ${Object.keys(WRITERS).join(', ')}, not "${shell}"`);
      const script = write(toSteps(await loadAll()));
      return { data: { shell, script }, lines: () => script.trimEnd().split('\n') };
    },
  };
}

async function toNames(words: readonly string[], loadFound: LoadFound, given: Given) {
  const names = await listNames(words, loadFound, given);
  return { data: names, lines: () => names.map(({ name, about }) => `${name}\t${about}`) };
}
