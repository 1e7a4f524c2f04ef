extension CommitMessage {
  /// Keys of tickets in the message, in order, each once.
  ///
  /// "LLVM-17" has the shape of a key as well. So a key counts where people put keys: at the start of the title
  /// ("RILL-142: …", "[RILL-142] …"), behind a keyword or as a trailer's value ("Closes RILL-142", "Ticket: RILL-142"), in
  /// the name of the branch that was merged, and in a link to a tracker.
  ///
  /// - Parameter project: the project whose keys count anywhere: "RILL".
  public func ticketKeys(ofProject project: String? = nil) -> [TicketKey] {
    var keys = LeadingKeys(title).keys + (merge?.branch.map(TicketKey.keys(inBranch:)) ?? [])
    for (number, line) in lines.enumerated() {
      // "fix: LLVM-17 builds": in a subject the words that keywords are tell the kind of change.
      let stated = number == 0 ? [] : KeywordLine(line).keys
      keys += Self.words(of: line).compactMap { word, isLinked in
        guard let key = TicketKey(word) else { return nil }
        return isLinked || key.project == project || stated.contains(key) ? key : nil
      }
    }
    var known: Set<TicketKey> = []
    return keys.filter { known.insert($0).inserted }
  }

  /// The words of a line, and whether they stand behind what leads to a ticket in a link: "/browse/" of Jira, "/issue/"
  /// of YouTrack and Linear.
  private static func words(of line: String) -> [(word: Substring, isLinked: Bool)] {
    line.utf8.split { !TicketKey.isInWord($0) }.map { word in
      let before = line.utf8[..<word.startIndex].suffix(8)
      let isLinked = before.elementsEqual("/browse/".utf8) || before.suffix(7).elementsEqual("/issue/".utf8)
      return (Substring(word), isLinked)
    }
  }
}

/// The keys that a subject begins with: "RILL-1: …", "RILL-1, MATH-7: …", "[RILL-1] …", "[RILL-1][MATH-7] …".
private struct LeadingKeys {
  var keys: [TicketKey] = []

  init(_ subject: String) {
    var line = LineReader(subject)
    while line.skip("[") || line.skip("(") {
      let inside = line.take(upTo: "]") ?? line.take(upTo: ")")
      guard let list = inside.flatMap(Self.list) else { return }
      keys += list
      while line.skip(" ") {}
    }
    keys += line.take(upTo: ":").flatMap(Self.list) ?? []
  }

  /// The keys of a text that holds keys and nothing else.
  private static func list(_ text: String) -> [TicketKey]? {
    let words = text.split { " ,;/&+".contains($0) }
    let keys = words.compactMap { TicketKey($0) }
    return keys.isEmpty || keys.count < words.count ? nil : keys
  }
}

/// A line that begins with a word that keys follow: "Fixes RILL-1, see MATH-7.", "Ticket: RILL-1".
private struct KeywordLine {
  var keys: Set<TicketKey> = []

  init(_ text: String) {
    var line = LineReader(text)
    while line.skip(" ") || line.skip("*") || line.skip("-") || line.skip("(") {}
    var trailer = line
    let isTrailer = trailer.take(upTo: ":").map(Self.isKeyword) == true
    if isTrailer { line = trailer }
    let words = line.remainder.split { $0 == " " || $0 == "\t" }
    guard isTrailer || words.first.map({ Self.isKeyword(String($0)) }) == true else { return }
    for (number, word) in words.enumerated() {
      let bare = word.drop { $0 == "(" || $0 == "[" }.prefix { TicketKey.isInWord($0.utf8.first ?? 0) }
      if let key = TicketKey(bare) {
        // "Closes RILL-1 and RILL-2.", "Ticket: RILL-1 (the stream)", and not "Fixes LLVM-17 builds".
        guard bare.endIndex < word.endIndex || Self.mayFollow(words.dropFirst(number + 1).first) else {
          return
        }
        keys.insert(key)
      } else if !Self.joining.contains(word.lowercased()), !Self.isKeyword(String(bare)) {
        return
      }
    }
  }

  private static func isKeyword(_ word: String) -> Bool { keywords.contains(word.lowercased()) }

  private static func mayFollow(_ word: Substring?) -> Bool {
    guard let word else { return true }
    return word.hasPrefix("(") || joining.contains(word.lowercased())
      || TicketKey(word.prefix { TicketKey.isInWord($0.utf8.first ?? 0) }) != nil
  }

  private static let joining: Set<String> = ["and", "&", "or", ","]

  private static let keywords = CommitMessage.closingKeywords.union([
    "ticket", "tickets", "issue", "issues", "bug", "bugs", "task", "story", "jira", "jira-id", "jira-issue",
    "youtrack",
    "linear", "ref", "refs", "reference", "references", "see", "see-also", "related", "relates-to", "part-of",
  ])
}
