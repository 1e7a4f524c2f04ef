import Repository
import Synchronization

/// The commits that a record is about, and what stands in their files.
struct RepositoryTexts: Sendable {
  let repository: Repository

  /// The commits that are looked into, with the words for each: the fix, the one before it, the others, HEAD.
  let commits: [(commit: Commit, label: String)]

  /// The words of the files that the fix changes, before it and after it, and of the messages of its commits.
  let changed: ChangedWords

  /// The lines that the fix changes.
  let changedLines: ChangedLines

  private let excluded: [String]
  private let memory: GroundingMemory
  private let workingTree: WorkingTreeWords
  private let listings = PathMemory()

  /// What was before the fix; nil where that is not known.
  let earlier: EarlierWords?

  init(_ sources: GroundingSources) throws {
    repository = sources.repository
    excluded = sources.excluded
    memory = sources.memory
    var commits: [(Commit, String)] = []
    var spans: [(Commit, Commit)] = []
    var before: Commit?
    if let fix = sources.fix.last, let first = sources.fix.first {
      commits.append((fix, "the fix \(fix.id.digits.prefix(10))"))
      before = try? repository.firstParent(of: first)
      if let before {
        commits.append((before, "the commit before the fix, \(before.id.digits.prefix(10))"))
        spans.append((before, fix))
      }
    }
    for other in sources.others where !commits.contains(where: { $0.0.id == other.id }) {
      commits.append((other, "\(other.id.digits.prefix(10))"))
      if let before = try? repository.firstParent(of: other) { spans.append((before, other)) }
    }
    let head = try? repository.commit("HEAD")
    if let head, !commits.contains(where: { $0.0.id == head.id }) { commits.append((head, "HEAD")) }
    self.commits = commits
    let changed = ChangedWords(sources, spans)
    self.changed = changed
    changedLines = ChangedLines(
      sources, before.flatMap { before in sources.fix.last.map { (before, $0) } })
    earlier = before.map { before in
      EarlierWords(repository: sources.repository, memory: sources.memory, before: before) {
        try changed.files()
      }
    }
    let excluded = sources.excluded
    workingTree = WorkingTreeWords(
      repository: repository, memory: memory, excluded: excluded, now: sources.now,
      head: head.map { ($0, Self.subject("words", of: $0, excluded)) })
  }

  /// By what answers about the files of a commit are kept.
  private static func subject(_ what: String, of commit: Commit, _ excluded: [String]) -> String {
    (["\(what) of \(commit.tree)"] + excluded).joined(separator: " ")
  }

  private func subject(_ what: String, of commit: Commit) -> String {
    Self.subject(what, of: commit, excluded)
  }

  // MARK: Words

  /// Which of some words stand in files, and where; what the fix changes first, then the working tree, then each commit.
  func places(of words: Set<String>) throws -> [String: String] {
    var places: [String: String] = [:]
    for word in try changed.holding(words) { places[word] = "the files that the fix changes" }
    for word in try workingTree.holding(words.subtracting(places.keys)) { places[word] = "the working tree" }
    for (commit, label) in commits where try !changed.isWhole(before: commit) {
      for word in try found(words.subtracting(places.keys), in: commit) { places[word] = label }
    }
    for word in words.subtracting(places.keys) {
      if let place = try placeOfStem(word) { places[word] = place }
    }
    try addBeginnings(among: words.subtracting(places.keys), to: &places)
    if let earlier {
      places.merge(try earlier.places(of: words.subtracting(places.keys))) { first, _ in first }
    }
    return places
  }

  /// Which of some words stand in the files of a commit.
  private func found(_ words: Set<String>, in commit: Commit, asBeginnings: Bool = false) throws -> Set<
    String
  > {
    let subject = self.subject(asBeginnings ? "beginnings" : "words", of: commit)
    let found = try memory.answers(about: subject, to: words) { unknown in
      let found = try repository.words(
        unknown, foundIn: commit.id, excluding: excluded, asBeginnings: asBeginnings)
      return Dictionary(uniqueKeysWithValues: found.map { ($0, "1") })
    }
    return Set(found.keys)
  }

