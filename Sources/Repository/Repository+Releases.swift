extension Repository {
  /// The tags of releases that hold one commit and not another, the oldest version first.
  ///
  /// A release is a tag with a version in its name: "v0.3.0", "release-2.1", "1.0-rc1"; "nightly" is none.
  public func releases(holding commit: Commit, without other: Commit) throws -> [String] {
    try releases(["--contains=\(commit.id)", "--no-contains=\(other.id)"])
  }

  /// The first release that holds all of some commits: that which was tagged first, of those tagged at the same time the
  /// one with the lowest version; nil where none holds them.
  public func firstRelease(holding commits: [Commit]) throws -> String? {
    var common: [String]?
    for commit in commits {
      let holding = try releases(["--sort=creatordate", "--contains=\(commit.id)"])
      common = common.map { $0.filter(Set(holding).contains) } ?? holding
    }
    return common?.first
  }

  /// Tags with a version in their name, sorted by it unless it is asked otherwise; "1.0-rc1" comes before "1.0".
  private func releases(_ options: [String]) throws -> [String] {
    // Not for-each-ref, which walks the history once for each tag.
    let output = try outputIfAny(
      [
        "-c", "versionsort.suffix=-", "tag", "--list", "--no-column", "--color=never",
        "--sort=version:refname",
      ]
        + ["--format=%(refname:strip=2)"] + options)
    return String(decoding: output ?? [], as: UTF8.self).split(separator: "\n").map(String.init).filter(
      Self.isVersion)
  }

  /// Whether there are two numbers in it with a dot between them.
  static func isVersion(_ tag: String) -> Bool {
    let parts = tag.split(separator: ".", omittingEmptySubsequences: false)
    return zip(parts, parts.dropFirst()).contains { before, after in
      before.last?.isNumber == true && after.first?.isNumber == true
    }
  }
}
