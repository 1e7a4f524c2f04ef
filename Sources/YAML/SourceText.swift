/// The bytes of a document with what is needed to find one's way in them.
struct SourceText: Sendable {
  let bytes: [UInt8]
  let name: String

  /// The number of the first line, where the text was cut out of a longer one.
  let firstLine: Int

  init(bytes: [UInt8], name: String, firstLine: Int) {
    self.bytes = bytes
    self.name = name
    self.firstLine = firstLine
  }

  /// What a line ends with in this text.
  var lineEnding: [UInt8] {
    guard let end = bytes.firstIndex(of: .lineFeed), end > 0, bytes[end - 1] == .carriageReturn else {
      return [.lineFeed]
    }
    return [.carriageReturn, .lineFeed]
  }

  /// Where the line of a byte begins.
  func lineStart(_ offset: Int) -> Int {
    if let end = bytes[..<offset].lastIndex(of: .lineFeed) { return end + 1 }
    return min(lead, offset)
  }

  /// Where the line of a byte ends, before its line break.
  func lineEnd(_ offset: Int) -> Int {
    guard let end = bytes[offset...].firstIndex(of: .lineFeed) else { return bytes.count }
    return end > offset && bytes[end - 1] == .carriageReturn ? end - 1 : end
  }

  /// Where the line after that of a byte begins; nil in the last line.
  func nextLine(_ offset: Int) -> Int? {
    bytes[offset...].firstIndex(of: .lineFeed).map { $0 + 1 }
  }

  /// The first byte from `offset` on that is neither space nor tab.
  func skippingBlanks(_ offset: Int) -> Int {
    bytes[offset...].firstIndex { !$0.isBlank } ?? bytes.count
  }

  /// Whether only spaces and tabs are left in the line.
  func isRestBlank(_ offset: Int) -> Bool {
    skippingBlanks(offset) >= lineEnd(offset)
  }

  /// Whether only spaces and tabs stand before it in the line.
  func isFirstInLine(_ offset: Int) -> Bool {
    bytes[lineStart(offset)..<offset].allSatisfy(\.isBlank)
  }

  /// The place of a byte.
  func position(_ offset: Int) -> YAMLPosition {
    let lines = bytes[..<offset].reduce(into: 0) { $0 += $1 == .lineFeed ? 1 : 0 }
    let columns = bytes[lineStart(offset)..<offset].reduce(into: 0) { $0 += isContinuation($1) ? 0 : 1 }
    return YAMLPosition(line: firstLine + lines, column: columns + 1, offset: offset)
  }

  /// What is wrong there.
  func error(_ problem: YAMLProblem, at offset: Int) -> YAMLError {
    let offset = min(offset, bytes.count)
    let (excerpt, column) = excerpt(around: offset)
    return YAMLError(
      problem: problem, name: name, position: position(offset), excerpt: excerpt, excerptColumn: column)
  }

  private func excerpt(around offset: Int) -> (text: String, column: Int) {
    let reach = 100
    var start = max(lineStart(offset), offset - reach)
    while start < offset, isContinuation(bytes[start]) { start += 1 }
    var end = min(lineEnd(offset), offset + reach)
    while end > offset, end < bytes.count, isContinuation(bytes[end]) { end -= 1 }
    let before = start > lineStart(offset) ? "…" : ""
    let after = end < lineEnd(offset) ? "…" : ""
    let lead = before + visible(bytes[start..<offset])
    return (lead + visible(bytes[offset..<end]) + after, lead.unicodeScalars.count)
  }

  /// A text that does nothing to a terminal.
  private func visible(_ bytes: ArraySlice<UInt8>) -> String {
    var text = ""
    for scalar in String(decoding: bytes, as: UTF8.self).unicodeScalars {
      let isControl = scalar.properties.generalCategory == .control
      text.unicodeScalars.append(scalar == "\t" ? " " : isControl ? "\u{FFFD}" : scalar)
    }
    return text
  }
}

/// Whether a byte goes on with a character that began before it.
func isContinuation(_ byte: UInt8) -> Bool {
  byte & 0b1100_0000 == 0b1000_0000
}
