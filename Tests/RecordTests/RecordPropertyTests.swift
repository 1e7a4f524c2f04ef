import Record
import Testing

@Suite struct RecordPropertyTests {
  /// What records are hard to cut with.
  static let pieces = [
    "a", "b c\n", "\n", "\n\n", "\r\n", "\r", "  \n", "> ", "- ", "    ", "## Fix\n", "## Root cause:\r\n",
    "## 3. Sympton ##\n", "# T\n", "Summary\n---\n", "Notes\n===\n", "## *Notes*\n", "---\n",
    "---\nkey: 1\n---\n",
    "```\n", "~~~\n", "<div>\n", "</div>\n", "<!--\n", "-->\n", "| a |\n|---|\n| b |\n", "[^1]",
    "[^1]: note\n",
    "[a]: /u\n", "\u{FEFF}", "\0", "日本", "`", "#", "##", "*x*",
  ]

  @Test(arguments: 0..<30) func `front matter, preamble and sections cover every byte once`(_ seed: Int) {
    var random = SeededRandom(seed: seed)
    for _ in 0..<40 {
      let record = RecordDocument(random.text(of: Self.pieces))
      let head = record.text[..<record.preamble.upperBound]
      let parts = record.sections.flatMap { record.text[$0.headingRange] + record.text[$0.bodyRange] }
      #expect(Array(head) + parts == record.text)
      #expect(record.preamble.lowerBound == record.frontMatter?.range.upperBound ?? 0)
      #expect(record.sections.allSatisfy { !$0.headingRange.isEmpty })
    }
  }

  @Test(arguments: 0..<30) func `a replaced body leaves every other byte as it was`(_ seed: Int) {
    var random = SeededRandom(seed: seed)
    for _ in 0..<30 {
      let record = RecordDocument(random.text(of: Self.pieces))
      let body = random.text(of: Self.pieces)
      for (index, section) in record.sections.enumerated() {
        guard let edited = try? record.replacing(section, with: body) else { continue }
        #expect(edited.text.starts(with: record.text[..<section.headingRange.upperBound]))
        #expect(
          edited.text.suffix(record.text.count - section.bodyRange.upperBound)
            == record.text[section.bodyRange.upperBound...])
        #expect(edited.sections.count == record.sections.count)
        #expect(edited.normalisedBody(of: edited.sections[index]) == RecordDocument.normalised(body))
      }
    }
  }

  @Test(arguments: 0..<30) func `what was put in can be taken out again`(_ seed: Int) {
    var random = SeededRandom(seed: seed)
    for _ in 0..<20 {
      let record = RecordDocument(random.text(of: Self.pieces))
      for kind in SectionKind.allCases {
        guard let longer = try? record.inserting(kind, with: Array("new".utf8)),
          let section = longer.section(kind),
          let shorter = try? longer.removing(section)
        else { continue }
        #expect(shorter.sections.count == record.sections.count)
        #expect(
          shorter.text.filter { $0 != 0x0A && $0 != 0x0D } == record.text.filter { $0 != 0x0A && $0 != 0x0D })
      }
    }
  }
}
