/// Writes the prose of one block on one line of wiki markup.
struct JiraProse {
  private(set) var output: [UInt8] = []

  /// What stands at the beginning of a line is markup more often.
  private let beginsLine: Bool

  init(beginsLine: Bool = true) {
    self.beginsLine = beginsLine
  }

  /// Appends prose to what there is.
  mutating func write(_ inlines: [ADFInline]) {
    var index = 0
    while index < inlines.count {
      guard let link = inlines[index].link else {
        write(inlines[index], before: Self.first(of: inlines.dropFirst(index + 1).first))
        index += 1
        continue
      }
      let end = inlines[index...].firstIndex { $0.link != link } ?? inlines.count
      write(Array(inlines[index..<end]), leadingTo: link)
      index = end
    }
  }

  private mutating func write(_ inline: ADFInline, before next: Unicode.Scalar) {
    switch inline {
    case .text(let text, let marks): write(text, marks, before: next, isLink: false)
    case .hardBreak: put(output.last == 0x20 ? "\\\\ " : " \\\\ ")
    case .status(let text, _): write(text, ADFMarks(styles: .strong), before: next, isLink: false)
    }
  }

  /// A link: `[words|address]`, or the address alone where it is its own words.
  private mutating func write(_ inlines: [ADFInline], leadingTo link: ADFLink) {
    let address = Self.encoded(link.href)
    if inlines.count == 1, case .text(link.href, let marks) = inlines[0], marks.styles.isEmpty,
      address == link.href, link.href.utf8.allSatisfy({ !"!*_-+^~?\\&();".utf8.contains($0) })
    {
      return put("[\(address)]")
    }
    put("[")
    for (index, inline) in inlines.enumerated() {
      guard case .text(let text, let marks) = inline else { continue }
      let next = index + 1 < inlines.count ? Self.first(of: inlines[index + 1], isLink: true) : " "
      write(text, marks, before: next, isLink: true)
    }
    put("|\(address)]")
  }

  /// An address, what ends or sets it written as RFC 3986 has it.
  private static func encoded(_ address: String) -> String {
    var text = address
    for (character, code) in [
      ("|", "%7C"), ("[", "%5B"), ("]", "%5D"), ("{", "%7B"), ("}", "%7D"), ("^", "%5E"), ("!", "%21"),
    ] { text = text.replacing(character, with: code) }
    return text
  }

  // MARK: Words

  private static let signs: [(style: ADFMarks.Styles, sign: String)] = [
    (.strong, "*"), (.emphasis, "_"), (.strike, "-"),
  ]

  private mutating func write(
    _ text: String, _ marks: ADFMarks, before next: Unicode.Scalar, isLink: Bool
  ) {
    let words = text.drop { $0 == " " }
    let blanks = words.reversed().prefix { $0 == " " }.count
    let core = String(words.dropLast(blanks))
    guard !marks.styles.isEmpty, !core.isEmpty else { return escape(text, isLink: isLink) }
    put(String(repeating: " ", count: text.count - words.count))
    let after = blanks > 0 ? " " : next
    if marks.styles.contains(.code) {
      let isHeld = Self.isCodeHeld(between: last, and: after)
      if isHeld { put("{{") }
      escape(core, isLink: isLink)
      if isHeld { put("}}") }
    } else {
      let signs = Self.signs.filter { marks.styles.contains($0.style) }.map(\.sign)
      let isAlone = Self.isEdge(last, #"("'"#) && Self.isEdge(after, #").,:;?"'"#)
      put(signs.map { isAlone ? $0 : "{\($0)}" }.joined())
      escape(core, isLink: isLink)
      put(signs.reversed().map { isAlone ? $0 : "{\($0)}" }.joined())
    }
    put(String(repeating: " ", count: blanks))
  }

  /// Whether code may be set between two characters: Jira does so at the edges of words only.
  static func isCodeHeld(between before: Unicode.Scalar, and after: Unicode.Scalar) -> Bool {
    !isWord(before) && !isWord(after) && !"{}\\".unicodeScalars.contains(before)
  }

  private static func isWord(_ scalar: Unicode.Scalar) -> Bool {
    scalar.properties.isAlphabetic || scalar.properties.numericType != nil
  }

  private static func isEdge(_ scalar: Unicode.Scalar, _ signs: String) -> Bool {
    scalar == " " || signs.unicodeScalars.contains(scalar)
  }

  /// The last character that is written: a blank where there is none, and where a link begins.
  private var last: Unicode.Scalar {
    let scalar = String(decoding: output.suffix(8), as: UTF8.self).unicodeScalars.last ?? " "
    return scalar == "[" && output.dropLast().last != UInt8(ascii: "\\") ? " " : scalar
  }

  /// The first character that is written of what follows: a sign where it is set, a blank where nothing does.
  private static func first(of inline: ADFInline?, isLink: Bool = false) -> Unicode.Scalar {
    switch inline {
    case .text(let text, let marks)?:
      if marks.link != nil, !isLink { return "[" }
      let first = text.unicodeScalars.first ?? " "
      return marks.styles.isEmpty || first == " " ? first : "*"
    case .status?: return "*"
    case .hardBreak?, nil: return " "
    }
  }

  private mutating func escape(_ text: String, isLink: Bool) {
    JiraEscaping.append(
      text, to: &output, in: isLink ? .link : .prose(beginsLine: beginsLine && output.isEmpty))
  }

  private mutating func put(_ text: String) {
    output.append(contentsOf: text.utf8)
  }
}

extension ADFInline {
  /// Where its words lead.
  fileprivate var link: ADFLink? {
    guard case .text(_, let marks) = self else { return nil }
    return marks.link
  }
}
