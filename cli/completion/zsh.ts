import { chooseList, type Step } from './steps.ts';

export function writeZsh(steps: readonly Step[]): string {
  return `#compdef whereabouts
_whereabouts() {
  local list='' named='' line key="\${(j: :)\${(@)words[2,3]:#-*}}"
  local -a names shown
  (( CURRENT == 2 )) && key=''
  (( CURRENT == 3 )) && key="\${words[2]}"
  case "$key" in
${chooseList(steps, '    ')}
    *) case "\${words[2]}" in
${chooseList(
  steps.filter(({ behind }) => behind !== '' && !behind.includes(' ')),
  '      ',
)}
      esac ;;
  esac
  if [[ -n $named && \${words[CURRENT]} != -* ]]; then
    for line in "\${(@f)$("\${words[1]}" completion names -- "\${(@)words[2,CURRENT]}" 2> /dev/null)}"; do
      [[ -n $line ]] && names+=("\${line%%$'\\t'*}") && shown+=("\${line/$'\\t'/  }")
    done
    if (( $#names )); then compadd -U -l -d shown -a names; return; fi
  fi
  compadd -- \${=list}
  [[ \${words[CURRENT]} == -* || CURRENT -eq 2 ]] || _files
}
compdef _whereabouts whereabouts
`;
}
