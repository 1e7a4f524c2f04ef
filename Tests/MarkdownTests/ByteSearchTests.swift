import Markdown
import Testing

@Suite struct ByteSearchTests {
  @Test(
    arguments: [
      ("", "a", nil), ("a", "", nil), ("abc", "abcd", nil), ("aab", "ab", 1), ("abab", "ab", 0),
      ("xaxab", "ab", 3),
      ("aaaaab", "aab", 3), ("ab", "b", 1),
    ] as [(String, String, Int?)])
  func `bytes are found where they stand first`(text: String, wanted: String, place: Int?) {
    #expect(Array(text.utf8).place(of: wanted.utf8) == place)
    // In a part of a text the places are those of the whole.
    let part = Array("ab\(text)ab".utf8)[2..<(2 + text.utf8.count)]
    #expect(part.place(of: Array(wanted.utf8)) == place.map { $0 + 2 })
  }

  @Test(
    arguments: [
      ("TODO", 0), ("a TODO.", 2), ("TODOS TODO", 6), ("TODO_ aTODO 1TODO", nil), ("éTODO", nil),
      ("(TODO)", 1),
    ] as [(String, Int?)])
  func `a word has no letter, digit or underscore beside it`(text: String, place: Int?) {
    #expect(Array(text.utf8).placeOfWord("TODO".utf8) == place)
    // What is beside a part of a text is not looked at.
    #expect(Array("x\(text)x".utf8).dropFirst().dropLast().placeOfWord("TODO".utf8) == place.map { $0 + 1 })
  }
}
