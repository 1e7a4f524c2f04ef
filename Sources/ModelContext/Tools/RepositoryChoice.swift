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
      $0["uri"].text.flatMap { Self.path(ofAddress: $0) }
    }
    let root = paths.first { FileTree.isDirectory($0) }
    state.withLock { $0.root = .some(root) }
    return root
  }

  /// The path of a `file:` address of this machine.
  static func path(ofAddress address: String) -> String? {
    for prefix in ["file://localhost/", "file:///"] where address.hasPrefix(prefix) {
      var bytes: [UInt8] = [UInt8(ascii: "/")]
      var rest = address.utf8.dropFirst(prefix.utf8.count)
      while let byte = rest.popFirst() {
        guard byte == UInt8(ascii: "%") else {
          bytes.append(byte)
          continue
        }
        guard let code = UInt8(String(decoding: rest.prefix(2), as: UTF8.self), radix: 16) else { return nil }
        bytes.append(code)
        rest = rest.dropFirst(2)
      }
      return bytes.contains(0) ? nil : String(validating: bytes, as: UTF8.self)
    }
    return nil
  }
}
