extension CommitMessage {
  /// Whether the message says, in a form that people use for it, that the commit mends a bug.
  ///
  /// By the subject: "fix: …", "fix(queue)!: …", "queue: fix …", "RILL-142: Fix …", "[RILL-142] Fixed …"; or by a line that
  /// closes an issue as fixed: "Fixes #12", "Fixes: RILL-142". A revert, a commit that is to be squashed, and what mends typos,
  /// layout or continuous integration are none. A message without such words is none either: what is not said is not guessed.
  public var saysFix: Bool {
    let words = Self.words(of: subject)
    guard let first = words.first, !["revert", "fixup", "squash", "merge"].contains(first) else {
      return false
    }
    if words.contains(where: Self.otherWork.contains) { return false }
    return Self.openings(of: subject).contains { opening in
      Self.words(of: opening).first.map(Self.mending.contains) == true
    } || lines.dropFirst().contains(where: Self.closesAsFixed)
  }

  /// The subject, and what stands behind the names of parts and tickets at its beginning.
  private static func openings(of subject: String) -> [Substring] {
    var rest = subject[...]
    var openings = [rest]
    while true {
      if rest.first == "[", let end = rest.firstIndex(of: "]") {
        rest = rest[rest.index(after: end)...]
      } else if let end = rest.firstIndex(of: ":"), !rest[..<end].contains("  "), rest[..<end].count <= 60 {
        rest = rest[rest.index(after: end)...]
      } else {
        return openings
      }
      rest = rest.drop { $0 == " " }
      openings.append(rest)
    }
  }

  private static func words(of text: some StringProtocol) -> [String] {
    text.split { !$0.isLetter }.map { $0.lowercased() }
  }

  /// "Fixes #12", "Fixed: RILL-142", "fixes https://…": the word and an issue, at the start of a line.
  private static func closesAsFixed(_ line: String) -> Bool {
    let words = line.split { $0 == " " || $0 == ":" }
    guard let first = words.first, let issue = words.dropFirst().first,
      ["fix", "fixes", "fixed"].contains(first.lowercased())
    else { return false }
    return issue.hasPrefix("#") || issue.hasPrefix("http")
      || TicketKey(issue.prefix { TicketKey.isInWord($0.utf8.first ?? 0) }) != nil
  }

  private static let mending: Set<String> = ["fix", "fixes", "fixed", "bugfix", "hotfix"]

  /// What is mended, where it is no bug of the program's; documents and comments alone are told by the diff.
  private static let otherWork: Set<String> = [
    "typo", "typos", "spelling", "grammar", "lint", "linter", "linting", "formatting", "indentation",
    "whitespace", "ci",
    "flake8", "clippy", "rubocop", "eslint",
  ]
}
