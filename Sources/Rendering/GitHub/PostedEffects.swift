/// What words do when they are posted, beside being read: found in what a reader sees of them.
///
/// Sources: the keywords of GitHub (docs, “Linking a pull request to an issue”) and of GitLab (its
/// `issue_closing_pattern`), and html-pipeline's filters of mentions and emoji. Where a reading is not sure, a word counts.
struct PostedEffects {
  /// A place where something would happen.
  struct Effect: Equatable {
    var rule: GitHubRule

    /// The byte that something is to be put before; of a dollar sign, itself.
    var offset: Int
  }

  /// What stands for code and pictures among the words: nothing goes on across it.
  static let barrier: UInt8 = 0xFF

  private let bytes: [UInt8]

  /// Where words begin that are set otherwise than those before them, as they follow.
  private let starts: [Int]

  init(_ bytes: [UInt8], starts: [Int] = [0]) {
    self.bytes = bytes
    self.starts = starts
  }

  /// The places, as they follow.
  var found: [Effect] {
    var effects: [Effect] = []
    let dollars = bytes.indices.filter { bytes[$0] == UInt8(ascii: "$") }
    let isMath = dollars.count > 1
    for (place, start) in starts.enumerated() {
      let run = bytes[start..<(place + 1 < starts.count ? starts[place + 1] : bytes.count)]
      for index in run.indices {
        switch run[index] {
        case UInt8(ascii: "@") where Self.isMention(index, in: run):
          effects.append(Effect(rule: .mention, offset: index + 1))
        case UInt8(ascii: ":") where Self.isEmoji(index, in: run):
          effects.append(Effect(rule: .emoji, offset: index + 1))
        case UInt8(ascii: "$") where isMath: effects.append(Effect(rule: .math, offset: index))
        case let byte where "cCfFiIrR".utf8.contains(byte):
          if closes(index, in: run) { effects.append(Effect(rule: .closingKeyword, offset: index + 2)) }
        default: break
        }
      }
    }
    return effects
  }

  // MARK: Names

  private static func isMention(_ index: Int, in run: ArraySlice<UInt8>) -> Bool {
    begins(index, in: run) && index + 1 < run.endIndex && isWord(run[index + 1])
  }

  /// Whether a name in lower case stands between this colon and the next; most times of the day do not.
  private static func isEmoji(_ index: Int, in run: ArraySlice<UInt8>) -> Bool {
    let name = run[(index + 1)...].prefix {
      (0x61...0x7A).contains($0) || (0x30...0x39).contains($0) || "_+-".utf8.contains($0)
    }
    guard name.endIndex < run.endIndex, run[name.endIndex] == UInt8(ascii: ":") else { return false }
    return name.contains { (0x61...0x7A).contains($0) }
      || ["100", "1234", "+1", "-1"].contains { name.elementsEqual($0.utf8) }
  }

  // MARK: Closing

  private static let keywords = [
    "closed", "closes", "closing", "close", "fixed", "fixes", "fixing", "fix", "resolved", "resolves",
    "resolving", "resolve", "implemented", "implements", "implementing", "implement",
  ].map { Array($0.utf8) }

  /// Whether a keyword begins here that something follows which it could close.
  private func closes(_ index: Int, in run: ArraySlice<UInt8>) -> Bool {
    guard Self.begins(index, in: run) else { return false }
    let keyword = Self.keywords.first { word in
      run[index...].prefix(word.count).map(ASCII.lowercased).elementsEqual(word)
        && (index + word.count == bytes.count || !Self.isWord(bytes[index + word.count]))
    }
    guard let keyword else { return false }
    var next = index + keyword.count
    next = skip(from: next) { ASCII.isSpace($0) }
    if next < bytes.count, bytes[next] == UInt8(ascii: ":") { next += 1 }
    let reference = skip(from: next) { ASCII.isSpace($0) }
    guard reference > index + keyword.count else { return false }
    return isReference(reference)
  }

  /// Whether an issue is named here: `#1`, `a/b#1`, `GH-1`, `RILL-1`, an address; “issue” may stand before it.
  private func isReference(_ start: Int) -> Bool {
    var start = start
    for word in ["issues", "issue"] where bytes[start...].starts(with: word.utf8) {
      let next = skip(from: start + word.utf8.count) { ASCII.isSpace($0) }
      if next > start + word.utf8.count { start = next }
    }
    let rest = bytes[start...]
    if ["http://", "https://"].contains(where: { rest.starts(with: $0.utf8) }) { return true }
    let path = skip(from: start) { Self.isWord($0) || "-./".utf8.contains($0) }
    if hasDigit(at: path + 1), bytes[path] == UInt8(ascii: "#") { return true }
    let project = skip(from: start) { Self.isWord($0) }
    guard hasDigit(at: project + 1), bytes[project] == UInt8(ascii: "-") else { return false }
    let name = bytes[start..<project]
    return name.map(ASCII.lowercased).elementsEqual("gh".utf8)
      || name.first.map { (0x41...0x5A).contains($0) } == true
        && name.allSatisfy { !(0x61...0x7A).contains($0) }
  }

  private func hasDigit(at index: Int) -> Bool {
    index < bytes.count && (0x30...0x39).contains(bytes[index])
  }

  private func skip(from start: Int, while condition: (UInt8) -> Bool) -> Int {
    var index = start
    while index < bytes.count, condition(bytes[index]) { index += 1 }
    return index
  }

  // MARK: Words

  /// Whether nothing of a word stands before a byte.
  private static func begins(_ index: Int, in run: ArraySlice<UInt8>) -> Bool {
    index == run.startIndex || !isWord(run[index - 1])
  }

  private static func isWord(_ byte: UInt8) -> Bool {
    (0x30...0x39).contains(byte) || (0x61...0x7A).contains(ASCII.lowercased(byte))
      || byte == UInt8(ascii: "_")
  }
}
