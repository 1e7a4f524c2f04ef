import Repository
import Subprocess

/// The editor of whoever is at the terminal.
struct Editor {
  /// A line of the shell that takes the file as its argument.
  let line: String

  private let workspace: Workspace

  /// `$VISUAL`, `$EDITOR`, what git is set to, or `vi`; an empty variable says nothing.
  init(in workspace: Workspace, repository: Repository) {
    let variables = ["VISUAL", "EDITOR"].compactMap { workspace.environment[$0] }.filter { !$0.isEmpty }
    line = variables.first ?? repository.editor ?? "vi"
    self.workspace = workspace
  }

  /// Opens a file, and returns when the editor has closed it.
  ///
  /// - Throws: `SubprocessError`; `EditorFailed` where it ends otherwise than well.
  func open(_ path: String) throws {
    // As git does it: words, quotes and variables are the shell's. Ctrl-C reaches the shell too, which is to wait on for
    // the editor; in the editor itself it has its usual effect, since a trap does not outlive its shell.
    let ending = try workspace.spawner.runInForeground(
      Command(
        "sh", ["-c", "trap : INT QUIT; \(line) \"$@\"", line, path], environment: workspace.environment,
        workingDirectory: workspace.directory))
    guard ending.isSuccess else { throw EditorFailed(line: line, ending: ending) }
  }
}

/// The editor ended in a way that says: this is not to be taken.
struct EditorFailed: Error {
  var line: String
  var ending: Ending
}
