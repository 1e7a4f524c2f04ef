import Digest

/// The script that runs a command on a machine elsewhere, for any POSIX shell, and says in lines of its own when the command
/// began and how it ended.
///
/// Only these lines tell what became of the command: that the launcher ended, and how, says nothing of it. They hold a
/// random mark, so that nothing which the command prints is taken for one.
struct JobScript: Sendable {
  /// What the lines begin with, behind a newline; also a name for the job.
  let mark: String

  /// The script.
  let text: String

  /// - Parameters:
  ///   - command: what the shell runs.
  ///   - tree: the tree, which the machine has to see.
  ///   - directory: the directory in it.
  ///   - timeLimit: after so many seconds the command is ended.
  ///   - variables: are set for the command.
  init(
    _ command: String, shell: String, tree: String, directory: String, timeLimit: Int,
    variables: [(name: String, value: String)]
  ) {
    let nonce = RandomBytes.hexadecimal(count: 12)
    mark = "postmortem-\(nonce)"
    let settings = (variables + [("POSTMORTEM_RUN", nonce)]).map { "\($0.0)=\(ShellWord.quoted($0.1))" }
    let shell = shell.split(separator: "/").last.map(String.init) ?? shell
    text = """
      say() { printf '\\n%s %s\\n' \(mark) "$*"; }
      if ! cd \(ShellWord.quoted(directory)) 2>/dev/null || ! [ -e \(ShellWord.quoted(tree))/.git ]; then
        say unseen "$(uname -n)"; exit 0
      fi
      command -v \(ShellWord.quoted(shell)) >/dev/null 2>&1 || { say shell-missing "$(uname -n)"; exit 0; }
      session=; command -v setsid >/dev/null 2>&1 && session=setsid
      say begin "$(uname -n)"
      $session env \(settings.joined(separator: " ")) \(ShellWord.quoted(shell)) -c \(ShellWord.quoted(command)) \
      </dev/null 2>&1 &
      job=$!
      (trap 'kill "$nap"; exit' TERM; env POSTMORTEM_RUN=\(nonce) sleep \(timeLimit) & nap=$!; wait "$nap"
       kill -KILL -"$job" || kill -KILL "$job"; exit 7) </dev/null >/dev/null 2>&1 &
      watch=$!
      wait "$job"; status=$?
      kill "$watch" 2>/dev/null; wait "$watch"; watched=$?
      kill -KILL -"$job" 2>/dev/null
      for file in $(grep -lszx POSTMORTEM_RUN=\(nonce) /proc/[0-9]*/environ 2>/dev/null); do
        left=${file#/proc/}; kill -KILL "${left%/environ}" 2>/dev/null
      done
      if [ "$watched" -eq 7 ]; then say timeout; else say end "$status"; fi
      exit 0
      """
  }
}
