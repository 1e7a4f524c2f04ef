import Storage
import Synchronization

extension ModelContextServer {
  /// The directory that a call is about: the one that it names, else the user's, else the client's, else ours.
  ///
  /// - Throws: `ArgumentMistake` where it is none; `SubprocessError`.
  func directory(named name: String?, for call: Call) throws -> String {
    if let name {
      guard name.hasPrefix("/") else {
        throw ArgumentMistake("`repository` must be an absolute path.")
      }
      guard FileTree.isDirectory(name) else { throw ArgumentMistake("`repository` is no directory.") }
      return name
    }
    if settings.isDirectoryNamed { return settings.directory }
    if let named = settings.environment["CLAUDE_PROJECT_DIR"], named.hasPrefix("/"),
      FileTree.isDirectory(named)
    {
      return named
    }
    return try root(of: call) ?? settings.directory
  }

  /// How long a client may take to say where its user works.
  private static let patience = Duration.seconds(10)

  /// The first directory that the client names; it is asked once.
  private func root(of call: Call) throws -> String? {
    guard call.client.tellsRoots else { return nil }
    if let known = state.withLock({ $0.root }) { return known }
    let answer = try ask("roots/list", [:], for: call, within: Self.patience)
    let paths = (answer ?? .nothing)["roots"].elements.compactMap {
      $0["uri"].text.flatMap { FileAddress.path(of: $0) }
    }
    let root = paths.first { FileTree.isDirectory($0) }
    state.withLock { $0.root = .some(root) }
    return root
  }
}
