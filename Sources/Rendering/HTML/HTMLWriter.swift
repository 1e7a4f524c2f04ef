/// Writes HTML: markup as it is, all else so that it is read as text.
struct HTMLWriter {
  private(set) var output: [UInt8] = []

  /// Markup of our own.
  mutating func put(_ markup: String) {
    output.append(contentsOf: markup.utf8)
  }

  /// Text, or the value of an attribute between double quotes.
  ///
  /// - Returns: whether a character was replaced that HTML does not take.
  @discardableResult mutating func text(_ bytes: some Collection<UInt8>) -> Bool {
    if bytes.allSatisfy({ (0x20..<0x7F).contains($0) && !"&<>\"".utf8.contains($0) }) {
      output.append(contentsOf: bytes)
      return false
    }
    var isChanged = false
    for scalar in String(decoding: bytes, as: UTF8.self).unicodeScalars {
      switch scalar {
      case "&": put("&amp;")
      case "<": put("&lt;")
      case ">": put("&gt;")
      case "\"": put("&quot;")
      case "\t", "\n", "\r": output.append(UInt8(scalar.value))
      case _ where scalar.value < 0x20 || (0x7F...0x9F).contains(scalar.value) || scalar.isNoncharacter:
        put("\u{FFFD}")
        isChanged = true
      default: output.append(contentsOf: UTF8.encode(scalar) ?? Unicode.UTF8.encodedReplacementCharacter)
      }
    }
    return isChanged
  }
}

extension Unicode.Scalar {
  /// Whether it is none that texts exchange.
  fileprivate var isNoncharacter: Bool { value & 0xFFFE == 0xFFFE || (0xFDD0...0xFDEF).contains(value) }
}
