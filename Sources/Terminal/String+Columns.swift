extension String {
  /// The number of terminal columns the text fills: two for wide characters, none for combining marks.
  public var terminalColumns: Int {
    self[...].plainColumns ?? reduce(0) { $0 + $1.terminalColumns }
  }

  /// The text cut to a number of columns, the last of them "…" where something was left out.
  public func truncated(toColumns limit: Int) -> String {
    guard terminalColumns > limit else { return self }
    guard limit > 0 else { return "" }
    var result = ""
    var used = 0
    for character in self {
      let width = character.terminalColumns
      if used + width > limit - 1 { break }
      result.append(character)
      used += width
    }
    return result + "…"
  }

  /// The text with spaces in place of its tabs, up to the next multiple of `width` columns.
  public func expandingTabs(every width: Int) -> String {
    guard utf8.contains(0x09) else { return self }
    var result = ""
    var used = 0
    for piece in split(separator: "\t", omittingEmptySubsequences: false) {
      if piece.startIndex > startIndex {
        let spaces = width - used % width
        result += String(repeating: " ", count: spaces)
        used += spaces
      }
      result += piece
      used += String(piece).terminalColumns
    }
    return result
  }
}

extension Character {
  fileprivate var terminalColumns: Int {
    guard let first = unicodeScalars.first else { return 0 }
    // A variation selector asks for the picture form, and terminals draw pictures two columns wide.
    if unicodeScalars.contains("\u{FE0F}") { return 2 }
    return unicodeScalars.reduce(first.terminalColumns) { max($0, $1.terminalColumns) }
  }
}

extension Substring {
  /// The columns of a text in which each scalar is plain; nil for any other.
  var plainColumns: Int? {
    if utf8.allSatisfy({ (0x20..<0x7F).contains($0) }) { return utf8.count }
    var count = 0
    for scalar in unicodeScalars {
      guard scalar.isPlain else { return nil }
      count += 1
    }
    return count
  }
}

extension Unicode.Scalar {
  /// Whether it is a letter of Latin script or a common mark: one column wide, printed as it is, combined with nothing.
  ///
  /// So much is told without the tables of Unicode, which takes most of the time of printing.
  var isPlain: Bool {
    switch value {
    case 0x20..<0x7F, 0xA1..<0xAD, 0xAE..<0x300, 0x2010...0x2027, 0x2030...0x205E: true
    default: false
    }
  }
}

extension Unicode.Scalar {
  fileprivate var terminalColumns: Int {
    switch properties.generalCategory {
    case .control, .nonspacingMark, .enclosingMark, .format, .lineSeparator, .paragraphSeparator: return 0
    default: break
    }
    return properties.isEmojiPresentation || isWide ? 2 : 1
  }

  private var isWide: Bool {
    Self.wideRanges.contains { $0.contains(value) }
  }

  /// The blocks that Unicode's East Asian Width calls wide or full width, block by block.
  private static let wideRanges: [ClosedRange<UInt32>] = [
    0x1100...0x115F, 0x2E80...0x303E, 0x3041...0x33FF, 0x3400...0x4DBF, 0x4E00...0x9FFF, 0xA000...0xA4CF,
    0xA960...0xA97F, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE30...0xFE6F, 0xFF00...0xFF60, 0xFFE0...0xFFE6,
    0x17000...0x18CFF, 0x1B000...0x1B2FF, 0x1F200...0x1F2FF, 0x20000...0x3FFFD,
  ]
}
