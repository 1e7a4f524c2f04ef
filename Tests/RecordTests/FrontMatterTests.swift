import Record
import Testing

@Suite struct FrontMatterTests {
  @Test(arguments: [
    ("plain", "---\nkey: A\n---\n# T", 0..<15, 4..<11),
    ("empty", "---\n---\n", 0..<8, 4..<4),
    ("at the end of the text", "---\na\n---", 0..<9, 4..<6),
    ("trailing spaces", "---  \na\n--- \t\nb", 0..<14, 6..<8),
    ("CRLF", "---\r\na\r\n---\r\nb", 0..<13, 5..<8),
    ("behind a byte order mark", "\u{FEFF}---\na\n---\nb", 3..<13, 7..<9),
    ("the first fence ends it", "---\na\n---\nb\n---\n", 0..<10, 4..<6),
  ])
  func `finds what stands between the fences`(
    _ name: String, _ text: String, _ range: Range<Int>, _ content: Range<Int>
  ) throws {
    let frontMatter = try #require(FrontMatter(of: Array(text.utf8)), "\(name)")
    #expect(frontMatter.range == range)
    #expect(frontMatter.content == content)
  }

  @Test(arguments: [
    "", "---", "---\n", "---\nkey: A\n# T", "\n---\na\n---\n", " ---\na\n---\n", "----\na\n---\n",
    "# T\n---\n---\n",
  ])
  func `is none where the fences are not at the start or not closed`(_ text: String) {
    #expect(FrontMatter(of: Array(text.utf8)) == nil)
  }
}
