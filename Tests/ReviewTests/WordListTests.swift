import Testing

@testable import Review

@Suite struct WordListTests {
  private static let list = WordList(["todo", "doesn't", "no longer", "no good reason", "über"])

  @Test(
    arguments: [
      ("A ToDo.", "todo"), ("todos, a_todo, todo1", nil), ("it doesn’t", "doesn't"),
      ("it DOESN'T", "doesn't"),
      ("no\n longer", "no longer"), ("no, no longer", "no longer"),
      ("no good, no good reason", "no good reason"),
      ("no", nil), ("'todo", "todo"), ("todo'", nil), ("“todo”", "todo"), ("to—do todo", "todo"),
      ("über", "über"),
      ("\u{2019}todo", "todo"), ("", nil),
    ] as [(String, String?)])
  func `the first word or phrase that stands in a text is found, in either case`(text: String, found: String?)
  {
    #expect(Self.list.first(in: Array(text.utf8)) == found)
  }

  @Test(arguments: [("", 0), ("it doesn't — it’s 2 a_b", 5), ("...", 0), ("\u{E2}\u{80}x", 1)])
  func `words are counted as they are found`(text: String, count: Int) {
    #expect(WordList.count(in: Array(text.utf8)) == count)
  }

  @Test func `a text that ends within a letter is read to its end`() {
    #expect(WordList.count(in: [0x61, 0xE2, 0x80]) == 1)
    #expect(WordList.count(in: [0x61, 0xE2]) == 1)
  }
}
