/// The ways in which messages refer to a pull or merge request: by its number, or by its link.
enum RequestReference {
  /// Whether a text is the number of a request: "12", "#12", "!12", "owner/repo#12", "group/project!12".
  static func isNumber(_ text: String) -> Bool {
    guard let sign = text.utf8.lastIndex(where: { $0 == UInt8(ascii: "#") || $0 == UInt8(ascii: "!") }) else {
      return isDigits(text[...])
    }
    let project = text[..<sign]
    return isDigits(text[text.utf8.index(after: sign)...])
      && (project.isEmpty || project.contains("/") && !project.contains(where: { $0 == " " || $0 == ":" }))
  }

  /// Whether a text is the link of a request at one of the hosts that there are.
  ///
  /// GitHub ".../pull/12", Gitea and Forgejo ".../pulls/12", GitLab ".../merge_requests/12", Bitbucket
  /// ".../pull-requests/12", Azure DevOps ".../pullrequest/12", Gerrit ".../+/12", Phabricator ".../D12".
  static func isLink(_ text: String) -> Bool {
    guard let parts = pathParts(ofLink: text) else { return false }
    let isNumbered = zip(parts, parts.dropFirst()).contains { segments.contains(String($0)) && isDigits($1) }
    return isNumbered || parts.last.map { $0.hasPrefix("D") && isDigits($0.dropFirst()) } == true
  }

  /// Whether a text is the link of a change in Gerrit, as "Reviewed-on:" gives it; older ones end with the number.
  static func isReviewLink(_ text: String) -> Bool {
    isLink(text) || pathParts(ofLink: text)?.last.map(isDigits) == true
  }

  private static let segments: Set<String> = [
    "pull", "pulls", "merge_requests", "pull-requests", "pullrequest", "+",
  ]

  /// The parts of a link's path; nil where it is no link.
  private static func pathParts(ofLink text: String) -> [Substring]? {
    var line = LineReader(text)
    guard line.skip("https://") || line.skip("http://"), !text.utf8.contains(UInt8(ascii: " ")) else {
      return nil
    }
    let path = line.rest.prefix { $0 != UInt8(ascii: "?") }
    let parts = path.split(separator: UInt8(ascii: "/")).map { Substring($0) }
    // "…/pull/12#issuecomment-1"; Gerrit's older links hold a part "#" themselves.
    return parts.dropFirst().map { part in part == "#" ? part : part.prefix { $0 != "#" } }
  }

  private static func isDigits(_ text: Substring) -> Bool {
    var line = LineReader(text)
    return line.takeNumber() != nil && line.isAtEnd
  }
}
