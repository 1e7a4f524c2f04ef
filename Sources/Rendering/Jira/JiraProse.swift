/// Writes the prose of one block on one line of wiki markup.
struct JiraProse {
  private(set) var output: [UInt8] = []

  private let place: JiraEscaping.Place

  /// Whether the words begin a line, where more is markup.
  private let beginsLine: Bool

  /// Where the last link ends.
  private var endOfLink: Int?

  init(in place: JiraEscaping.Place = .prose, beginsLine: Bool = true) {
    self.place = place
    self.beginsLine = beginsLine
  }

  /// Appends prose to what there is.
  mutating func write(_ inlines: [ADFInline]) {
    var index = 0
    while index < inlines.count {
      let end = endOfLink(at: index, in: inlines)
      if let link = inlines[index].link, JiraNotation.follows(link.href) {
        write(inlines, index..<end, leadingTo: link.href)
      } else {
        for place in index..<end { write(inlines, at: place, in: self.place) }
        if let link = inlines[index].link { writeAddress(link.href, behind: inlines[index..<end]) }
      }
      index = end
    }
  }

  /// Behind the words that lead to where those at `index` lead; of others, behind these.
  private func endOfLink(at index: Int, in inlines: [ADFInline]) -> Int {
    guard let link = inlines[index].link else { return index + 1 }
    return inlines[index...].firstIndex { $0.link != link } ?? inlines.count
  }

  private mutating func write(_ inlines: [ADFInline], at index: Int, in place: JiraEscaping.Place) {
    switch inlines[index] {
    case .text(let text, let marks) where marks.styles.contains(.code):
      write(code: text, isHeld: JiraCodeSpan.isHeld(inlines, at: index), in: place)
    case .text(let text, let marks):
      write(text, marks.styles, in: place, before: first(of: index + 1, in: inlines))
    case .hardBreak: put(output.last == 0x20 ? "\\\\ " : " \\\\ ")
    case .status(let text, let color):
      put("{color:\(color.ink)}*")
      escape(text, in: place, styles: .strong)
      put("*{color}")
    }
  }

  // MARK: Links

  /// A link: `[words|address]`, or the address alone where it is its own words.
  private mutating func write(_ inlines: [ADFInline], _ range: Range<Int>, leadingTo address: String) {
    let written = JiraNotation.written(address)
    // Jira takes a bracket that nothing parts from the address of the link before for a part of that address.
    if let endOfLink, output[endOfLink...].allSatisfy(JiraNotation.isAddress) { put(" ") }
    put("[")
    let isPlain = address.utf8.allSatisfy { JiraNotation.isASCIIWord($0) || "/.:#=%,@_-".utf8.contains($0) }
    if isPlain, range.count == 1, case .text(address, let marks) = inlines[range.lowerBound],
      marks.styles.isEmpty
    {
      output += written
    } else {
      for place in range { write(inlines, at: place, in: .link) }
      put("|")
      output += written
    }
    put("]")
    endOfLink = output.count
  }

  /// An address that Jira does not follow: behind its words, but for a place in the same text, or where it is them.
  private mutating func writeAddress(_ address: String, behind words: ArraySlice<ADFInline>) {
    guard address.utf8.first != UInt8(ascii: "#"), words.map(\.text).joined() != address else { return }
    JiraEscaping.append(" (\(address))", to: &output, in: place)
  }

  // MARK: Words

  private mutating func write(code: String, isHeld: Bool, in place: JiraEscaping.Place) {
    let core = Self.core(of: code)
    guard isHeld, !core.isEmpty else { return escape(code, in: place) }
    escape(String(code[..<core.startIndex]), in: place)
    put("{{")
    escape(String(core), in: place, styles: .code)
    put("}}")
    escape(String(code[core.endIndex...]), in: place)
  }

  private static let signs: [(style: ADFMarks.Styles, sign: String)] = [
    (.strong, "*"), (.emphasis, "_"), (.strike, "-"),
  ]

  /// Words between the signs of their styles: in braces where a letter could be too near, blanks outside of them.
  private mutating func write(
    _ text: String, _ styles: ADFMarks.Styles, in place: JiraEscaping.Place, before next: Unicode.Scalar
  ) {
    let core = Self.core(of: text)
    guard !styles.isEmpty, !core.isEmpty else { return escape(text, in: place) }
    escape(String(text[..<core.startIndex]), in: place)
    let isAlone =
      Self.isEdge(last, Self.before) && Self.isEdge(core.endIndex < text.endIndex ? " " : next, Self.behind)
    let signs = Self.signs.filter { styles.contains($0.style) }.map { isAlone ? $0.sign : "{\($0.sign)}" }
    // Behind the sign of strong words, a number sign would go on with the marks of a list.
    let isFirst = isFirst
    put(signs.joined())
    JiraEscaping.append(String(core), to: &output, in: place, beginsLine: isFirst, styles: styles)
    put(signs.reversed().joined())
    escape(String(text[core.endIndex...]), in: place)
  }

  /// The text without the blanks at its edges, which nothing that is set may have.
  static func core(of text: String) -> Substring {
    let scalars = text.unicodeScalars
    guard let start = scalars.firstIndex(where: { !$0.properties.isWhitespace }),
      let last = scalars.lastIndex(where: { !$0.properties.isWhitespace })
    else { return "" }
    return Substring(scalars[start...last])
  }

  /// What may stand right before and right behind signs that need no braces.
  private static let (before, behind) = (#"("'/>,:;–—…"#, #").,:;?!"'/–—…"#)

  private static func isEdge(_ scalar: Unicode.Scalar, _ signs: String) -> Bool {
    scalar == " " || signs.unicodeScalars.contains(scalar)
  }

  /// The last character that is written: a blank where there is none, and where a link begins.
  private var last: Unicode.Scalar {
    let scalar = String(decoding: output.suffix(8), as: UTF8.self).unicodeScalars.last ?? " "
    return scalar == "[" && output.dropLast().last != UInt8(ascii: "\\") ? " " : scalar
  }

  /// The first character that is written of what follows: a sign where it is set, a blank where nothing does.
  private func first(of index: Int, in inlines: [ADFInline]) -> Unicode.Scalar {
    guard index < inlines.count else { return " " }
    let (link, next) = (inlines[index - 1].link, inlines[index].link)
    if link != next {
      if let link, JiraNotation.follows(link.href) { return " " }
      if let next, JiraNotation.follows(next.href) { return "[" }
    }
    switch inlines[index] {
    case .text(let text, let marks):
      let first = text.unicodeScalars.first ?? " "
      return marks.styles.isEmpty || first == " " ? first : "*"
    case .status: return "{"
    case .hardBreak: return " "
    }
  }

  private mutating func escape(_ text: String, in place: JiraEscaping.Place, styles: ADFMarks.Styles = []) {
    JiraEscaping.append(text, to: &output, in: place, beginsLine: isFirst, styles: styles)
  }

  /// Whether what is written next begins a line.
  private var isFirst: Bool { beginsLine && output.allSatisfy(ASCII.isSpace) }

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

extension ADFStatusColor {
  /// The colour of its word, as Atlassian's palette has it.
  fileprivate var ink: String {
    switch self {
    case .neutral: "#42526e"
    case .blue: "#0747a6"
    case .green: "#006644"
    case .yellow: "#974f0c"
    }
  }
}
