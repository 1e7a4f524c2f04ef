import Testing

@testable import Archive

/// How texts are parted into words, and words are compared.
@Suite struct WordsTests {
  private func terms(_ text: String) -> [String] { Words.split(Array(text.utf8)[...]).flatMap(\.terms) }

  static let names: [(text: String, parts: [String], name: String?)] = [
    ("streamCount", ["stream", "count"], "streamcount"),
    ("stream_count", ["stream", "count"], "stream_count"),
    ("HTTPServer2_count", ["http", "server2", "count"], "httpserver2_count"),
    ("__init__", ["init"], nil), ("Queue", ["queu"], nil), ("x", ["x"], nil), ("Größe", ["größe"], nil),
    ("ÄNDERUNG", ["änderung"], nil), ("2026", ["2026"], nil),
  ]

  @Test(arguments: names)
  func `a name is found by its parts and as a whole`(text: String, parts: [String], name: String?) {
    let words = Words.split(Array(text.utf8)[...])
    #expect(words.map(\.terms) == [parts])
    #expect(words.first?.name == name)
  }

  @Test(arguments: [
    ["hang", "hangs", "hanging"], ["evaluate", "evaluates", "evaluating", "evaluation"],
    ["crash", "crashes", "crashed"],
    ["fix", "fixes", "fixed"], ["query", "queries"], ["stop", "stopped", "stopping"],
    ["call", "calls", "called"],
    ["cache", "caches", "cached"],
  ])
  func `endings of English do not part what is one word`(words: [String]) {
    #expect(Set(words.flatMap(terms)).count == 1, "\(words.map(terms))")
  }

  @Test(arguments: [
    ("bus", "bu"), ("class", "clas"), ("status", "statu"), ("thing", "th"), ("red", "r"), ("lion", "l"),
  ])
  func `a short word keeps what only looks like an ending`(word: String, wrong: String) {
    #expect(!terms(word).contains(wrong))
  }

  @Test func `what is no letter, digit or underscore parts words, and broken bytes are none`() {
    #expect(terms("a→b “c” d—e\u{00A0}f 🦀g") == ["a", "b", "c", "d", "e", "f", "g"])
    let broken: [UInt8] = [0x61, 0xFF, 0x62, 0xC3, 0x28, 0xF0, 0x9F, 0x63]
    #expect(Words.split(broken[...]).flatMap(\.terms) == ["a", "b", "c"])
    #expect(
      Words.split([UInt8](repeating: 0x61, count: 1 << 20)[...]).first?.terms.first?.utf8.count
        == Words.longest)
  }
}
