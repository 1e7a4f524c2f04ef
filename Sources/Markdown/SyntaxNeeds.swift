/// Which of GitHub's extensions a text may have a use for.
///
/// For footnotes and bare links the library goes through the whole tree once more, for tables it looks at each line of
/// each paragraph, whether there are any or not. Where a text has none of the signs they are made of, it need not.
struct SyntaxNeeds: Equatable {
  /// Whether a footnote may be called.
  var footnotes = true

  /// Whether the second line of a table may stand somewhere.
  var tables = true

  /// Whether an address may stand without brackets.
  var bareLinks = true

  /// Whether anything may be struck through.
  var strikethrough = true

  /// Whether an item may have a box.
  var tasks = true

  /// The needs of a text of which nothing is known.
  static let all = SyntaxNeeds()

  private init() {}

  /// Looks for the signs.
  init(of source: [UInt8]) {
    self = source.withUnsafeBytes { Self.all.within($0) }
  }

  /// Which of them some parts of the text may have a use for.
  func within(_ parts: [Range<Int>], of source: [UInt8]) -> SyntaxNeeds {
    var needs = self
    source.withUnsafeBytes { bytes in
      let found = parts.map { within(UnsafeRawBufferPointer(rebasing: bytes[$0])) }
      needs.footnotes = found.contains(where: \.footnotes)
      needs.strikethrough = found.contains(where: \.strikethrough)
      needs.bareLinks = found.contains(where: \.bareLinks)
      needs.tasks = found.contains(where: \.tasks)
      needs.tables = found.contains(where: \.tables)
    }
    return needs
  }

  private func within(_ bytes: UnsafeRawBufferPointer) -> SyntaxNeeds {
    var needs = self
    needs.footnotes = footnotes && bytes.has(Byte.caret) { $0 > 0 && bytes[$0 - 1] == Byte.leftBracket }
    needs.strikethrough = strikethrough && bytes.has(Byte.tilde) { _ in true }
    needs.bareLinks = bareLinks && bytes.mayHoldAddress
    needs.tasks = tasks && bytes.has(Byte.leftBracket) { bytes.isBox(at: $0) }
    needs.tables = tables && bytes.has(Byte.hyphen) { bytes.endsDelimiterRow(behind: $0) }
    return needs
  }
}

extension UnsafeRawBufferPointer {
  /// Whether such a byte stands at a place of which that holds.
  fileprivate func has(_ byte: UInt8, where holds: (Int) -> Bool) -> Bool {
    var next = 0
    while let place = firstIndex(of: byte, from: next) {
      if holds(place) { return true }
      next = place + 1
    }
    return false
  }

  /// Whether an address may stand somewhere; the sign of one of mail may be written as an entity.
  fileprivate var mayHoldAddress: Bool {
    has(Byte.at) { _ in true } || has(Byte.ampersand) { _ in true }
      || has(Byte.colon) { hasSlashes(at: $0 + 1) }
      || has(Byte.period) { $0 >= 3 && self[$0 - 1] == 0x77 && self[$0 - 2] == 0x77 }
  }

  fileprivate func hasSlashes(at place: Int) -> Bool {
    place + 1 < count && self[place] == Byte.slash && self[place + 1] == Byte.slash
  }

  /// Whether there is a box where a bracket opens.
  fileprivate func isBox(at place: Int) -> Bool {
    guard place + 2 < count, self[place + 2] == Byte.rightBracket else { return false }
    let state = self[place + 1] | 0x20
    return state == 0x20 || state == UInt8(ascii: "x")
  }

  /// Whether behind a hyphen there is only what may still belong to the delimiter row of a table.
  fileprivate func endsDelimiterRow(behind place: Int) -> Bool {
    var index = place + 1
    while index < count, !Byte.isLineEnd(self[index]) {
      guard self[index] == Byte.bar || self[index] == Byte.colon || Byte.isBlank(self[index]) else {
        return false
      }
      index += 1
    }
    return true
  }
}
