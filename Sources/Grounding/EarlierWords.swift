import Repository

/// Names that are no longer there when a fix is made: a cause is told by what once was.
///
/// They are looked for where nothing else has them, and no further back than some thousand commits: whoever names what is
/// older says where it stood.
struct EarlierWords: Sendable {
  let repository: Repository
  let memory: GroundingMemory

  /// The commit before the fix.
  let before: Commit

  /// The files that the fix changes.
  let files: @Sendable () throws -> [TreePath]

  private static let messages = 5000
  private static let changes = 200

  /// Where some names stood.
  func places(of words: Set<String>) throws -> [String: String] {
    guard !words.isEmpty else { return [:] }
    // A partial clone has not what it takes.
    do { return try answers(to: words) } catch is RepositoryError { return [:] }
  }

  private func answers(to words: Set<String>) throws -> [String: String] {
    try memory.answers(about: "what was before \(before.id)", to: words) { unknown in
      var places: [String: String] = [:]
      let changed = try repository.words(
        unknown, inChangesOf: files(), upTo: before, limit: Self.changes)
      for word in changed { places[word] = "earlier versions of the files that the fix changes" }
      let said = try repository.words(
        unknown.subtracting(changed), inMessagesUpTo: before, limit: Self.messages)
      for word in said { places[word] = "the message of an earlier commit" }
      return places
    }
  }
}
