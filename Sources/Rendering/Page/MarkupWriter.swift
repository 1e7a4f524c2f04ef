/// Writes tags and text: markup as it is, all else so that it is read as text.
public struct MarkupWriter: Sendable {
  /// What was written.
  public private(set) var output: [UInt8] = []

  /// Whether the format does not take a character.
  let refuses: @Sendable (Unicode.Scalar) -> Bool

  init(refusing refuses: @escaping @Sendable (Unicode.Scalar) -> Bool) {
    self.refuses = refuses
  }

  /// A writer of what XML 1.0 takes.
  public static var xml: MarkupWriter {
    MarkupWriter { scalar in
      switch scalar.value {
      case 0x09, 0x0A, 0x0D: false
      case ..<0x20, 0xFFFE, 0xFFFF: true
      default: false
      }
    }
  }

  /// Whether a text holds a character that the format does not take.
  func refuses(anyIn text: String) -> Bool { text.unicodeScalars.contains(where: refuses) }

  /// Markup of our own.
  public mutating func put(_ markup: String) {
    output.append(contentsOf: markup.utf8)
  }

  /// Takes back what was written from a place on.
  mutating func takeBack(to end: Int) {
    output.removeSubrange(end...)
  }

  /// Text, or the value of an attribute between double quotes.
  ///
  /// - Returns: whether a character was replaced that the format does not take.
  @discardableResult public mutating func text(_ bytes: some Collection<UInt8>) -> Bool {
    if bytes.allSatisfy({ (0x20..<0x7F).contains($0) && !"&<>\"".utf8.contains($0) }) {
      output.append(contentsOf: bytes)
      return false
    }
    return append(bytes) { scalar in
      switch scalar {
      case "&": "&amp;"
      case "<": "&lt;"
      case ">": "&gt;"
      case "\"": "&quot;"
      default: nil
      }
    }
  }

  /// Text as it is, in sections of CDATA.
  ///
  /// - Returns: whether a character was replaced that the format does not take.
  mutating func data(_ bytes: ArraySlice<UInt8>) -> Bool {
    var isChanged = false
    var start = bytes.startIndex
    put("<![CDATA[")
    // What would end a section is parted between two.
    for place in bytes.indices.dropFirst(2)
    where bytes[place] == UInt8(ascii: ">") && bytes[(place - 2)..<place].elementsEqual("]]".utf8) {
      isChanged = append(bytes[start..<place]) { _ in nil } || isChanged
      put("]]><![CDATA[")
      start = place
    }
    isChanged = append(bytes[start...]) { _ in nil } || isChanged
    put("]]>")
    return isChanged
  }

  private mutating func append(
    _ bytes: some Collection<UInt8>, escaping escape: (Unicode.Scalar) -> String?
  ) -> Bool {
    var isChanged = false
    for scalar in String(decoding: bytes, as: UTF8.self).unicodeScalars {
      if let escaped = escape(scalar) {
        put(escaped)
      } else if refuses(scalar) {
        put("\u{FFFD}")
        isChanged = true
      } else {
        output.append(contentsOf: UTF8.encode(scalar) ?? Unicode.UTF8.encodedReplacementCharacter)
      }
    }
    return isChanged
  }
}