  /// Where a file or directory is called so.
  private func placeOfStem(_ word: String) throws -> String? {
    try commits.first { commit, _ in
      try memory.answer(about: subject("stems", of: commit), to: word) {
        try paths(of: commit).stems.contains(word) ? "1" : nil
      } != nil
    }.map { "the name of a file in \($0.label)" }
  }

  /// `test_02_21` is how people call `test_02_21_reconnect`, `test_02_` is `test_02_*`, and `go test -run TestFind` runs
  /// `TestFindPath`: a name may end where an underscore, or in the files of the fix a capital, goes on.
  private func addBeginnings(among words: Set<String>, to places: inout [String: String]) throws {
    guard let (commit, label) = commits.first else { return }
    var begun: [String: String] = [:]
    for word in words where word.contains("_") { begun[word] = word.hasSuffix("_") ? word : "\(word)_" }
    for (word, beginning) in begun where try changed.hasWord(beginningWith: beginning) {
      places[word] = "the files that the fix changes, as the beginning of a name"
    }
    for word in words
    where CodeClaims.isDistinct(Array(word.utf8)) && word.utf8.count >= 8 && !word.contains("_") {
      if try changed.hasWord(goingOnBehind: word) {
        places[word] = "the files that the fix changes, as the beginning of a name"
      }
    }
    let rest = Set(begun.filter { places[$0.key] == nil }.values)
    let found = try self.found(rest, in: commit, asBeginnings: true)
    for (word, beginning) in begun where found.contains(beginning) {
      places[word] = "\(label), as the beginning of a name"
    }
  }

  /// Whether a commit is another one or comes before it.
  func comesBefore(_ commit: Commit, _ other: Commit) throws -> Bool {
    try memory.answer(about: "history of \(other.id)", to: commit.id.digits) {
      try repository.isAncestor(commit, of: other) ? "1" : nil
    } != nil
  }

  // MARK: Paths

  /// A file or directory that a path, or the end of one, names, and where.
  func place(of path: String) throws -> (commit: Commit, file: TreePath?, label: String)? {
    for (commit, label) in commits {
      let answer = try memory.answer(about: subject("paths", of: commit), to: path) {
        switch try paths(of: commit).entry(path) {
        // A name that is no text cannot be kept as one, and none that is typed is meant by it.
        case .file(let file): file.isText ? "file \(file)" : nil
        case .directory: "directory"
        case nil: nil
        }
      }
      guard let answer else { continue }
      return (commit, answer.hasPrefix("file ") ? TreePath(String(answer.dropFirst(5))) : nil, label)
    }
    return nil
  }

  /// Where files name paths that are none of the repository: what is built or ignored, what another project brings.
  func places(ofNamed paths: Set<String>) throws -> [String: String] {
    guard let (commit, label) = commits.first else { return [:] }
    let found = try self.found(paths, in: commit)
    return Dictionary(uniqueKeysWithValues: found.map { ($0, "\(label), whose files name it") })
  }

  /// The file that a mistyped path was meant to be.
  func nearest(toPath path: String) throws -> String? {
    let asked = commits.prefix(2).map(\.commit)
    let names = asked.map { subject("paths", of: $0) }.joined(separator: ", ")
    return try memory.answer(about: "nearest, \(names)", to: path) {
      var names = Vocabulary()
      for commit in asked {
        let count = path.split(separator: "/").count
        for name in try paths(of: commit).ends(ofParts: count) { names.insert(name) }
      }
      return names.nearest(to: path)
    }
  }

  private func paths(of commit: Commit) throws -> PathIndex {
    try listings.paths(of: commit.id) {
      PathIndex(try repository.files(in: commit.id).filter { !$0.stands(in: excluded) })
    }
  }

  /// How many lines a file has.
  func lineCount(of file: TreePath, in commit: Commit) throws -> Int? {
    try memory.answer(about: subject("lines", of: commit), to: "\(file)") {
      guard let content = try repository.contents(of: [(commit.id, file)]).first ?? nil else { return nil }
      return "\(content.count { $0 == 0x0A } + (content.last == 0x0A || content.isEmpty ? 0 : 1))"
    }.flatMap { Int($0) }
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
