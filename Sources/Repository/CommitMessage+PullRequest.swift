extension CommitMessage {
  /// The pull or merge request that the commit came by, where the message names it as its host or a tool does.
  ///
  /// From the subject of a merge, GitLab's "See merge request group/project!12", the number at the end of a squashed
  /// commit's subject, a trailer (the last one counts), and, where there is nothing else, Gerrit's "Change-Id:".
  public var pullRequest: String? {
    if let request = merge?.request { return request }
    let footers = lines.reversed().map(Footer.init)
    return footers.lazy.compactMap(\.mergeRequest).first ?? squashSuffix
      ?? footers.lazy.compactMap(\.request).first ?? footers.lazy.compactMap(\.change).first
  }

  /// "#12" where the subject ends with "(#12)", as GitHub and Gitea write it, "(GH-12)", as CPython does, or "(!12)".
  private var squashSuffix: String? {
    guard subject.utf8.last == UInt8(ascii: ")"),
      let open = subject.utf8.lastIndex(of: UInt8(ascii: "("))
    else { return nil }
    // A revert quotes the subject of what it takes back; cut off, the quote does not end.
    let before = subject.utf8[..<open]
    let isQuoted = before.count { $0 == UInt8(ascii: "\"") } % 2 == 1
    if isQuoted, subject.hasPrefix("Revert \"") || subject.hasPrefix("Reapply \"") { return nil }
    var line = LineReader(subject[open...])
    guard line.skip("("), let sign = line.skip("#") || line.skip("GH-") ? "#" : line.skip("!") ? "!" : nil,
      let number = line.takeNumber(), line.skip(")"), line.isAtEnd
    else { return nil }
    // What the commit closes is an issue: they and the requests are counted together.
    return closedIssues.contains("#\(number)") ? nil : sign + number
  }

  /// The issues of GitHub in "Fixes #12", "closes: #7".
  private var closedIssues: Set<String> {
    var issues: Set<String> = []
    for line in lines.dropFirst() {
      let words = line.split { $0 == " " || $0 == "," || $0 == "." }
      for (word, issue) in zip(words, words.dropFirst()) where issue.hasPrefix("#") {
        let keyword = word.last == ":" ? word.dropLast() : word
        if Self.closingKeywords.contains(keyword.lowercased()) { issues.insert(String(issue)) }
      }
    }
    return issues
  }

  /// Words with which hosts and trackers close what they name.
  static let closingKeywords: Set<String> = [
    "close", "closes", "closed", "fix", "fixes", "fixed", "resolve", "resolves", "resolved",
  ]
}

/// A line at the end of a message that may name the request that the commit came by.
private struct Footer {
  /// What GitLab's "See merge request group/project!12" names.
  var mergeRequest: String?

  /// What a trailer names.
  var request: String?

  /// The identifier that Gerrit gives a change.
  var change: String?

  init(_ text: String) {
    var line = LineReader(text)
    if line.skip("See merge request "), let word = line.takeWord() {
      let isReference = word.contains("!") ? RequestReference.isNumber(word) : RequestReference.isLink(word)
      if isReference { mergeRequest = word }
      return
    }
    // "Closes #12 from owner/branch." is how Apache's tools merge; "Closes #12" alone is an issue.
    if line.skip("Closes #"), let number = line.takeNumber(), line.skip(" from ") {
      request = "#\(number)"
      return
    }
    guard let name = line.take(upTo: ":"), let value = Self.value(in: &line) else { return }
    switch name.lowercased() {
    case "pr-url", "pull-request", "pull request", "pull request resolved", "pull-request-url", "pr",
      "merge-request",
      "merge request", "mr", "mr-url", "differential revision":
      if RequestReference.isNumber(value) || RequestReference.isLink(value) { request = value }
    case "reviewed-on":
      if RequestReference.isReviewLink(value) { request = value }
    case "link":
      if RequestReference.isLink(value) { request = value }
    case "change-id":
      let digits = value.dropFirst()
      if value.first == "I", digits.utf8.count == 40, digits.allSatisfy(\.isHexDigit) { change = value }
    default: break
    }
  }

  /// The one word behind a trailer's name.
  private static func value(in line: inout LineReader) -> String? {
    while line.skip(" ") || line.skip("\t") {}
    let word = line.takeWord()
    while line.skip(" ") || line.skip("\t") {}
    return line.isAtEnd ? word : nil
  }
}
