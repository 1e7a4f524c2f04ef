import Chance
import Testing
import YAML

@Suite struct ArbitraryBytesTests {
  static let pieces =
    [
      "a", "b: ", "- ", "? ", ": ", ":", "-", "?", "\n", "\n\n", "\r\n", "\r", " ", "  ", "\t", "#", " # x",
      "[", "]", "{",
      "}", ",", ", ", "'", "\"", "\\", "|", ">", "|-\n", "|+\n", "|2\n", ">\n", "---", "--- ", "...", "&a ",
      "*a", "!", "!!b ",
      "!<", "%YAML 1.1\n", "%TAG ! b\n", "<<: ", "@", "`", "~", "null", "é", "🙂", "\u{85}", "\u{2028}",
      "\u{FEFF}", "\0", "\u{1B}",
      "key: value\n", "  key: value\n", "- a\n", "  - a\n", "\\x", "\\u", "\\\n", "0", "=",
    ].map { Array($0.utf8) } + [
      [0xFF], [0xC3], [0xE2, 0x82], [0xED, 0xA0, 0x80], [0xF4, 0x90, 0x80, 0x80],
    ]

  @Test(arguments: UInt64(0)..<10)
  func `no text crashes, and what parses can be edited or says why not`(batch: UInt64) {
    for seed in batch * 500..<batch * 500 + 500 {
      var random = SplitMix(seed: seed)
      let bytes = (0..<random.number(0...24)).flatMap { _ in random.pick(Self.pieces) }
      let outcome = Robustness.exercise(bytes, random: &random)
      #expect(
        outcome == nil,
        "seed \(seed) \(outcome ?? "")\n\(String(decoding: bytes, as: UTF8.self).debugDescription)")
    }
  }

  static let hostile: [Case<String, String>] = [
    Case("many brackets", "[", ""), Case("many braces", "{", ""), Case("many dashes", "- ", ""),
    Case("many marks", "? ", ""),
    Case("many colons", ": ", ""), Case("many keys between braces", "{a: ", ""), Case("many quotes", "'", ""),
    Case("many open lines", "[\n", ""), Case("many commas", "[]\n,", ""), Case("many texts", "a ", ""),
    Case("many lines", "a\n", ""), Case("many keys", "a: b\n", ""), Case("many blank lines", "\n", ""),
    Case("many spaces", " ", ""), Case("many tabs", "\t", ""), Case("many comments", "#\n", ""),
    Case("many blocks", "- |\n", ""),
    Case("many elements", "- a\n", ""), Case("many markers", "---\n", ""), Case("many headers", "|\n", ""),
    Case("many escapes", "\\", "\""), Case("many elements in a line", "a,", "["),
    Case("many lists in a list", "[a],", "["),
    Case("many anchors", "&a ", ""), Case("many tags", "!", ""), Case("many keys as elements", "? a\n", ""),
    Case("many percent signs", "%", ""), Case("many pairs", "a: b, ", "["),
    Case("many deep elements", "- - a\n  - b\n", ""),
    Case("many characters", "é", "a: "), Case("many missing values", "- ? :\n", ""),
    Case("many brackets as keys", "[]: ", ""),
  ]

  @Test(.timeLimit(.minutes(1)), arguments: hostile)
  func `no text takes long`(row: Case<String, String>) {
    let count = 100_000 / row.input.utf8.count
    let text = row.output + String(repeating: row.input, count: count)
    var random = SplitMix(seed: 1)
    #expect(Robustness.exercise(Array(text.utf8), random: &random) == nil)
  }
}
