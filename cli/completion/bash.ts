import { chooseList, type Step } from './steps.ts';

/** The shell has cut the word at each of its word breaks, @ among them: what stands before the last one is not completed again. */
export function writeBash(steps: readonly Step[]): string {
  return `_whereabouts() {
  local list='' named='' key="\${COMP_WORDS[*]:1:COMP_CWORD-1}" word="\${COMP_WORDS[COMP_CWORD]}"
  key=$(printf '%s' "$key" | sed -E 's/ *(--?[^ ]*|[^ ]*[./].*).*$//' | cut -d' ' -f1-2)
  while :; do
    case "$key" in
${chooseList(steps, '      ')}
      *) [[ $key == *' '* ]] && { key="\${key%% *}"; continue; } ;;
    esac
    break
  done
  if [[ -n $named && $word != -* ]]; then
    local line="\${COMP_LINE:0:COMP_POINT}" cut='' name about
    local -a typed names=()
    read -ra typed <<< "$line"
    [[ $line == *' ' ]] && typed+=('')
    word="\${typed[\${#typed[@]}-1]}"
    [[ $COMP_WORDBREAKS == *@* ]] && cut="\${word%"\${word##*@}"}"
    while IFS=$'\\t' read -r name about; do
      names+=("$(printf '%q' "\${name#"$cut"}")")
    done < <("$1" completion names -- "\${typed[@]:1}" 2> /dev/null)
    if (( \${#names[@]} > 0 )); then COMPREPLY=("\${names[@]}"); return; fi
  fi
  COMPREPLY=($(compgen -W "$list" -- "$word"))
}
complete -o default -F _whereabouts whereabouts
`;
}
