import Repository
import Storage

/// Words of the tracked files as they stand in the working tree.
///
/// A word that was found there is found again as long as its file has the mark that it had. A word that the tree of HEAD
/// is known not to have can only stand in files that differ from it.
struct WorkingTreeWords: Sendable {
  let repository: Repository
  let memory: GroundingMemory
  let excluded: [String]

  /// Seconds since 1970.
  let now: Int

  /// The name by which the words of the tree of HEAD are kept; nil where there is no HEAD.
  let head: (commit: Commit, subject: String)?

  /// Names of so many files make up a command; more are not told apart from all.
  private static let mostFiles = 200

  /// Those of some words that stand there.
  func holding(_ words: Set<String>) throws -> Set<String> {
    guard let root = repository.workTree, !words.isEmpty else { return [] }
    let subject = (["files of \(root)"] + excluded).joined(separator: " ")
    var found: Set<String> = []
    var rest: Set<String> = []
    for word in words {
      // "<mark> <path>", of a file that still has this mark.
      let known = memory.known(subject, word)?.split(separator: " ", maxSplits: 1)
      if let known, known.count == 2, FileMark("\(root)/\(known[1])")?.text == String(known[0]) {
        found.insert(word)
      } else {
        rest.insert(word)
      }
    }
    let places = try self.places(of: rest)
    for (word, path) in places {
      found.insert(word)
      guard path.isText, let mark = FileMark("\(root)/\(path)"), mark.isSettled(by: now) else { continue }
      memory.keep(subject, word, "\(mark.text) \(path)")
    }
    return found
  }

  private func places(of words: Set<String>) throws -> [String: TreePath] {
    guard let head else { return try repository.files(holding: words, excluding: excluded) }
    let absent = words.filter { memory.known(head.subject, $0) == "" }
    var places = try repository.files(holding: words.subtracting(absent), excluding: excluded)
    guard !absent.isEmpty else { return places }
    let differing = try repository.filesDiffering(from: head.commit.id)
    let isFew = differing.count <= Self.mostFiles && differing.allSatisfy(\.isText)
    let more = try repository.files(holding: absent, among: isFew ? differing : nil, excluding: excluded)
    places.merge(more) { first, _ in first }
    return places
  }
}
