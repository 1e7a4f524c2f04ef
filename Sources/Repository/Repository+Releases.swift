import Subprocess

/// Names, and whether that is all of them.
public struct NameList: Sendable, Equatable {
  /// The names, in their order.
  public var names: [String]

  /// Whether that is all, or the time was over.
  public var end: StreamEnd
}

/// Which releases and branches hold commits.
public struct Holding: Sendable, Equatable {
  /// The tags of releases.
  public var releases = NameList(names: [], end: .complete)

  /// The branches.
  public var branches = NameList(names: [], end: .complete)

  /// Whether that is all of both.
  public var isComplete: Bool { releases.end == .complete && branches.end == .complete }
}

extension Repository {
  /// The tags of releases that hold a commit and none of some others, the oldest version first.
  ///
  /// A release is a tag with a version in its name: "v0.3.0", "release-2.1", "1.0-rc1"; "nightly" is none.
  public func releases(
    holding commit: ObjectID, without others: [ObjectID], timeLimit: Duration? = nil
  ) throws -> NameList {
    try releases(["--sort=version:refname"], holding: commit, without: others, timeLimit: timeLimit)
  }

  /// The first release that holds all of some commits: that which was tagged first, of those tagged at the same time the
  /// one with the lowest version; nil where none holds them.
  public func firstRelease(holding commits: [Commit]) throws -> String? {
    var common: [String]?
    for commit in commits {
      let sorting = ["--sort=version:refname", "--sort=creatordate"]
      let holding = try releases(sorting, holding: commit.id, without: [], timeLimit: nil).names
      common = common.map { $0.filter(Set(holding).contains) } ?? holding
    }
    return common?.first
  }

  /// The days on which tags were made, of those without a message that of their commit.
  public func days(ofTags names: [String]) throws -> [String: String] {
    guard !names.isEmpty else { return [:] }
    let wanted = Set(names)
    var days: [String: String] = [:]
    // All of them: names for a command line could be too many.
    _ = try stream(
      ["for-each-ref", "--format=%(creatordate:short) %(refname:strip=2)", "refs/tags"], timeLimit: nil
    ) { line in
      guard let space = line.firstIndex(of: UInt8(ascii: " ")) else { return }
      let name = String(decoding: line[(space + 1)...], as: UTF8.self)
      if wanted.contains(name) { days[name] = String(decoding: line[..<space], as: UTF8.self) }
    }
    return days
  }

  /// The address of the remote that a clone comes from, without user and password; nil where there is none.
  public var cloneAddress: String? {
    guard let text = try? line(["config", "--get", "remote.origin.url"]), !text.isEmpty else { return nil }
    return CloneAddress(text)?.text
  }

  /// Tags with a version in their name; "1.0-rc1" comes before "1.0".
  private func releases(
    _ sorting: [String], holding commit: ObjectID, without others: [ObjectID], timeLimit: Duration?
  ) throws -> NameList {
    // Not for-each-ref, which walks the history once for each tag.
    var list = try names(
      ["-c", "versionsort.suffix=-", "tag", "--format=%(refname:strip=2)"] + sorting, holding: commit,
      without: others, timeLimit: timeLimit)
    list.names = list.names.filter(Self.isVersion)
    return list
  }

  /// Branches, local ones and those of remotes, that hold a commit and none of some others.
  public func branches(
    holding commit: ObjectID, without others: [ObjectID], timeLimit: Duration
  ) throws -> NameList {
    try branches([], holding: commit, without: others, timeLimit: timeLimit)
  }

  private func branches(
    _ options: [String], holding commit: ObjectID, without others: [ObjectID], timeLimit: Duration
  ) throws -> NameList {
    var list = try names(
      ["branch", "--all", "--sort=refname", "--format=%(refname) %(symref)"] + options, holding: commit,
      without: others, timeLimit: timeLimit)
    // A remote's HEAD is another name for one of its branches; a detached head has no name of its own.
    list.names = list.names.filter { $0.hasPrefix("refs/") && $0.hasSuffix(" ") }.map {
      String($0.dropLast())
    }
    return list
  }

  /// The tags of releases, and the branches, that hold one of some commits.
  public func names(holdingOneOf commits: [ObjectID], timeLimit: Duration) throws -> Holding {
    guard !commits.isEmpty else { return Holding() }
    let more = commits.dropFirst().map { "--contains=\($0)" }
    return Holding(
      releases: try releases(more, holding: commits[0], without: [], timeLimit: timeLimit),
      branches: try branches(more, holding: commits[0], without: [], timeLimit: timeLimit))
  }

  private func names(
    _ command: [String], holding commit: ObjectID, without others: [ObjectID], timeLimit: Duration?
  ) throws -> NameList {
    var names: [String] = []
    let options =
      ["--list", "--no-column", "--no-color", "--contains=\(commit)"] + others.map { "--no-contains=\($0)" }
    let end = try stream(command + options, timeLimit: timeLimit) {
      names.append(String(decoding: $0, as: UTF8.self))
    }
    return NameList(names: names, end: end)
  }

  /// Whether there are two numbers in it with a dot between them.
  static func isVersion(_ tag: String) -> Bool {
    // curl's are `curl-8_18_0`.
    let parts = tag.split(omittingEmptySubsequences: false) { $0 == "." || $0 == "_" }
    return zip(parts, parts.dropFirst()).contains { before, after in
      before.last?.isNumber == true && after.first?.isNumber == true
    }
  }
}
