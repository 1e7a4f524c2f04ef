# Completes postmortem in bash; written by `postmortem completions bash`.

_postmortem() {
  local current="${COMP_WORDS[COMP_CWORD]}"
  local previous="${COMP_WORDS[COMP_CWORD-1]}"
  local operation="" listed="" index=1 word
  COMPREPLY=()

  # Bash parts words at the equals sign.
  if [[ $current == "=" ]]; then
    current=""
  elif [[ $previous == "=" ]]; then
    previous="${COMP_WORDS[COMP_CWORD-2]}"
  fi

  while (( index < COMP_CWORD )); do
    word="${COMP_WORDS[index]}"
    case "$word" in
      -C|--directory|--color) (( index++ )); [[ ${COMP_WORDS[index]} == "=" ]] && (( index++ )) ;;
      --) [[ -n $operation ]] && break ;;
      -*) ;;
      *)
        case "$operation $word" in
          note\ import|tracker\ login|tracker\ status) operation="$operation $word"; break ;;
        esac
        [[ -n $operation ]] && break
        operation="$word" ;;
    esac
    (( index++ ))
  done

  # An option that takes a list owns all words up to the next option.
  for word in "${COMP_WORDS[@]:0:COMP_CWORD}"; do
    [[ $word == -* ]] && listed="$word"
  done
  [[ $current != -* ]] && case "$operation:$listed" in
    prove:--carry|measure:-l|measure:--levels) previous="$listed" ;;
  esac

  case "$operation:$previous" in
    prove:--carry) local IFS=$'\n'; compopt -o filenames 2>/dev/null; COMPREPLY=($(compgen -f -- "$current")); return ;;
    prove:--shell) local IFS=$'\n'; compopt -o filenames 2>/dev/null; COMPREPLY=($(compgen -f -- "$current")); return ;;
    prove:--cache) COMPREPLY=($(compgen -W 'keep clear none' -- "$current")); return ;;
    prove:--before|prove:--after|prove:--repro|prove:--runs|prove:--max-runs|prove:--max-time|prove:--timeout|prove:--confidence|prove:--symptom|prove:--setup|prove:--setup-timeout|prove:--env|prove:--record|prove:--key) return ;;
    measure:-o|measure:--offset|measure:-l|measure:--levels|measure:-n|measure:--names) return ;;
    note:--by) return ;;
    note\ import:--cache) COMPREPLY=($(compgen -W 'keep clear none' -- "$current")); return ;;
    tracker\ login:--user) return ;;
    *:-C|*:--directory) local IFS=$'\n'; compopt -o filenames 2>/dev/null; COMPREPLY=($(compgen -d -- "$current")); return ;;
    *:--color) COMPREPLY=($(compgen -W 'auto always never' -- "$current")); return ;;
  esac

  if [[ $current == -* ]]; then
    case "$operation" in
      prove) COMPREPLY=($(compgen -W '--before --after --carry --no-carry --repro --runs --max-runs --max-time --timeout --confidence --symptom --setup --setup-timeout --shell --env --record --offline --fresh --again --cache --key -C --directory --json --color -q --quiet -h --help' -- "$current")) ;;
      measure) COMPREPLY=($(compgen -W '-o --offset -l --levels -n --names -b --brisk -r --round --no-round -C --directory --json --color -q --quiet -h --help' -- "$current")) ;;
      note) COMPREPLY=($(compgen -W '--by -C --directory --json --color -q --quiet -h --help' -- "$current")) ;;
      note\ import) COMPREPLY=($(compgen -W '--cache -C --directory --json --color -q --quiet -h --help' -- "$current")) ;;
      tracker\ login) COMPREPLY=($(compgen -W '--user -C --directory --json --color -q --quiet -h --help' -- "$current")) ;;
      tracker\ status) COMPREPLY=($(compgen -W '-C --directory --json --color -q --quiet -h --help' -- "$current")) ;;
      help) COMPREPLY=($(compgen -W '-C --directory --json --color -q --quiet -h --help' -- "$current")) ;;
      completions) COMPREPLY=($(compgen -W '-C --directory --json --color -q --quiet -h --help' -- "$current")) ;;
      manual) COMPREPLY=($(compgen -W '-C --directory --json --color -q --quiet -h --help' -- "$current")) ;;
      tracker) COMPREPLY=($(compgen -W '-C --directory --json --color -q --quiet -h --help' -- "$current")) ;;
      '') COMPREPLY=($(compgen -W '-C --directory --json --color -q --quiet -h --help --version' -- "$current")) ;;
    esac
    return
  fi

  case "$operation:$previous" in
    note:note|help:note|manual:note) COMPREPLY=($(compgen -W 'import' -- "$current")); return ;;
    tracker:tracker|help:tracker|manual:tracker) COMPREPLY=($(compgen -W 'login status' -- "$current")); return ;;
  esac

  case "$operation" in
    note\ import) local IFS=$'\n'; compopt -o filenames 2>/dev/null; COMPREPLY=($(compgen -f -- "$current")) ;;
    help) COMPREPLY=($(compgen -W 'prove measure note tracker help completions manual' -- "$current")) ;;
    completions) COMPREPLY=($(compgen -W 'bash zsh fish' -- "$current")) ;;
    manual) COMPREPLY=($(compgen -W 'prove measure note tracker help completions manual' -- "$current")) ;;
    '') COMPREPLY=($(compgen -W 'prove measure note tracker help completions manual' -- "$current")) ;;
  esac
}

complete -F _postmortem postmortem
