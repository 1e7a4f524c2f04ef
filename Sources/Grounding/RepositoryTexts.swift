import Repository
import Synchronization

/// The commits that a record is about, and what stands in their files.
struct RepositoryTexts: Sendable {
  let repository: Repository

  /// The commits that are looked into, with the words for each: the fix, the one before it, the others, HEAD.
  let commits: [(commit: Commit, label: String)]

  /// The words of the files that the fix changes, before it and after it, and of the messages of its commits.
  let changed: Vocabulary

  private let excluded: [String]

  /// The commit before the fix, where all its words are known from the fix and `changed`.
  private let known: ObjectID?

  private let memory = PathMemory()

  init(_ sources: GroundingSources) throws {
    repository = sources.repository
    excluded = sources.excluded
    var commits: [(Commit, String)] = []
    var vocabulary = Vocabulary()
    var known: ObjectID?
    if let fix = sources.fix.last, let first = sources.fix.first {
      commits.append((fix, "the fix \(fix.id.digits.prefix(10))"))
      for commit in sources.fix { vocabulary.add(Array(commit.subject.utf8)) }
      if let before = try? repository.firstParent(of: first) {
        commits.append((before, "the commit before the fix, \(before.id.digits.prefix(10))"))
        if try Self.addChanges(from: before, to: fix, in: sources, to: &vocabulary) { known = before.id }
      }
    }
    for other in sources.others where !commits.contains(where: { $0.0.id == other.id }) {
      commits.append((other, "\(other.id.digits.prefix(10))"))
      if let before = try? repository.firstParent(of: other) {
        _ = try Self.addChanges(from: before, to: other, in: sources, to: &vocabulary)
      }
    }
    if let head = try? repository.commit("HEAD"), !commits.contains(where: { $0.0.id == head.id }) {
      commits.append((head, "HEAD"))
    }
    self.commits = commits
    self.known = known
    changed = vocabulary
  }

  /// A change of so many files is read no further: its words are looked up by git, like those of all other files.
  private static let mostFiles = 400

  /// Takes in the words of what changed, and says whether that was all of it.
  private static func addChanges(
    from before: Commit, to after: Commit, in sources: GroundingSources, to vocabulary: inout Vocabulary
  ) throws -> Bool {
    let changes = try sources.repository.changes(from: before.id, to: after.id)
    let read = changes.prefix(mostFiles).filter { !isExcluded($0.path, sources.excluded) }
    let asked = read.flatMap { [(commit: before.id, path: $0.path), (commit: after.id, path: $0.path)] }
    for content in try sources.repository.contents(of: asked) { vocabulary.add(content ?? []) }
    return changes.count <= mostFiles
  }

  private static func isExcluded(_ path: TreePath, _ excluded: [String]) -> Bool {
    excluded.contains { path.bytes.starts(with: Array("\($0)/".utf8)) }
  }

  // MARK: Words

  /// Which of some words stand in files, and where; what the fix changes first, then the working tree, then each commit.
  func places(of words: Set<String>) throws -> [String: String] {
    var places: [String: String] = [:]
    for word in words where changed.contains(word) { places[word] = "the files that the fix changes" }
    if repository.workTree != nil {
      for word in try repository.words(words.subtracting(places.keys), foundIn: nil, excluding: excluded) {
        places[word] = "the working tree"
      }
    }
    for (commit, label) in commits where commit.id != known {
      let rest = words.subtracting(places.keys)
      for word in try repository.words(rest, foundIn: commit.id, excluding: excluded) { places[word] = label }
    }
    for word in words.subtracting(places.keys) {
      if let place = try placeOfStem(word) { places[word] = place }
    }
    try addBeginnings(among: words.subtracting(places.keys), to: &places)
    return places
  }

  /// Where a file or directory is called so.
  private func placeOfStem(_ word: String) throws -> String? {
    try commits.first { try paths(of: $0.commit).stems.contains(word) }.map {
      "the name of a file in \($0.label)"
    }
  }

  /// `test_02_21` is how people call `test_02_21_reconnect`, and `test_02_` is `test_02_*`: a name may end where an
  /// underscore goes on.
  private func addBeginnings(among words: Set<String>, to places: inout [String: String]) throws {
    guard let (commit, label) = commits.first else { return }
    var begun: [String: String] = [:]
    for word in words where word.contains("_") { begun[word] = word.hasSuffix("_") ? word : "\(word)_" }
    for (word, beginning) in begun where changed.hasWord(beginningWith: beginning) {
      places[word] = "the files that the fix changes, as the beginning of a name"
    }
    let rest = Set(begun.filter { places[$0.key] == nil }.values)
    let found = try repository.words(rest, foundIn: commit.id, excluding: excluded, asBeginnings: true)
    for (word, beginning) in begun where found.contains(beginning) {
      places[word] = "\(label), as the beginning of a name"
    }
  }

  // MARK: Paths

  /// A file or directory that a path, or the end of one, names, and where.
  func place(of path: String) throws -> (commit: Commit, file: TreePath?, label: String)? {
    for (commit, label) in commits {
      switch try paths(of: commit).entry(path) {
      case .file(let file): return (commit, file, label)
      case .directory: return (commit, nil, label)
      case nil: continue
      }
    }
    return nil
  }

  /// Where files name paths that are none of the repository: what is built or ignored, what another project brings.
  func places(ofNamed paths: Set<String>) throws -> [String: String] {
    guard let (commit, label) = commits.first else { return [:] }
    let found = try repository.words(paths, foundIn: commit.id, excluding: excluded)
    return Dictionary(uniqueKeysWithValues: found.map { ($0, "\(label), whose files name it") })
  }

  /// The file that a mistyped path was meant to be.
  func nearest(toPath path: String) throws -> String? {
    var names = Vocabulary()
    for (commit, _) in commits.prefix(2) {
      for name in try paths(of: commit).texts(wholePaths: path.contains("/")) { names.insert(name) }
    }
    return names.nearest(to: path)
  }

  private func paths(of commit: Commit) throws -> PathIndex {
    try memory.paths(of: commit.id) {
      PathIndex(try repository.files(in: commit.id).filter { !Self.isExcluded($0, excluded) })
    }
  }

  /// How many lines a file has.
  func lineCount(of file: TreePath, in commit: Commit) throws -> Int? {
    guard let content = try repository.contents(of: [(commit.id, file)]).first ?? nil else { return nil }
    return content.count { $0 == 0x0A } + (content.last == 0x0A || content.isEmpty ? 0 : 1)
  }
}

/// The paths of commits, listed once and only where something asks for them.
private final class PathMemory: Sendable {
  private let known = Mutex<[ObjectID: PathIndex]>([:])

  func paths(of commit: ObjectID, listing list: () throws -> PathIndex) rethrows -> PathIndex {
    if let paths = known.withLock({ $0[commit] }) { return paths }
    let paths = try list()
    known.withLock { $0[commit] = paths }
    return paths
  }
}
