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
    let sentences = MessageSentence.all(in: lines)
    for (number, sentence) in sentences.enumerated() {
      // Of the subject, too, "this" may be said: there are often many words between.
      let followsHarm = number > 0 && (sentences[number - 1].speaksOfHarm || sentences[0].speaksOfHarm)
      for (place, word) in sentence.words.enumerated() where isCommitName(word.text) {
        guard let kind = kind(in: sentence, at: place, followsHarm),
          !found.contains(where: { $0.name == word.text })
        else {
          continue
        }
        found.append(StatedOrigin(name: word.text, kind: kind, line: lines[word.line]))
      }
    }
    return found
  }

  /// How the words around a commit's name say that it is to blame; nil where they do not.
  private static func kind(
    in sentence: MessageSentence, at place: Int, _ followsHarm: Bool
  ) -> Kind? {
    let before = sentence.words.prefix(place)
    if let first = before.first, first.text == "fixes", first.hasColon,
      before.dropFirst().allSatisfy({ isCommitName($0.text) || trailerWords.contains($0.text) })
    {
      return .trailer
    }
    if before.suffix(3).map(\.text) == ["this", "reverts", "commit"] { return .revert }
    return sentence.blames(place, followsHarm: followsHarm) ? .sentence : nil
  }

  /// What may stand before a commit's name in a trailer.
  private static let trailerWords: Set<String> = ["commit", "commits", "and"]

  static func isCommitName(_ word: String) -> Bool {
    (7...64).contains(word.utf8.count) && word.allSatisfy { $0.isASCII && $0.isHexDigit }
      && word.contains(where: \.isNumber)
  }
}
