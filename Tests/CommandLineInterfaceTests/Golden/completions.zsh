#compdef postmortem
# Completes postmortem in zsh; written by `postmortem completions zsh`.

_postmortem_operations() {
  local -a operations
  case $words[CURRENT-1] in
    note)
      operations=(
        'import:Take notes in.'
      )
      ;;
    tracker)
      operations=(
        'login:Sign in.'
        'status:Say who is signed in.'
      )
      ;;
    *)
      operations=(
        'prove:Run a repro before and after a fix, and say whether the fix is proved.'
        'measure:Measure things.'
        'note:Keep a note.'
        'tracker:Talk with the tracker.'
        'help:Show help on the tool, on one operation, or on a group of them.'
        'completions:Write a script that completes commands in your shell.'
        'manual:Write the manual page of the tool, of one operation, or of a group of them.'
      )
      ;;
  esac
  _describe -t operations operation operations
}

_postmortem() {
  local curcontext="$curcontext" state line
  typeset -A opt_args

  _arguments -C -S \
    '(-C --directory)-C+[Work as if started in this directory.]:dir:_files -/' \
    '(-C --directory)--directory=[Work as if started in this directory.]:dir:_files -/' \
    '(--json)--json[Write the result as JSON to standard output.]' \
    '(--color)--color=[Colour the output.]:when:(auto always never)' \
    '(-q --quiet)-q[Tell only results and errors.]' \
    '(-q --quiet)--quiet[Tell only results and errors.]' \
    '(-h --help)-h[Show help.]' \
    '(-h --help)--help[Show help.]' \
    '(--version)--version[Show the version.]' \
    '1:operation:_postmortem_operations' \
    '*::argument:->argument'

  case $state in
    argument)
      case "$words[1] $words[2]" in
        'note import'|'tracker login'|'tracker status')
          (( CURRENT > 2 )) && words=("$words[1] $words[2]" "${(@)words[3,-1]}") && (( CURRENT-- ))
          ;;
      esac
      case $words[1] in
        prove)
          _arguments -S \
            '(-C --directory)-C+[Work as if started in this directory.]:dir:_files -/' \
            '(-C --directory)--directory=[Work as if started in this directory.]:dir:_files -/' \
            '(--json)--json[Write the result as JSON to standard output.]' \
            '(--color)--color=[Colour the output.]:when:(auto always never)' \
            '(-q --quiet)-q[Tell only results and errors.]' \
            '(-q --quiet)--quiet[Tell only results and errors.]' \
            '(-h --help)-h[Show help.]' \
            '(-h --help)--help[Show help.]' \
            '::revisions: ' \
            '(--before)--before=[The tree with the bug, in place of the fix'\''s parent.]:revision: ' \
            '(--after)--after=[The tree without it, in place of the fix itself.]:revision: ' \
            '*--carry=[Take these files from the fixed tree into the one with the bug.]:path:_files' \
            '(--no-carry)--no-carry[Carry nothing, not even the tests that the fix brings.]' \
            '(--repro)--repro=[The command that fails while the bug is there.]:command: ' \
            '(--runs)--runs=[Run each tree exactly so often.]:count: ' \
            '(--max-runs)--max-runs=[Run each tree at most so often.]:count: ' \
            '(--max-time)--max-time=[Stop when the proof has taken so long.]:time: ' \
            '(--timeout)--timeout=[End a single run after so long.]:time: ' \
            '(--confidence)--confidence=[How sure to be.]:probability: ' \
            '(--symptom)--symptom=[Count a run as failed only if it printed this.]:text: ' \
            '(--setup)--setup=[Prepare each tree with this command.]:command: ' \
            '(--setup-timeout)--setup-timeout=[End the preparation after so long.]:time: ' \
            '(--shell)--shell=[Run commands with this shell.]:path:_files' \
            '*--env=[Set a variable for every run.]:name=value: ' \
            '*--record=[Keep the value of a variable with the proof.]:name: ' \
            '(--offline)--offline[Forbid the runs the network.]' \
            '(--fresh)--fresh[Give every run a fresh tree.]' \
            '(--again)--again[Prove again, even where a proof is at hand.]' \
            '(--cache)--cache=[What to do with prepared trees.]:use:(keep clear none)' \
            '(--key)--key=[File the proof under this ticket.]:ticket: '
          ;;
        measure)
          _arguments -S \
            '(-C --directory)-C+[Work as if started in this directory.]:dir:_files -/' \
            '(-C --directory)--directory=[Work as if started in this directory.]:dir:_files -/' \
            '(--json)--json[Write the result as JSON to standard output.]' \
            '(--color)--color=[Colour the output.]:when:(auto always never)' \
            '(-q --quiet)-q[Tell only results and errors.]' \
            '(-q --quiet)--quiet[Tell only results and errors.]' \
            '(-h --help)-h[Show help.]' \
            '(-h --help)--help[Show help.]' \
            ':distance: ' \
            '*:things: ' \
            '(-o --offset)-o+[Offset.]:offset: ' \
            '(-o --offset)--offset=[Offset.]:offset: ' \
            '*-l+[Levels.]:levels: ' \
            '*--levels=[Levels.]:levels: ' \
            '*-n+[Names.]:names: ' \
            '*--names=[Names.]:names: ' \
            '(-b --brisk)-b[Be brisk.]' \
            '(-b --brisk)--brisk[Be brisk.]' \
            '(-r --round --no-round)-r[Round.]' \
            '(-r --round --no-round)--round[Round.]' \
            '(-r --round --no-round)--no-round[Round.]'
          ;;
        note)
          (( CURRENT == 2 )) && _postmortem_operations
          _arguments -S \
            '(-C --directory)-C+[Work as if started in this directory.]:dir:_files -/' \
            '(-C --directory)--directory=[Work as if started in this directory.]:dir:_files -/' \
            '(--json)--json[Write the result as JSON to standard output.]' \
            '(--color)--color=[Colour the output.]:when:(auto always never)' \
            '(-q --quiet)-q[Tell only results and errors.]' \
            '(-q --quiet)--quiet[Tell only results and errors.]' \
            '(-h --help)-h[Show help.]' \
            '(-h --help)--help[Show help.]' \
            ':text: ' \
            '(--by)--by=[By whom.]:by: '
          ;;
        'note import')
          _arguments -S \
            '(-C --directory)-C+[Work as if started in this directory.]:dir:_files -/' \
            '(-C --directory)--directory=[Work as if started in this directory.]:dir:_files -/' \
            '(--json)--json[Write the result as JSON to standard output.]' \
            '(--color)--color=[Colour the output.]:when:(auto always never)' \
            '(-q --quiet)-q[Tell only results and errors.]' \
            '(-q --quiet)--quiet[Tell only results and errors.]' \
            '(-h --help)-h[Show help.]' \
            '(-h --help)--help[Show help.]' \
            ':file:_files' \
            '(--cache)--cache=[What to do with prepared trees.]:cache:(keep clear none)'
          ;;
        'tracker login')
          _arguments -S \
            '(-C --directory)-C+[Work as if started in this directory.]:dir:_files -/' \
            '(-C --directory)--directory=[Work as if started in this directory.]:dir:_files -/' \
            '(--json)--json[Write the result as JSON to standard output.]' \
            '(--color)--color=[Colour the output.]:when:(auto always never)' \
            '(-q --quiet)-q[Tell only results and errors.]' \
            '(-q --quiet)--quiet[Tell only results and errors.]' \
            '(-h --help)-h[Show help.]' \
            '(-h --help)--help[Show help.]' \
            '(--user)--user=[As whom.]:user: '
          ;;
        'tracker status')
          _arguments -S \
            '(-C --directory)-C+[Work as if started in this directory.]:dir:_files -/' \
            '(-C --directory)--directory=[Work as if started in this directory.]:dir:_files -/' \
            '(--json)--json[Write the result as JSON to standard output.]' \
            '(--color)--color=[Colour the output.]:when:(auto always never)' \
            '(-q --quiet)-q[Tell only results and errors.]' \
            '(-q --quiet)--quiet[Tell only results and errors.]' \
            '(-h --help)-h[Show help.]' \
            '(-h --help)--help[Show help.]'
          ;;
        help)
          _arguments -S \
            '(-C --directory)-C+[Work as if started in this directory.]:dir:_files -/' \
            '(-C --directory)--directory=[Work as if started in this directory.]:dir:_files -/' \
            '(--json)--json[Write the result as JSON to standard output.]' \
            '(--color)--color=[Colour the output.]:when:(auto always never)' \
            '(-q --quiet)-q[Tell only results and errors.]' \
            '(-q --quiet)--quiet[Tell only results and errors.]' \
            '(-h --help)-h[Show help.]' \
            '(-h --help)--help[Show help.]' \
            '*:operation:_postmortem_operations'
          ;;
        completions)
          _arguments -S \
            '(-C --directory)-C+[Work as if started in this directory.]:dir:_files -/' \
            '(-C --directory)--directory=[Work as if started in this directory.]:dir:_files -/' \
            '(--json)--json[Write the result as JSON to standard output.]' \
            '(--color)--color=[Colour the output.]:when:(auto always never)' \
            '(-q --quiet)-q[Tell only results and errors.]' \
            '(-q --quiet)--quiet[Tell only results and errors.]' \
            '(-h --help)-h[Show help.]' \
            '(-h --help)--help[Show help.]' \
            ':shell:(bash zsh fish)'
          ;;
        manual)
          _arguments -S \
            '(-C --directory)-C+[Work as if started in this directory.]:dir:_files -/' \
            '(-C --directory)--directory=[Work as if started in this directory.]:dir:_files -/' \
            '(--json)--json[Write the result as JSON to standard output.]' \
            '(--color)--color=[Colour the output.]:when:(auto always never)' \
            '(-q --quiet)-q[Tell only results and errors.]' \
            '(-q --quiet)--quiet[Tell only results and errors.]' \
            '(-h --help)-h[Show help.]' \
            '(-h --help)--help[Show help.]' \
            '*:operation:_postmortem_operations'
          ;;
        tracker)
          (( CURRENT == 2 )) && _postmortem_operations
          _arguments -S \
            '(-C --directory)-C+[Work as if started in this directory.]:dir:_files -/' \
            '(-C --directory)--directory=[Work as if started in this directory.]:dir:_files -/' \
            '(--json)--json[Write the result as JSON to standard output.]' \
            '(--color)--color=[Colour the output.]:when:(auto always never)' \
            '(-q --quiet)-q[Tell only results and errors.]' \
            '(-q --quiet)--quiet[Tell only results and errors.]' \
            '(-h --help)-h[Show help.]' \
            '(-h --help)--help[Show help.]'
          ;;
      esac
      ;;
  esac
}

if [[ $funcstack[1] == _postmortem ]]; then
  _postmortem "$@"
else
  compdef _postmortem postmortem
fi
