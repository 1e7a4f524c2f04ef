import Subprocess

/// The browser of whoever is at the machine.
struct Browser {
  /// Its name, as people know it.
  let name: String

  /// A line of the shell that takes the file as its argument.
  private let line: String

  /// The first that is there of `$BROWSER` (names parted by colons, `%s` for the file) and what the system opens files
  /// with; nil where there is none, or no screen.
  init?(environment: [String: String]) {
    for entry in (environment["BROWSER"] ?? "").split(separator: ":").map(String.init) {
      guard let program = entry.split(separator: " ").first.map(String.init),
        ProgramSearch.find(program, path: environment["PATH"]) != nil
      else { continue }
      name = program
      line = entry.contains("%s") ? entry.replacing("%s", with: "\"$1\"") : "\(entry) \"$1\""
      return
    }
    guard let program = Self.opener(environment),
      ProgramSearch.find(program, path: environment["PATH"]) != nil
    else { return nil }
    name = program
    line = "\(program) \"$1\""
  }

  private static func opener(_ environment: [String: String]) -> String? {
    #if os(macOS)
      return "open"
    #else
      let hasScreen = ["DISPLAY", "WAYLAND_DISPLAY"].contains { environment[$0]?.isEmpty == false }
      return hasScreen ? "xdg-open" : nil
    #endif
  }

  /// Opens a file, and waits for nothing.
  ///
  /// - Throws: `SubprocessError`.
  func open(_ path: String, in workspace: Workspace) throws {
    _ = try workspace.spawner.runInForeground(
      Command(
        "sh", ["-c", "\(line) </dev/null >/dev/null 2>&1 &", "sh", path],
        environment: workspace.environment, workingDirectory: workspace.directory))
  }
}
