import Patterns
import Testing

@Suite struct PatternSearchTests {
  private func matches(_ pattern: String, _ text: String, options: PatternOptions = []) throws -> [String] {
    let bytes = Array(text.utf8)
    return try Pattern(pattern, options: options).matches(in: bytes, within: 0..<bytes.count).map {
      String(decoding: bytes[$0.range], as: UTF8.self)
    }
  }

  @Test func `all matches are found, one behind the other, and none that is empty`() throws {
    #expect(try matches("a*", "aa b aaa") == ["aa", "aaa"])
    #expect(try matches("(?=b)", "abab") == [])
    #expect(try matches("é", "é é") == ["é", "é"])
  }

  @Test func `groups are told by their bytes, those that take no part as nil`() throws {
    let found = try Pattern("(a)|(b)(c)?").matches(in: Array("a b".utf8), within: 0..<3)
    #expect(found.map(\.groups) == [[0..<1, nil, nil], [nil, 2..<3, nil]])
  }

  @Test func `what is around the part is not seen`() throws {
    let text = Array("xxaxx".utf8)
    #expect(try Pattern("^a$").matches(in: text, within: 2..<3).map(\.range) == [2..<3])
    #expect(try Pattern("(?<=x)a").matches(in: text, within: 2..<3) == [])
  }

  @Test func `options widen what letters are`() throws {
    #expect(try matches("straße", "STRASSE Straße", options: .ignoresCase) == ["Straße"])
    #expect(try matches(#"\bna\b"#, "naïve na") == ["na", "na"])
    #expect(try matches(#"\bna\b"#, "naïve na", options: .knowsAllScripts) == ["na"])
  }

  @Test(arguments: [
    (#"^(a+)+$"#, String(repeating: "a", count: 3000) + "b"),
    (#"^(\w+\s?)*$"#, String(repeating: "ab ", count: 1200) + "!"),
    (#"(?:(?:a|aa)+)+$"#, String(repeating: "a", count: 2000) + "!"),
  ])
  func `a search that needs too much work is given up, and that is said`(pattern: String, text: String) {
    #expect(throws: SearchLimitReached.self) { try matches(pattern, text) }
  }

  @Test func `a long text is read in pieces, so that time grows with it and no faster`() throws {
    let text = String(repeating: "foo ", count: 100_000)
    #expect(try matches("foo.*bar", text) == [])
    #expect(try matches(#"\bfoo\b"#, text).count == 100_000)
    let end = String(repeating: "x", count: 3 * Pattern.longestPiece) + " foo"
    #expect(try matches("foo", end) == ["foo"])
  }
}
