import Markdown
import Storage

/// Turns byte offsets of a text into the positions of a client, and back.
struct TextPositions: Sendable {
  let text: [UInt8]
  let encoding: PositionEncoding
  private let lines: LineIndex

  /// How many units stand before each stretch of the text, so that a long line is not gone through for every place in it;
  /// empty where each byte is a unit.
  private let counts: [Int]

  private static let stretch = 64

  init(_ text: [UInt8], _ encoding: PositionEncoding) {
    self.text = text
    self.encoding = encoding
    lines = LineIndex(text)
    guard encoding != .utf8, text.contains(where: { $0 >= 0x80 }) else {
      counts = []
      return
    }
    var counts: [Int] = []
    var count = 0
    for (place, byte) in text.enumerated() {
      if place % Self.stretch == 0 { counts.append(count) }
      count += encoding.units(of: byte)
    }
    self.counts = counts + [count]
  }

  /// The bytes of the line that holds an offset, without its ending.
  func line(at offset: Int) -> Range<Int> { content(ofLine: lines.lineNumber(of: offset)) }

  private func content(ofLine number: Int) -> Range<Int> {
    let line = lines.range(ofLine: number)
    var end = line.upperBound
    if end > line.lowerBound, text[end - 1] == 0x0A { end -= 1 }
    if end > line.lowerBound, text[end - 1] == 0x0D { end -= 1 }
    return line.lowerBound..<end
  }

  /// The position of a byte; that of the end of its line where it belongs to the ending.
  func position(of offset: Int) -> TextPosition {
    let number = lines.lineNumber(of: offset)
    let line = content(ofLine: number)
    let end = min(max(offset, line.lowerBound), line.upperBound)
    return TextPosition(line: number - 1, character: units(before: end) - units(before: line.lowerBound))
  }

  private func units(before offset: Int) -> Int {
    guard !counts.isEmpty else { return offset }
    let stretch = offset / Self.stretch
    return text[(stretch * Self.stretch)..<offset].reduce(counts[stretch]) { $0 + encoding.units(of: $1) }
  }

  /// The byte at a position; behind the end of a line it is that end, behind the last line the end of the text.
  func offset(of position: TextPosition) -> Int {
    guard position.line < lines.count else { return text.count }
    let line = content(ofLine: position.line + 1)
    var left = position.character
    var place = line.lowerBound
    while place < line.upperBound {
      let end = endOfScalar(at: place, in: line)
      left -= text[place..<end].reduce(0) { $0 + encoding.units(of: $1) }
      // A position within a scalar is that of the scalar.
      if left < 0 { return place }
      place = end
    }
    return line.upperBound
  }

  private func endOfScalar(at place: Int, in line: Range<Int>) -> Int {
    var end = place + 1
    while end < line.upperBound, text[end] & 0xC0 == 0x80 { end += 1 }
    return end
  }

  /// A range of bytes as a message has it.
  func value(_ range: Range<Int>) -> JSONTree {
    .object([
      "start": position(of: range.lowerBound).value, "end": position(of: range.upperBound).value,
    ])
  }

  /// The bytes of a range of a message; nil where it is none.
  func range(_ value: JSONTree) -> Range<Int>? {
    guard let start = TextPosition(value["start"]), let end = TextPosition(value["end"]) else { return nil }
    let (first, last) = (offset(of: min(start, end)), offset(of: max(start, end)))
    return first..<max(first, last)
  }
}
