import Subprocess

extension Repository {
  /// Which of some words stand in the messages of the last commits up to one.
  ///
  /// - Parameter limit: so many messages are read.
  public func words(_ words: Set<String>, inMessagesUpTo commit: Commit, limit: Int) throws -> Set<String> {
    try earlier(
      words, ["log", "-n", "\(limit)", "--format=%B", commit.id.digits, "--"], isWanted: { _ in true })
  }

  /// Which of some words stand in lines that the last commits up to one have added to some files, or taken out of them.
  ///
  /// - Parameter limit: the changes of so many commits are read; no merges.
  public func words(
    _ words: Set<String>, inChangesOf files: [TreePath], upTo commit: Commit, limit: Int
  ) throws -> Set<String> {
    let paths = files.filter(\.isText)
    guard !paths.isEmpty else { return [] }
    let arguments = [
      "log", "-n", "\(limit)", "--no-merges", "--format=", "--patch", "--unified=0", "--no-ext-diff",
      "--no-textconv", "--no-color", "--no-renames", commit.id.digits, "--",
    ]
    return try earlier(words, arguments, of: paths) { [UInt8(ascii: "+"), UInt8(ascii: "-")].contains($0) }
  }

  /// Reads lines until each word was seen.
  private func earlier(
    _ words: Set<String>, _ arguments: [String], of paths: [TreePath] = [], isWanted: (UInt8) -> Bool
  ) throws -> Set<String> {
    let asked = Dictionary(uniqueKeysWithValues: words.map { (Array($0.utf8)[...], $0) })
    guard !asked.isEmpty else { return [] }
    var found: Set<String> = []
    let shape = ["--no-show-signature", "--no-notes", "--encoding=UTF-8"]
    _ = try stream([arguments[0]] + shape + arguments.dropFirst(), paths: paths, timeLimit: nil) { line in
      guard let first = line.first, isWanted(first) else { return }
      for word in line.split(whereSeparator: { !WordSearch.isOfWord($0) }) {
        if let known = asked[word] { found.insert(known) }
      }
      if found.count == asked.count { throw EnoughRead() }
    }
    return found
  }
}
