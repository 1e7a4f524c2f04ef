import Markdown

/// The lines of a text, and the characters in them, as people count both: from 1, by Unicode scalars.
///
/// Places are asked for in their order: of a long line each character is counted once, however many places are in it.
struct ScalarPlaces {
  private let text: [UInt8]
  private let lines: LineIndex

  /// The last place, and how many scalars stand before it in its line.
  private var last = (line: 0, offset: 0, count: 0)

  init(_ text: [UInt8]) {
    self.text = text
    lines = LineIndex(text)
  }

  /// The line and column of a byte.
  mutating func place(of offset: Int) -> (line: Int, column: Int) {
    let line = lines.lineNumber(of: offset)
    if line != last.line || offset < last.offset {
      last = (line, lines.range(ofLine: line).lowerBound, 0)
    }
    last = (line, offset, last.count + count(in: last.offset..<offset))
    return (line, last.count + 1)
  }

  /// The line that holds the last character of a range, and the column behind it; that of its start was asked for last.
  func end(of range: Range<Int>) -> (line: Int, column: Int) {
    let line = lines.lineNumber(of: range.upperBound)
    guard line != last.line || range.lowerBound != last.offset else {
      return (line, last.count + count(in: range) + 1)
    }
    return (line, count(in: lines.range(ofLine: line).lowerBound..<range.upperBound) + 1)
  }

  /// The line that holds a byte, without its ending, and how many scalars stand before what is given of it.
  func excerpt(around offset: Int) -> (text: String, start: Int) {
    let whole = lines.range(ofLine: lines.lineNumber(of: offset))
    let end = text[whole].lastIndex { $0 != 0x0A && $0 != 0x0D }.map { $0 + 1 } ?? whole.lowerBound
    guard end - whole.lowerBound > Self.longest else {
      return (String(decoding: text[whole.lowerBound..<end], as: UTF8.self), 0)
    }
    let start = startOfScalar(at: max(whole.lowerBound, offset - Self.longest / 2), from: whole.lowerBound)
    let limit = startOfScalar(at: min(end, start + Self.longest), from: start)
    let before =
      last.offset == offset ? last.count - count(in: start..<offset) : count(in: whole.lowerBound..<start)
    return (String(decoding: text[start..<limit], as: UTF8.self), before)
  }

  /// How many bytes of a line are worth showing, at most.
  private static let longest = 2000

  private func count(in range: Range<Int>) -> Int {
    String(decoding: text[range], as: UTF8.self).unicodeScalars.count
  }

  private func startOfScalar(at offset: Int, from least: Int) -> Int {
    var place = offset
    while place > least, place < text.count, text[place] & 0xC0 == 0x80 { place -= 1 }
    return place
  }
}
