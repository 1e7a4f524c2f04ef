import Markdown
import Testing

@Suite struct LineIndexTests {
  let index = LineIndex(Array("ab\nc\r\n\rd".utf8))

  @Test func `every kind of line ending ends a line`() {
    #expect(index.count == 4)
    #expect((1...4).map(index.range(ofLine:)) == [0..<3, 3..<6, 6..<7, 7..<8])
  }

  @Test(arguments: [
    (0, 1, 1), (2, 1, 3), (3, 2, 1), (5, 2, 3), (6, 3, 1), (7, 4, 1), (8, 4, 2),
  ])
  func `turns an offset into line and column`(_ offset: Int, _ line: Int, _ column: Int) {
    #expect(index.position(of: offset) == MarkdownPosition(line: line, column: column))
  }

  @Test func `an empty text has one empty line`() {
    #expect(LineIndex([]).count == 1)
    #expect(LineIndex([]).position(of: 0) == MarkdownPosition(line: 1, column: 1))
  }
}
