/// Bytes of a source made fit for a text of ADF, which holds no control characters.
enum Printable {
  /// The text; whether any character had to be replaced.
  static func text(_ bytes: some Sequence<UInt8>, isProse: Bool = false) -> (text: String, isChanged: Bool) {
    var output: [UInt8] = []
    let isChanged = append(ArraySlice(bytes), to: &output, isProse: isProse)
    return (String(decoding: output, as: UTF8.self), isChanged)
  }

  /// Code in which each control character is replaced; nil where there is none.
  static func replaced(_ bytes: ArraySlice<UInt8>) -> [UInt8]? {
    guard hasControls(bytes, isProse: false) else { return nil }
    var output: [UInt8] = []
    return append(bytes, to: &output, isProse: false) ? output : nil
  }

  /// Gives prose to `sink`, each control character replaced; ends of lines are blanks.
  ///
  /// - Returns: whether any was replaced.
  static func add(_ prose: Span<UInt8>, to sink: inout some ADFSink) -> Bool {
    // Without a way out of the loop it takes many bytes at a time.
    var least = UInt8.max
    for place in prose.indices { least = min(least, prose[place]) }
    guard least < 0x20 else {
      sink.add(prose)
      return false
    }
    var output: [UInt8] = []
    let isChanged = append(ArraySlice(prose.indices.map { prose[$0] }), to: &output, isProse: true)
    sink.add(output.span)
    return isChanged
  }

  /// Whether there is any byte that cannot stay as it is.
  private static func hasControls(_ bytes: ArraySlice<UInt8>, isProse: Bool) -> Bool {
    // Without a way out of these loops they take many bytes at a time.
    let least =
      isProse
      ? bytes.reduce(UInt8.max, min)
      : bytes.reduce(UInt8.max) { min($0, $1 == 0x0A || $1 == 0x0D || $1 == 0x09 ? 0x20 : $1) }
    return least < 0x20
  }

  /// Appends bytes, each control character replaced; in prose, ends of lines are blanks.
  ///
  /// - Returns: whether any was replaced.
  static func append(_ bytes: ArraySlice<UInt8>, to output: inout [UInt8], isProse: Bool) -> Bool {
    guard hasControls(bytes, isProse: isProse) else {
      output.append(contentsOf: bytes)
      return false
    }
    var isChanged = false
    for byte in bytes {
      switch byte {
      case 0x0A, 0x0D: output.append(isProse ? 0x20 : byte)
      case 0x09, 0x20...: output.append(byte)
      default:
        output.append(contentsOf: "\u{FFFD}".utf8)
        isChanged = true
      }
    }
    return isChanged
  }
}

/// The characters that Markdown looks at.
enum ASCII {
  /// Whether it is white space.
  static func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || (0x09...0x0D).contains(byte) }

  /// A letter in lower case, all else as it is.
  static func lowercased(_ byte: UInt8) -> UInt8 { (0x41...0x5A).contains(byte) ? byte | 0x20 : byte }
}
