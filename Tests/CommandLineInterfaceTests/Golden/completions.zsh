#compdef postmortem
# Completes postmortem in zsh; written by `postmortem completions zsh`.

_postmortem() {
  local curcontext="$curcontext" state line
  local -a operations
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
    '1:operation:->operation' \
    '*::argument:->argument'

  case $state in
    operation)
      operations=(
        'prove:Run a repro before and after a fix, and say whether the fix is proved.'
        'measure:Measure things.'
        'help:Show help on the tool or on one operation.'
        'completions:Write a script that completes commands in your shell.'
        'manual:Write the manual page of the tool or of one operation.'
      )
      _describe -t operations operation operations
      ;;
    argument)
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
            '::operation:(prove measure help completions manual)'
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
            '::operation:(prove measure help completions manual)'
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
