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
    source.withUnsafeBytes { bytes in
      footnotes = bytes.has(Byte.caret) { $0 > 0 && bytes[$0 - 1] == Byte.leftBracket }
      strikethrough = bytes.has(Byte.tilde) { _ in true }
      // The sign of an address of mail may be written as an entity.
      bareLinks =
        bytes.has(Byte.at) { _ in true } || bytes.has(Byte.ampersand) { _ in true }
        || bytes.has(Byte.colon) { bytes.hasSlashes(at: $0 + 1) }
        || bytes.has(Byte.period) { $0 >= 3 && bytes[$0 - 1] == 0x77 && bytes[$0 - 2] == 0x77 }
      tasks = bytes.has(Byte.leftBracket) { bytes.isBox(at: $0) }
      tables = bytes.has(Byte.hyphen) { bytes.endsDelimiterRow(behind: $0) }
    }
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
