import Chance
import Record
import Testing
import Tone

@Suite("Any text at all")
struct AnyTextTests {
  /// What sentences, quotations and blocks are made of, some of it broken.
  private static let pieces: [String] = [
    "I think", "should", "may have been caused", "“", "”", "\"", "'", "’", "‘", "`", "``", "*", "**", "~~",
    "[", "](", ")",
    "<!--", "-->", "\n", "\n\n", "\n> ", "\n- ", "\n## Fix\n", "\n```\n", "…", "—", "--", "\u{A0}", "é", "日本",
    "&amp;", "&#0;",
    "\\", "\\*", " ", " ", " ", ".", "?", "!", ",", ":", "e.g.", "Priya forgot", "a.b", "x::y()",
    "http://a.b/c", "| a | b |\n|---|---|\n",
    "\0", "\r\n", "[^1]", "\n[^1]: seems\n", "in order to", "probably",
  ]

  @Test("Findings are in order, within the text, and the same each time", arguments: 0..<60)
  func ranges(seed: Int) {
    var chance = SplitMix(seed: UInt64(seed))
    var bytes: [UInt8] = []
    for _ in 0..<120 {
      bytes += Array(chance.pick(Self.pieces).utf8)
      if chance.chance(3) { bytes.append(UInt8.random(in: 0...255, using: &chance)) }
    }
    let record = RecordDocument(bytes)
    let findings = ToneReader(names: ["日本", ""]).findings(in: record)
    #expect(findings.allSatisfy { $0.range.lowerBound >= 0 && $0.range.upperBound <= bytes.count })
    #expect(zip(findings, findings.dropFirst()).allSatisfy { $0.range.lowerBound <= $1.range.lowerBound })
    #expect(ToneReader(names: ["日本", ""]).findings(in: record) == findings)
  }

  @Test(
    "Openers that nothing closes, and cues without end, are read in one go",
    arguments: [
      "“", " \"a", " 'a", "I think ", "should ", "the reviewer ", "it is possible that ", "\u{A0}", "..",
      "a.", "had ",
    ])
  func growing(piece: String) {
    let text = String(repeating: piece, count: 4_000)
    let record = RecordDocument(Array(text.utf8))
    #expect(ToneReader().findings(in: record).allSatisfy { $0.range.upperBound <= record.text.count })
  }
}
