extension SourceText {
  /// Refuses what is no text, before libyaml sees it.
  ///
  /// Line breaks that YAML 1.1 knows beside the usual ones are refused, because what is a line then depends
  /// on the program that reads.
  func check() throws(YAMLError) {
    guard bytes.count <= YAMLLimits.bytes else { throw error(.tooLarge(limit: YAMLLimits.bytes), at: 0) }
    var offset = lead
    while offset < bytes.count {
      let byte = bytes[offset]
      if byte < 0x80 {
        try checkControl(byte, at: offset)
        offset += 1
      } else {
        guard let (scalar, length) = decode(at: offset) else { throw error(.invalidUTF8, at: offset) }
        switch scalar {
        case 0x85, 0x2028, 0x2029: throw error(.unusualLineBreak(scalar), at: offset)
        case 0x80..<0xA0, 0xFEFF, 0xFFFE, 0xFFFF: throw error(.controlCharacter(scalar), at: offset)
        default: offset += length
        }
      }
    }
    try checkDirectives()
  }

  /// Refuses lines with `%` above the document: libyaml holds each of them against all others first.
  private func checkDirectives() throws(YAMLError) {
    var line = lead
    while line < bytes.count {
      if bytes[line] == UInt8(ascii: "%") { throw error(.directive, at: line) }
      let first = skippingBlanks(line)
      guard first == lineEnd(first) || bytes[first] == UInt8(ascii: "#") else { return }
      line = nextLine(first) ?? bytes.count
    }
  }

  /// The length of the byte order mark that some editors put at the beginning.
  var lead: Int { bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0 }

  private func checkControl(_ byte: UInt8, at offset: Int) throws(YAMLError) {
    switch byte {
    case .tab, .lineFeed, 0x20...0x7E: return
    case .carriageReturn:
      guard offset + 1 < bytes.count, bytes[offset + 1] == .lineFeed else {
        throw error(.loneCarriageReturn, at: offset)
      }
    default: throw error(.controlCharacter(UInt32(byte)), at: offset)
    }
  }

  /// The character that begins at a byte beyond ASCII; nil if it is none.
  private func decode(at offset: Int) -> (scalar: UInt32, length: Int)? {
    let lead = UInt32(bytes[offset])
    let (length, least): (Int, UInt32)
    switch lead {
    case 0xC2...0xDF: (length, least) = (2, 0x80)
    case 0xE0...0xEF: (length, least) = (3, 0x800)
    case 0xF0...0xF4: (length, least) = (4, 0x10000)
    default: return nil
    }
    guard offset + length <= bytes.count else { return nil }
    var scalar = lead & (0xFF >> UInt32(length + 1))
    for byte in bytes[offset + 1..<offset + length] {
      guard isContinuation(byte) else { return nil }
      scalar = scalar << 6 | UInt32(byte & 0x3F)
    }
    guard scalar >= least, Unicode.Scalar(scalar) != nil else { return nil }
    return (scalar, length)
  }
}
