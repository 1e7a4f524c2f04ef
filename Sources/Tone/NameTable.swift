/// Which words name persons: given names that are commonly known, and those a reader was told of.
struct NameTable: Sendable {
  private let given: Range<WordTable.Number>
  private let abbreviations: Range<WordTable.Number>

  /// Names as they are written.
  private var told = WordTable(capacity: 0)

  /// Numbers of given names and of abbreviations in the table of words.
  init(given: Range<WordTable.Number>, abbreviations: Range<WordTable.Number>, told names: [String]) {
    self.given = given
    self.abbreviations = abbreviations
    let words = Set(names.flatMap(Self.words(of:))).sorted()
    told = WordTable(capacity: words.count)
    for word in words { _ = told.insert(Array(word.utf8)[...]) }
  }

  /// Whether a word, as it is written, is one of the names a reader was told of.
  func isName(_ word: ArraySlice<UInt8>) -> Bool {
    told.count > 1 && told.number(of: word) != 0
  }

  func isGiven(_ word: WordTable.Number) -> Bool { given.contains(word) }

  func isAbbreviation(_ word: WordTable.Number) -> Bool { abbreviations.contains(word) }

  /// The words that name a person or a team by themselves.
  ///
  /// Of "Dana Levi" each word does; of "platform team" none, for "team" is known. Names of services are no persons.
  private static func words(of name: String) -> [String] {
    let words = name.split {
      !($0.isLetter || $0.isNumber || $0 == "-" || $0 == "_" || $0 == "." || $0 == "'")
    }.map(String.init)
    guard let first = words.first, !words.contains(where: { services.contains($0.lowercased()) }) else {
      return []
    }
    if words.count == 1 { return first.utf8.count > 1 ? [first] : [] }
    guard !words.contains(where: { ["team", "group", "squad", "guild"].contains($0.lowercased()) }) else {
      return []
    }
    return words.filter { $0.utf8.count > 2 && $0.first?.isUppercase == true && !$0.hasSuffix(".") }
  }

  /// What appears as an author in histories and is no person.
  private static let services: Set<String> = [
    "actions", "admin", "bot", "build", "ci", "copilot", "dependabot", "github", "gitlab", "jenkins",
    "renovate", "root",
    "travis", "web-flow",
  ]
}
