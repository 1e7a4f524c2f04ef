import Repository

/// Which commits a squash or the end of a branch would lose: the fix is on the main branch, and they are not.
struct Landing {
  private let repository: Repository
  private let memory: GroundingMemory

  /// The commit at which the main branch ends; nil where that is not known, or the fix is not there.
  private let main: ObjectID?

  init(_ sources: GroundingSources) throws {
    repository = sources.repository
    memory = sources.memory
    guard sources.gap.isEmpty, let fix = sources.fix.last, let tip = try repository.mainTip() else {
      main = nil
      return
    }
    main = try Self.beside(tip, [fix.id], repository, memory).isEmpty ? tip : nil
  }

  /// The branches that hold each commit of those that nothing else holds which stays.
  func branches(losing commits: Set<ObjectID>) throws -> [ObjectID: [String]] {
    guard let main else { return [:] }
    var lost: [ObjectID: [String]] = [:]
    for commit in try Self.beside(main, commits, repository, memory) {
      let names = try repository.references(holding: commit)
      if names.allSatisfy({ !Self.stays($0) }) {
        lost[commit] = names.map { Repository.branchName($0) }.uniqued()
      }
    }
    return lost
  }

  /// Those that are not in the history of a tip: what is in it stays there.
  private static func beside(
    _ tip: ObjectID, _ commits: Set<ObjectID>, _ repository: Repository, _ memory: GroundingMemory
  ) throws -> Set<ObjectID> {
    let names = Set(commits.map(\.digits))
    let beside = try memory.answers(about: "not in the history of \(tip)", to: names) { unknown in
      let found = try repository.commits(of: unknown.map { ObjectID($0) }, notIn: tip)
      return Dictionary(uniqueKeysWithValues: found.map { ($0.digits, "1") })
    }
    return Set(beside.keys.map { ObjectID($0) })
  }

  /// Whether a tag or a branch is kept when the work on it is done: lines of releases are.
  private static func stays(_ reference: String) -> Bool {
    guard reference.hasPrefix("refs/heads/") || reference.hasPrefix("refs/remotes/") else { return true }
    let name = Repository.branchName(reference).lowercased()
    if lasting.contains(where: name.contains) { return true }
    // `v1.2`, `1.2.x`, `7-stable`: a name with a number that is a release's.
    return zip(name, name.dropFirst()).contains { $0.isNumber && ".x-_".contains($1) }
      || name.split(separator: "/").last.map { $0.drop { $0 == "v" }.allSatisfy(\.isNumber) } == true
  }

  private static let lasting = [
    "release", "stable", "maint", "support", "lts", "backport", "develop", "trunk", "main", "master", "next",
    "staging", "production", "gh-pages", "nightly", "beta", "rc",
  ]
}

extension [String] {
  /// Each once, in the same order.
  fileprivate func uniqued() -> [String] {
    var seen: Set<String> = []
    return filter { seen.insert($0).inserted }
  }
}
