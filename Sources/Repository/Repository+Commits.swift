import Subprocess

extension Repository {
  /// The commit that `revision` names.
  ///
  /// - Throws: `RepositoryError.unknownRevision` where it names none.
  public func commit(_ revision: String) throws -> Commit {
    guard !revision.isEmpty, !revision.hasPrefix("-"), !revision.contains("\0") else {
      throw RepositoryError.unknownRevision(revision)
    }
    // A whole name needs no looking up. What is no commit, or is not here, is left to the words below.
    if isWholeName(revision), let commit = try? commit(ObjectID(revision)) { return commit }
    if let commit = memory[beginning: revision] { return commit }
    if isPlainName(revision), let commit = try? read("\(revision)^{commit}") {
      // A branch may be called `cafe` and go on: what it stands at now is not the beginning of that name.
      if commit.id.digits.hasPrefix(revision) { memory.keep(commit, beginning: revision) }
      return commit
    }
    guard let output = try outputIfAny(["rev-parse", "--verify", "--quiet", "\(revision)^{commit}"]) else {
      if try isUnborn() { throw RepositoryError.noCommits }
      throw RepositoryError.unknownRevision(revision)
    }
    let id = String(decoding: output, as: UTF8.self).split(separator: "\n").first ?? ""
    return try commit(ObjectID(id))
  }

  func isWholeName(_ text: String) -> Bool {
    text.utf8.count == (objectFormat == "sha256" ? 64 : 40) && text.allSatisfy { $0.isASCII && $0.isHexDigit }
  }

  /// Whether it is no range and nothing else that is more than one commit's name.
  private func isPlainName(_ text: String) -> Bool {
    text.utf8.allSatisfy { $0 != 0x5E && $0 != 0x3A && $0 > 0x20 } && !text.contains("..")
  }

  func commit(_ id: ObjectID) throws -> Commit {
    try memory[id] ?? read(id.digits)
  }

  /// Reads a commit, and its first parent, for whoever asks for a commit mostly asks for that next: both come at the price
  /// of one.
  private func read(_ name: String) throws -> Commit {
    let lines = try line(
      [
        "log", "-2", "--first-parent", "--no-show-signature", "--no-notes", "--encoding=UTF-8",
        "--format=\(Self.commitFormat)", name, "--",
      ]
    ).split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    let commit = try Self.parseCommit(lines.first ?? "", id: ObjectID(name))
    memory.keep(commit)
    if let parent = commit.parents.first, lines.count > 1 {
      memory.keep(try Self.parseCommit(lines[1], id: parent))
    }
    return commit
  }

  /// Commits by their whole names, read at the price of one.
  ///
  /// - Throws: `RepositoryError` where one of them is not here.
  public func commits(_ ids: Set<ObjectID>) throws -> [ObjectID: Commit] {
    let unknown = ids.filter { memory[$0] == nil }
    if !unknown.isEmpty {
      let output = try git.output(
        [
          "log", "--no-walk=unsorted", "--stdin", "--no-show-signature", "--no-notes",
          "--encoding=UTF-8", "--format=\(Self.commitFormat)",
        ], in: directory, input: Array(unknown.map { "\($0)\n" }.sorted().joined().utf8), adding: naming)
      for line in output.split(separator: 0x0A) {
        let text = String(decoding: line, as: UTF8.self)
        guard let digits = text.split(separator: "\0").first else { continue }
        memory.keep(try Self.parseCommit(text, id: ObjectID(digits)))
      }
    }
    return Dictionary(uniqueKeysWithValues: ids.compactMap { id in memory[id].map { (id, $0) } })
  }

  /// What `parseCommit` reads, as git formats it.
  static let commitFormat = "%H%x00%T%x00%P%x00%s%x00%an%x00%aI%x00%cn%x00%cI"

  static func parseCommit(_ text: String, id: ObjectID) throws -> Commit {
    let fields = text.split(separator: "\0", maxSplits: 7, omittingEmptySubsequences: false)
    guard fields.count == 8 else { throw RepositoryError.objectMissing(detail: "commit \(id)") }
    return Commit(
      id: ObjectID(fields[0]), tree: ObjectID(fields[1]),
      parents: fields[2].split(separator: " ").map { ObjectID($0) }, subject: String(fields[3]),
      authorName: String(fields[4]), authorDate: String(fields[5]),
      committerName: String(fields[6]), committerDate: String(fields[7]))
  }

  /// Whether there is no commit that HEAD could name.
  func isUnborn() throws -> Bool {
    try !succeeds(["rev-parse", "--verify", "--quiet", "HEAD"])
      && line(["rev-list", "-n", "1", "--all"]).isEmpty
  }

  /// The first parent of `commit`.
  ///
  /// - Throws: `RepositoryError` where there is none, or none in this clone.
  public func firstParent(of commit: Commit) throws -> Commit {
    if let parent = commit.parents.first { return try self.commit(parent) }
    // In a shallow clone git hides the parents of the commits at its edge; the object itself still names them.
    let raw = try output(["cat-file", "commit", commit.id.digits])
    let header = raw.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false).prefix {
      !$0.isEmpty
    }
    let hasParent = header.contains { $0.starts(with: "parent ".utf8) }
    throw hasParent
      ? RepositoryError.parentNotInShallowClone(commit.id) : RepositoryError.rootCommit(commit.id)
  }

  /// The best common ancestor of two commits, or nil.
  public func mergeBase(_ first: Commit, _ second: Commit) throws -> Commit? {
    let output = try outputIfAny(["merge-base", first.id.digits, second.id.digits]) ?? []
    let id = String(decoding: output, as: UTF8.self).split(separator: "\n").first
    return try id.map { try commit(ObjectID($0)) }
  }

  /// Whether `ancestor` is `commit` or comes before it.
  public func isAncestor(_ ancestor: Commit, of commit: Commit) throws -> Bool {
    try succeeds(["merge-base", "--is-ancestor", ancestor.id.digits, commit.id.digits])
  }

  /// How many commits lead from `start`, which is not counted, to `end`.
  public func commitCount(from start: Commit, to end: Commit) throws -> Int {
    Int(try line(["rev-list", "--count", "\(start.id)..\(end.id)"])) ?? 0
  }

  /// What changed between two trees or commits, in the order of paths; a rename is a deletion and an addition.
  public func changes(from before: ObjectID, to after: ObjectID) throws -> [Change] {
    try Self.changes(from: before, to: after, in: directory, git: git)
  }

  static func changes(
    from before: ObjectID, to after: ObjectID, in directory: String, git: GitProgram
  ) throws -> [Change] {
    let output = try git.output(
      RawChange.options + ["--no-renames", before.digits, after.digits], in: directory)
    return RawChange.list(output).compactMap { raw in
      Change.Kind(rawValue: String(raw.status)).map {
        Change(
          path: raw.path, kind: $0, mode: raw.mode, blob: raw.blob, addedLines: raw.addedLines,
          deletedLines: raw.deletedLines)
      }
    }
  }
}
