import Spelling

/// Names of persons that are known, in prose: as they are, and where a slip of the pen makes another of one.
///
/// No other word is taken for a name, be it written with a capital.
struct PersonClaims: Sendable {
  /// The names by how many words they have: one word alone can be anything.
  private let names: [Int: [String]]

  init(_ names: Set<String>) {
    let whole = names.filter { $0.utf8.count >= 5 }.sorted()
    self.names = Dictionary(grouping: whole) { $0.split(separator: " ").count }.filter { $0.key > 1 }
  }

  /// The names in a text, in its order, as they are written there.
  func found(in text: [UInt8]) -> [String] {
    guard !names.isEmpty else { return [] }
    let words = Self.words(of: text)
    var found: [String] = []
    var place = 0
    while place < words.count {
      let match = names.keys.sorted(by: >).lazy.compactMap { count in
        self.name(of: words[place...].prefix(count), count: count, in: text)
      }.first
      if let match { found.append(match.text) }
      place += match?.count ?? 1
    }
    return found
  }

  /// The known name that some words are, or are nearly.
  func nearest(to text: String) -> String? {
    let words = text.split(separator: " ")
    return names[words.count]?.first { Self.isSlip(text, of: $0) }
  }

  /// Whether it is one of the names.
  func contains(_ text: String) -> Bool { names.values.contains { $0.contains(text) } }

  private func name(
    of words: ArraySlice<Range<Int>>, count: Int, in text: [UInt8]
  ) -> (text: String, count: Int)? {
    guard words.count == count, let first = words.first, let last = words.last else { return nil }
    let whole = String(decoding: text[first.lowerBound..<last.upperBound], as: UTF8.self)
    guard names[count]?.contains(where: { $0 == whole || Self.isSlip(whole, of: $0) }) == true else {
      return nil
    }
    return (whole, count)
  }

  /// One letter is another, lacks or is too many, two in a long name; one word at least is as it should be.
  private static func isSlip(_ text: String, of name: String) -> Bool {
    let typed = text.split(separator: " ")
    let known = name.split(separator: " ")
    guard text != name, typed.count == known.count, name.utf8.count >= 8,
      typed.allSatisfy({ $0.first?.isUppercase == true })
    else { return false }
    let differing = zip(typed, known).filter { $0 != $1 }
    // What is short, or only an initial, is another name.
    guard differing.count < known.count, differing.allSatisfy({ $0.count >= 4 && $1.count >= 4 }) else {
      return false
    }
    let bound = name.utf8.count < 12 ? 1 : 2
    return Spelling.distance(Array(text.utf8), Array(name.utf8), atMost: bound) != nil
  }

  /// Where words stand, without the marks around them.
  private static func words(of text: [UInt8]) -> [Range<Int>] {
    let marks = ".,;:!?()[]\"'*".utf8
    let isCurly = { (place: Int) in
      // U+2018…U+201F: quotation marks.
      place + 2 < text.count && text[place] == 0xE2 && text[place + 1] == 0x80
        && (0x98...0x9F).contains(text[place + 2])
    }
    var words: [Range<Int>] = []
    var place = 0
    while place < text.count {
      let end = text[place...].firstIndex(of: 0x20) ?? text.count
      var (start, stop) = (place, end)
      while start < stop, marks.contains(text[start]) || isCurly(start) {
        start += isCurly(start) ? 3 : 1
      }
      stop = max(start, stop)
      // `Hart's`, `Hart’s`, `Hart).`
      let tail = text[start..<stop].firstIndex { byte in
        marks.contains(byte) && byte != UInt8(ascii: ".")
      }
      if let tail { stop = tail }
      while stop > start, text[stop - 1] == UInt8(ascii: ".") { stop -= 1 }
      if let curly = (start..<stop).first(where: isCurly) { stop = curly }
      words.append(start..<stop)
      place = end + 1
    }
    return words
  }
}
