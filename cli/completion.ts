import { type Command, optionsOf, takeOne } from './command.ts';
import { Usage } from './failure.ts';

type Commands = Readonly<Record<string, Command>>;
/** What may come next behind the words before: commands, or options. Files are the shell's own business. */
type Step = { readonly behind: string; readonly words: readonly string[] };

/** The commands come in late, since this is one of them. */
export function completionCommand(loadAll: () => Promise<Commands>): Command {
  return {
    usage: 'bash|zsh|fish',
    help: [
      'bash: whereabouts completion bash > ~/.local/share/bash-completion/completions/whereabouts',
      'zsh:  whereabouts completion zsh > a folder of your fpath, as _whereabouts',
      'fish: whereabouts completion fish > ~/.config/fish/completions/whereabouts.fish',
    ],
    example: 'completion bash',
    options: {},
    async run(given) {
      const shell = takeOne(given, 'SHELL');
      const write = Object.hasOwn(WRITERS, shell) ? WRITERS[shell] : undefined;
      if (write === undefined) throw new Usage(`SHELL is one of ${Object.keys(WRITERS).join(', ')}, not "${shell}"`);
      const script = write(toSteps(await loadAll()));
      return { data: { shell, script }, lines: () => script.trimEnd().split('\n') };
    },
  };
}

function toSteps(commands: Commands): Step[] {
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
    ...Object.entries(commands).map(([name, command]) => ({ behind: name, words: Object.keys(optionsOf(command)).map((option) => `--${option}`) })),
  ];
}

const WRITERS: Readonly<Record<string, (steps: readonly Step[]) => string>> = { bash: writeBash, zsh: writeZsh, fish: writeFish };

/** The words before the one under the cursor, up to two, choose the list; an option, or where there is no list, a file. */
const CHOOSE = (steps: readonly Step[], indent: string) =>
  steps.map(({ behind, words }) => `${indent}'${behind}') list='${words.join(' ')}' ;;`).join('\n');

function writeBash(steps: readonly Step[]): string {
  return `_whereabouts() {
  local list='' key="\${COMP_WORDS[*]:1:COMP_CWORD-1}" word="\${COMP_WORDS[COMP_CWORD]}"
  key=$(printf '%s' "$key" | sed -E 's/ *(--?[^ ]*|[^ ]*[./].*).*$//' | cut -d' ' -f1-2)
  while :; do
    case "$key" in
${CHOOSE(steps, '      ')}
      *) [[ $key == *' '* ]] && { key="\${key%% *}"; continue; } ;;
    esac
    break
  done
  COMPREPLY=($(compgen -W "$list" -- "$word"))
}
complete -o default -F _whereabouts whereabouts
`;
}

function writeZsh(steps: readonly Step[]): string {
  return `#compdef whereabouts
_whereabouts() {
  local list='' key="\${(j: :)\${(@)words[2,3]:#-*}}"
  (( CURRENT == 2 )) && key=''
  (( CURRENT == 3 )) && key="\${words[2]}"
  case "$key" in
${CHOOSE(steps, '    ')}
    *) case "\${words[2]}" in
${CHOOSE(
  steps.filter(({ behind }) => behind !== '' && !behind.includes(' ')),
  '      ',
)}
      esac ;;
  esac
  compadd -- \${=list}
  [[ \${words[CURRENT]} == -* || CURRENT -eq 2 ]] || _files
}
compdef _whereabouts whereabouts
`;
}

function writeFish(steps: readonly Step[]): string {
  return steps
    .map(({ behind, words }) => {
      const condition =
        behind === ''
          ? '__fish_use_subcommand'
          : behind
              .split(' ')
              .map((word) => `__fish_seen_subcommand_from ${word}`)
              .join('; and ');
      const isOptions = words.every((word) => word.startsWith('--'));
      const rest = isOptions ? words.map((word) => `-l ${word.slice(2)}`) : [`-f -a '${words.join(' ')}'`];
      return rest.map((end) => `complete -c whereabouts -n '${condition}' ${end}`).join('\n');
    })
    .join('\n');
}
