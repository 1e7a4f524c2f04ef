import Subprocess

/// What whoever is at the terminal reads long texts with.
struct Pager {
  /// A line of the shell that takes the file as its argument.
  let line: String

  /// `$PAGER`, or `less`, or `more`; nil where there is none, or `$PAGER` says so: empty, or `cat`.
  init?(environment: [String: String]) {
    if let named = environment["PAGER"] {
      guard !named.isEmpty, named != "cat" else { return nil }
      line = named
      return
    }
    let found = ["less", "more"].first { ProgramSearch.find($0, path: environment["PATH"]) != nil }
    guard let found else { return nil }
    line = found
  }

  /// Shows a file on the terminal itself, wherever our own output goes, until the person has read it.
  ///
  /// A pager that fails is no reason not to ask: the digest has been shown.
  func show(_ path: String, in workspace: Workspace) throws {
    _ = try workspace.spawner.runInForeground(
      Command(
        "sh", ["-c", "\(line) \"$1\" </dev/tty >/dev/tty 2>&1", "sh", path],
        environment: workspace.environment,
        workingDirectory: workspace.directory))
  }
}
