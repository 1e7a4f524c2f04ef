import Testing

@testable import LanguageServer

@Suite struct TextPositionsTests {
  @Test(arguments: PositionEncoding.allCases)
  func `in a long line every place is that which counting from its start gives`(encoding: PositionEncoding) {
    let text = Array((String(repeating: "aé€🧪 ", count: 40) + "\n" + String(repeating: "ü", count: 64)).utf8)
    let positions = TextPositions(text, encoding)
    let end = text.firstIndex(of: 0x0A) ?? 0
    for offset in 0...text.count {
      let line = offset > end ? 1 : 0
      let start = line == 1 ? end + 1 : 0
      let units = text[start..<offset].reduce(0) { $0 + encoding.units(of: $1) }
      #expect(positions.position(of: offset) == TextPosition(line: line, character: units))
    }
  }
}
