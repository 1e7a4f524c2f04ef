import Spelling

extension SectionKind {
  /// The section a heading written by hand means, or nil for any other heading.
  ///
  /// Case, an article or numbers before it, a colon behind it, and what stands in parentheses at its end do not matter; neither does
  /// a slip of the pen: `3. Root-Cause:` and `Sympton` are known. Two kinds as near as each other are none.
  public init?(heading: String) {
    // Nearly all headings are as a draft writes them.
    if let exact = Self.headings.first(where: { $0.heading == heading }) {
      self = exact.kind
      return
    }
    let words = Self.plainWords(of: heading)
    guard !words.isEmpty, words.count <= 40 else { return nil }
    if let exact = Self.canonicalWords.first(where: { $0.words == words }) {
      self = exact.kind
      return
    }
    var best: (kind: SectionKind, distance: Int)?
    var isTied = false
    for (kind, canonical) in Self.canonicalWords {
      let tolerance = Self.tolerance(of: canonical)
      // Most headings are of no known kind: their lengths tell it before each letter is compared.
      guard words.first == canonical.first, abs(words.count - canonical.count) <= tolerance,
        let distance = Spelling.distance(words, canonical, atMost: tolerance)
      else { continue }
      let nearest = best?.distance ?? .max
      if distance <= nearest { isTied = distance == nearest }
      if distance < nearest { best = (kind, distance) }
    }
    guard let best, !isTied else { return nil }
    self = best.kind
  }

  private static let headings = allCases.map { (kind: $0, heading: $0.heading) }

  /// The headings as they are compared.
  private static let canonicalWords = allCases.map { (kind: $0, words: plainWords(of: $0.heading)) }

  /// How many slips leave a heading of that length recognisable; a word as short as "Fix" allows none.
  private static func tolerance(of canonical: [UInt8]) -> Int {
    switch canonical.count {
    case ..<6: 0
    case ..<10: 1
    default: 2
    }
  }

  /// The heading in small letters, each gap one space, without what surrounds its words.
  private static func plainWords(of heading: String) -> [UInt8] {
    var words: [UInt8] = []
    for byte in withoutRemark(heading.utf8) {
      switch byte {
      case 0x41...0x5A: words.append(byte | 0x20)
      case 0x61...0x7A: words.append(byte)
      case UInt8(ascii: "'"): continue
      default:
        // Numbers, signs and pictures before the first word fall away, and any gap counts once.
        if let last = words.last, last != 0x20 { words.append(0x20) }
      }
    }
    if words.last == 0x20 { words.removeLast() }
    return words.starts(with: "the ".utf8) ? Array(words.dropFirst("the ".utf8.count)) : words
  }

  private static func withoutRemark(_ heading: String.UTF8View) -> Substring.UTF8View {
    let end = heading.lastIndex { $0 != 0x20 && $0 != 0x09 && $0 != UInt8(ascii: ":") }
    guard let end, heading[end] == UInt8(ascii: ")"),
      let open = heading[..<end].lastIndex(of: UInt8(ascii: "("))
    else { return heading[...] }
    return heading[..<open]
  }
}
