/// What somebody looks for: the words of a question, each as the index knows it.
struct Query {
  /// A word, or what stands without a blank in it: `streamCount`, `src/scheduler.c`, `RILL-142`.
  struct Item {
    /// As it was asked for.
    var text: String

    /// The parts that must follow each other.
    var terms: [String]

    /// The whole, where it is one name of several parts.
    var name: String?

    /// As FTS5 takes it: strings alone, so that nothing in a question is syntax.
    ///
    /// Source: https://www.sqlite.org/fts5.html, 3.1. Terms hold letters, digits and underscores, and no quotation marks.
    var match: String {
      let phrase = "\"\(terms.joined(separator: " "))\""
      return name.map { "names : \"\($0)\" OR \(phrase)" } ?? phrase
    }
  }

  /// What is looked for, each once, in its order.
  private(set) var items: [Item] = []

  /// More words than that are no question; the rest is not looked at.
  static let mostItems = 48

  /// The words of a question; those that stand in any sentence are left out, unless there are no others.
  init(_ question: String) {
    let bytes = Array(question.utf8)
    var seen: Set<String> = []
    var all: [Item] = []
    for part in bytes.split(whereSeparator: { $0 <= 0x20 }) {
      let words = Words.split(part)
      guard let first = words.first else { continue }
      let item = Item(
        text: String(decoding: part, as: UTF8.self), terms: words.flatMap(\.terms),
        name: words.count == 1 ? first.name : nil)
      guard seen.insert(item.match).inserted else { continue }
      all.append(item)
      if all.count == 8 * Self.mostItems { break }
    }
    let telling = all.filter { $0.terms.count > 1 || !CommonWords.all.contains($0.terms[0]) }
    items = Array((telling.isEmpty ? all : telling).prefix(Self.mostItems))
  }

  /// Where the item begins among some words, and where it ends; nil where they do not have it.
  static func range(of item: Item, in words: [Word]) -> Range<Int>? {
    for (place, word) in words.enumerated() {
      if let name = item.name, word.name == name { return word.range }
      guard word.terms.contains(item.terms[0]) else { continue }
      // The parts follow each other over several words: `src/scheduler.c`.
      let following = words[place...].prefix(item.terms.count)
      let terms = following.flatMap(\.terms)
      guard let start = terms.indices.first(where: { terms[$0...].starts(with: item.terms) }),
        start < word.terms.count
      else { continue }
      var count = start + item.terms.count
      var end = word.range.upperBound
      for next in following where count > 0 {
        count -= next.terms.count
        end = next.range.upperBound
      }
      return word.range.lowerBound..<end
    }
    return nil
  }
}

/// Words that stand in any question and any record, as their stems.
enum CommonWords {
  static let all: Set<String> = Set(
    """
    a an and any are as at be been but by can could did do does doe for from had has have how i if in into is it its me my \
    no not of on or our should so than that the their them then there these they thi this to too was wa we were what when \
    where which while who why will with would you your
    """.split(separator: " ").map { String($0) })
}
