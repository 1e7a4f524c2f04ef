/// A line of a text: its bytes, and where they end without and with the line ending.
struct SourceLine {
  let start: Int

  /// Where the line ending begins.
  let contentEnd: Int

  /// Where the next line begins.
  let end: Int

  /// The line that begins at `start`, or nil at the end of `text`.
  init?(at start: Int, in text: [UInt8]) {
    guard start < text.count else { return nil }
    self.start = start
    var index = start
    while index < text.count, text[index] != 0x0A, text[index] != 0x0D { index += 1 }
    contentEnd = index
    if index < text.count {
      let isPair = text[index] == 0x0D && index + 1 < text.count && text[index + 1] == 0x0A
      index += isPair ? 2 : 1
    }
    end = index
  }

  /// Whether it begins or ends front matter.
  func isFence(in text: [UInt8]) -> Bool {
    trimmed(in: text).elementsEqual("---".utf8)
  }

  /// Whether there is nothing to be seen on it.
  func isBlank(in text: [UInt8]) -> Bool {
    trimmed(in: text).isEmpty
  }

  /// Its bytes without white space at the end.
  func trimmed(in text: [UInt8]) -> ArraySlice<UInt8> {
    var end = contentEnd
    while end > start, text[end - 1] == 0x20 || text[end - 1] == 0x09 { end -= 1 }
    return text[start..<end]
  }
}
