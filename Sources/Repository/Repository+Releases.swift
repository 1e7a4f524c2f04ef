extension Repository {
  /// The tags of releases that hold one commit and not another, the oldest version first.
  ///
  /// A release is a tag with a version in its name: "v0.3.0", "release-2.1", "1.0-rc1"; "nightly" is none.
  public func releases(holding commit: Commit, without other: Commit) throws -> [String] {
    let output = try outputIfAny([
      "for-each-ref", "--sort=version:refname", "--format=%(refname:strip=2)", "--contains=\(commit.id)",
      "--no-contains=\(other.id)", "refs/tags",
    ])
    return String(decoding: output ?? [], as: UTF8.self).split(separator: "\n").map(String.init).filter(
      Self.isVersion)
  }

  /// Whether there are two numbers in it with a dot between them.
  private static func isVersion(_ tag: String) -> Bool {
    let parts = tag.split(separator: ".", omittingEmptySubsequences: false)
    return zip(parts, parts.dropFirst()).contains { before, after in
      before.last?.isNumber == true && after.first?.isNumber == true
    }
  }
}
