/// Where a rule of a Vale style looks: https://vale.sh/docs/scoping.
struct ValeScope {
  private(set) var scope = TeamScope()

  /// - Parameter texts: one of them has to hold; `&` joins what has to hold together, `~` is what must not.
  init(_ texts: [String]) throws(ValeRuleReader.Unreadable) {
    for text in texts {
      var selector = TeamScope.Selector()
      for part in text.split(separator: "&") {
        let word = part.filter { !$0.isWhitespace }
        let name = word.hasPrefix("~") ? String(word.dropFirst()) : word
        if name == "sentence", !word.hasPrefix("~") { scope.bySentence = true }
        if let kind = Self.kinds[name] {
          if word.hasPrefix("~") { selector.unwanted.append(kind) } else { selector.wanted.append(kind) }
        } else if !word.hasPrefix("~") || !Self.unread.contains(name) {
          throw ValeRuleReader.Unreadable(reason: "the scope “\(text)” is not read here")
        }
      }
      scope.blocks.append(selector)
    }
  }

  private static let kinds: [String: TeamScope.Kind] = [
    "text": .any, "sentence": .paragraph, "paragraph": .paragraph, "list": .item, "table": .cell,
    "table.cell": .cell,
    "heading": .heading, "heading.h1": .headingOf(level: 1), "heading.h2": .headingOf(level: 2),
    "heading.h3": .headingOf(level: 3), "heading.h4": .headingOf(level: 4),
    "heading.h5": .headingOf(level: 5),
    "heading.h6": .headingOf(level: 6),
  ]

  /// What is never read here: leaving it out is what happens anyway.
  private static let unread: Set<String> = ["blockquote", "code", "raw", "pre", "alt"]
}
