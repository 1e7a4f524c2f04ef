import Patterns
import Testing

@Suite struct PatternTests {
  @Test func `finds the first match as bytes`() throws {
    let pattern = try Pattern("lost updates: \\d+")
    #expect(pattern.firstMatch(in: Array("ok\nlost updates: 41\n".utf8)) == 3..<19)
  }

  @Test func `lines are the unit of anchors`() throws {
    #expect(try Pattern("^b$").firstMatch(in: Array("a\nb\nc".utf8)) == 2..<3)
  }

  @Test func `finds nothing where there is nothing`() throws {
    #expect(try Pattern("x").firstMatch(in: []) == nil)
  }

  @Test func `invalid UTF-8 and NULs do not hide a match`() throws {
    #expect(try Pattern("boom").firstMatch(in: [0xFF, 0x00, 0xC3] + Array("boom".utf8)) == 3..<7)
  }

  @Test func `a wrong pattern says where`() {
    #expect { try Pattern("a(b") } throws: { error in
      (error as? PatternError)?.offset == 3
    }
  }

  @Test func `a pattern that would never end is no match`() throws {
    #expect(try Pattern("^(a+)+$").firstMatch(in: Array(repeating: 0x61, count: 5000) + [0x62]) == nil)
  }
}
