/// The words of a commit's subject, without the names of commits and what is quoted.
struct SubjectWords {
  /// The words, in small letters.
  let all: Set<String>

  init(_ subject: String) {
    var words: Set<String> = []
    Identifiers.each(in: Self.withoutQuotes(Array(subject.utf8))[...]) { word in
      let text = String(decoding: word, as: UTF8.self).lowercased()
      if !Self.isCommitName(word), !Self.common.contains(text) { words.insert(text) }
    }
    all = words
  }

  /// Whether they say that something is repaired.
  var saysRepair: Bool { !all.isDisjoint(with: Self.repairs) }

  /// Whether they say that the change is one of looks or names.
  var saysCosmetic: Bool { !all.isDisjoint(with: Self.cosmetics) }

  private static let repairs: Set<String> = [
    "fix", "fixes", "fixed", "fixing", "bug", "bugfix", "hotfix", "regression", "revert", "crash", "leak",
    "repair",
  ]

  private static let cosmetics: Set<String> = [
    "rename", "renamed", "format", "formatting", "whitespace", "indent", "indentation", "style", "typo",
    "typos",
    "cleanup", "copyright", "lint", "rubocop", "comment", "comments", "reformat", "spelling", "gofmt",
    "eslint",
  ]

  private static let common: Set<String> = [
    "the", "and", "for", "with", "from", "into", "that", "this", "not", "when", "use", "add",
    "remove", "make", "merge", "update", "don",
  ]

  private static func isCommitName(_ word: ArraySlice<UInt8>) -> Bool {
    word.count >= 7
      && word.allSatisfy {
        (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0)
          || (UInt8(ascii: "a")...UInt8(ascii: "f")).contains($0)
      }
  }

  /// The text without what stands between double quotes: most often the subject of another commit.
  private static func withoutQuotes(_ text: [UInt8]) -> [UInt8] {
    var isQuoted = false
    return text.filter { byte in
      if byte == UInt8(ascii: "\"") { isQuoted.toggle() }
      return !isQuoted
    }
  }
}
