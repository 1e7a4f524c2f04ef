import Chance
import YAML

/// Values with texts that are hard to write.
struct RandomValue {
  var random: SplitMix

  init(seed: UInt64) { random = SplitMix(seed: seed) }

  static let nastyTexts = [
    "", " ", "  ", "\n", "\n\n", "\t", "a", "no", "yes", "null", "Null", "~", "true", "1.0", "0123", "1e3",
    "2026-11-25", "0x1F", "-", "- a", "-a", "?", "? a", ":", ": a", "a:", "a: b", "a:b", "a :b", "#", "# a",
    "a # b", "a#b", "a #", " a", "a ", "\ta", "a\t", "a\t#b", "a\tb", "---", "--- a", "...", "... a",
    "%YAML 1.2",
    "@a", "`a`", "&a", "*a", "!a", "!", "|", "|-", ">", "> a", "[", "]", "[a]", "{", "}", "{a: b}", ",",
    "a, b",
    "'", "''", "it's", "\"", "\\", "\\n", "a\\", "\"a\"", "'a'", "'a", "\"a", "a\"b'c", "<<", "=", "a\nb",
    "a\nb\n",
    "a\n\nb\n\n", "\na", "\n a", " a\nb", "  a\n b\n", "a\n ", "a\n  \n", "\n  \na", "  \na", "\ta\nb",
    "a\n\tb",
    "a \nb ", "a\n---\nb", "a\n...\nb\n", "a\n# b\n", "# a\nb\n", "a\n\n\n", "a\r\nb", "a\rb", "\r", "\u{0}",
    "a\u{0}b",
    "\u{1}\u{7}\u{8}\u{1B}[31m", "\u{7F}", "\u{80}\u{85}\u{9F}", "\u{A0}", "\u{A0}a\u{A0}", "\u{2028}",
    "a\u{2029}b",
    "\u{FEFF}", "\u{FEFF}a", "a\u{FEFF}", "\u{FFFE}", "\u{FFFF}", "\u{FFFD}", "\u{D7FF}\u{E000}", "é",
    "e\u{301}",
    "\u{301}", "'\u{301}", "\"\u{301}", " \u{301}a", "a:\u{301} b", "日本語", "日: 本", "👩‍👩‍👧‍👦", "🇩🇪 # 🇫🇷", "\u{10FFFF}",
    "\u{1FFFE}",
    "\u{202E}abc", "שלום", "http://a.b/c?d=e#f", "C:\\path\\file", "key: 'value' # \"comment\"", "a: \n b",
    "- a\n- b\n",
    "a: |\n  b\n", String(repeating: "long ", count: 400) + "end", String(repeating: "x", count: 5000),
    String(repeating: "ü: # ", count: 300), String(repeating: "line\n", count: 50), "e\u{301}\n\u{301}",
  ]

  mutating func text() -> String {
    if random.chance(50) { return random.pick(Self.nastyTexts) }
    let pieces = [
      "a", "b", " ", " ", ":", "#", "-", "\n", "'", "\"", "\\", ",", "[", "}", "é", "🙂", "\t", "word",
    ]
    return (0..<random.number(0...8)).reduce(into: "") { text, _ in text += random.pick(pieces) }
  }

  /// A text that fits in a line and is no puzzle.
  mutating func word() -> String {
    random.pick([
      "alpha", "beta", "gamma", "delta", "it's", "no", "1.0", "two words", "a:b", "x#y", "ünïcode", "-1",
    ])
  }

  mutating func key(nasty: Bool) -> String {
    let text = nasty ? text() : random.pick(["a", "b", "c", "dd", "fix", "commits", "two words", "ü", "1"])
    return String(String.UnicodeScalarView(text.unicodeScalars.prefix(80)))
  }

  mutating func value(depth: Int, nasty: Bool) -> YAMLValue {
    let kind = random.number(0...9)
    if depth == 0 || kind < 4 { return .text(nasty ? text() : word()) }
    if kind == 4 { return .null }
    let count = random.number(nasty ? 0...4 : 1...4)
    if kind < 7 { return .list((0..<count).map { _ in value(depth: depth - 1, nasty: nasty) }) }
    return map(count: count, depth: depth, nasty: nasty)
  }

  mutating func map(count: Int, depth: Int, nasty: Bool) -> YAMLValue {
    var entries: [YAMLValue.Entry] = []
    for _ in 0..<count {
      let key = key(nasty: nasty)
      guard !entries.contains(where: { $0.key == key }) else { continue }
      let comment = random.chance(20) ? text() : nil
      entries.append(.init(key, value(depth: depth - 1, nasty: nasty), comment: comment))
    }
    return .map(entries)
  }
}
