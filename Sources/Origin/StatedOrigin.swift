/// A commit that a fix's message names as what it mends.
struct StatedOrigin: Equatable {
  /// How it is named.
  enum Kind: String, Codable, Sendable {
    /// "Fixes: 2f4c399 (…)", as a line of its own.
    case trailer
    /// "This reverts commit 2f4c399."
    case revert
    /// "broken since 2f4c399", "a regression from 2f4c399".
    case sentence
  }

  /// The digits, as they stand there.
  let name: String

  /// How it is named.
  let kind: Kind

  /// The line that names it.
  let line: String

  /// All that a message names, in order, each commit once.
  static func all(in lines: [String]) -> [StatedOrigin] {
    var found: [StatedOrigin] = []
    // A sentence goes on over the end of a line, and ends at a full stop or an empty line.
    var sentence: [String] = []
    for (number, line) in lines.enumerated() {
      if line.allSatisfy(\.isWhitespace) { sentence = [] }
      for (place, word) in line.split(whereSeparator: \.isWhitespace).enumerated() {
        let bare = Self.bare(word)
        if isCommitName(bare) {
          let after = line.split(whereSeparator: \.isWhitespace).dropFirst(place + 1)
          let following =
            Array(after.map(Self.bare))
            + (number + 1 < lines.count
              ? lines[number + 1].split(whereSeparator: \.isWhitespace).prefix(3).map(Self.bare) : [])
          if let kind = kind(line, before: sentence, after: following),
            !found.contains(where: { $0.name == bare })
          {
            found.append(StatedOrigin(name: bare, kind: kind, line: line))
          }
        }
        sentence = word.hasSuffix(".") && !isCommitName(bare) ? [] : sentence + [bare]
      }
    }
    return found
  }

  /// How the words around a commit's name say that it is to blame; nil where they do not.
  private static func kind(_ line: String, before: [String], after: [String]) -> Kind? {
    if line.lowercased().hasPrefix("fixes:") { return .trailer }
    let near = before.suffix(9)
    if near.suffix(3) == ["this", "reverts", "commit"] { return .revert }
    if !near.isDisjoint(with: borrowings) { return nil }
    if !near.isDisjoint(with: blames) { return .sentence }
    if near.suffix(3).contains("since") { return .sentence }
    return after.first.map(verbs.contains) == true || after.prefix(3).contains(where: { $0 == "broke" })
      ? .sentence : nil
  }

  /// Words before a commit's name that blame it.
  private static let blames: Set<String> = [
    "introduced", "caused", "broken", "broke", "regression", "regressed", "regresses", "oversight",
    "bisected",
    "introduces", "fallout",
  ]

  /// Words by which a commit is named for another reason.
  private static let borrowings: Set<String> = [
    "cherry", "cherry-picked", "picked", "backport", "backported", "upstream",
  ]

  /// Words right behind a commit's name that blame it.
  private static let verbs: Set<String> = [
    "broke", "introduced", "caused", "regressed", "accidentally", "mistakenly",
  ]

  private static func bare(_ word: Substring) -> String {
    String(word.drop { !isWordPart($0) }.reversed().drop { !isWordPart($0) }.reversed()).lowercased()
  }

  private static func isWordPart(_ character: Character) -> Bool { character.isLetter || character.isNumber }

  private static func isCommitName(_ word: String) -> Bool {
    (7...64).contains(word.utf8.count) && word.allSatisfy { $0.isASCII && $0.isHexDigit }
      && word.contains(where: \.isNumber)
  }
}

extension Collection where Element == String {
  fileprivate func isDisjoint(with words: Set<String>) -> Bool { !contains(where: words.contains) }
}
