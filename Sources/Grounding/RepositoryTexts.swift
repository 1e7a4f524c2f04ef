import Repository

/// The commits that a record is about, and what stands in their files.
struct RepositoryTexts {
  let repository: Repository

  /// The commits that are looked into, with the words for each: the fix, the one before it, the others, HEAD.
  let commits: [(commit: Commit, label: String)]

  /// The words of the files that the fix changes, before it and after it, and of the messages of its commits.
  let changed: Vocabulary

  /// The paths in each of `commits`.
  let files: [Set<TreePath>]

  private let excluded: [String]

  init(_ sources: GroundingSources) throws {
    repository = sources.repository
    excluded = sources.excluded
    var commits: [(Commit, String)] = []
    var vocabulary = Vocabulary()
    if let fix = sources.fix.last, let first = sources.fix.first {
      commits.append((fix, "the fix \(fix.id.digits.prefix(10))"))
      for commit in sources.fix { vocabulary.add(Array(commit.subject.utf8)) }
      if let before = try? repository.firstParent(of: first) {
        commits.append((before, "the commit before the fix, \(before.id.digits.prefix(10))"))
        try Self.addChanges(from: before, to: fix, in: repository, to: &vocabulary)
      }
    }
    for other in sources.others where !commits.contains(where: { $0.0.id == other.id }) {
      commits.append((other, "\(other.id.digits.prefix(10))"))
      if let before = try? repository.firstParent(of: other) {
        try Self.addChanges(from: before, to: other, in: repository, to: &vocabulary)
      }
    }
    if let head = try? repository.commit("HEAD"), !commits.contains(where: { $0.0.id == head.id }) {
      commits.append((head, "HEAD"))
    }
    self.commits = commits
    changed = vocabulary
    let excluded = sources.excluded.map { Array("\($0)/".utf8) }
    files = try commits.map { commit, _ in
      let known = try sources.repository.files(in: commit.id)
      return Set(known.filter { path in !excluded.contains { path.bytes.starts(with: $0) } })
    }
  }

  /// A change of so many files is read no further: its words are looked up by git, like those of all other files.
  private static let mostFiles = 400

  private static func addChanges(
    from before: Commit, to after: Commit, in repository: Repository, to vocabulary: inout Vocabulary
  ) throws {
    let changes = try repository.changes(from: before.id, to: after.id).prefix(mostFiles)
    let asked = changes.flatMap { [(commit: before.id, path: $0.path), (commit: after.id, path: $0.path)] }
    for content in try repository.contents(of: asked) { vocabulary.add(content ?? []) }
  }

  /// Which of some words stand in files, and where; what the fix changes first, then the working tree, then each commit.
  func places(of words: Set<String>) throws -> [String: String] {
    var places: [String: String] = [:]
    for word in words where changed.contains(word) { places[word] = "the files that the fix changes" }
    var rest = words.subtracting(places.keys)
    if repository.workTree != nil, !rest.isEmpty {
      for word in try repository.words(rest, foundIn: nil, excluding: excluded) {
        places[word] = "the working tree"
      }
    }
    for (commit, label) in commits {
      rest = words.subtracting(places.keys)
      if rest.isEmpty { break }
      for word in try repository.words(rest, foundIn: commit.id, excluding: excluded) { places[word] = label }
    }
    // `test_02_21` is how people call `test_02_21_reconnect`: a name may end where an underscore goes on.
    let begun = words.subtracting(places.keys).filter { $0.contains("_") }
    if let (commit, label) = commits.first, !begun.isEmpty {
      let found = try repository.words(
        Set(begun.map { "\($0)_" }), foundIn: commit.id, excluding: excluded, isWhole: false)
      for word in begun where found.contains("\(word)_") {
        places[word] = "\(label), as the beginning of a name"
      }
    }
    return places
  }

  /// A file or directory that a path, or the end of one, names, and where.
  func place(of path: String) -> (commit: Commit, file: TreePath?, label: String)? {
    let wanted = Array(path.utf8)
    let end = [UInt8(ascii: "/")] + wanted
    let inside = wanted + [UInt8(ascii: "/")]
    for (place, known) in zip(commits, files) {
      if known.contains(TreePath(bytes: wanted)) {
        return (place.commit, TreePath(bytes: wanted), place.label)
      }
      for file in known {
        if file.bytes.hasSuffix(end) { return (place.commit, file, place.label) }
        if file.bytes.starts(with: inside) || file.bytes[...].place(of: [UInt8(ascii: "/")] + inside) != nil {
          return (place.commit, nil, place.label)
        }
      }
    }
    return nil
  }

  /// The file that a mistyped path was meant to be.
  func nearest(toPath path: String) -> String? {
    var names = Vocabulary()
    let isName = !path.contains("/")
    for known in files.prefix(2) { for file in known { names.insert(isName ? file.name : file.description) } }
    return names.nearest(to: path)
  }

  /// How many lines a file has.
  func lineCount(of file: TreePath, in commit: Commit) throws -> Int? {
    guard let content = try repository.contents(of: [(commit.id, file)]).first ?? nil else { return nil }
    return content.count { $0 == 0x0A } + (content.last == 0x0A || content.isEmpty ? 0 : 1)
  }
}

extension [UInt8] {
  fileprivate func hasSuffix(_ suffix: [UInt8]) -> Bool {
    count >= suffix.count && self[(count - suffix.count)...] == suffix[...]
  }
}
