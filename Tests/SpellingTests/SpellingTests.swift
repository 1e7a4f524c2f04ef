import Spelling
import Testing

@Suite struct SpellingTests {
  static let guesses: [(typed: String, known: [String], guess: String?)] = [
    ("prvoe", ["open", "prove", "note"], "prove"), ("proove", ["open", "prove"], "prove"),
    ("PROVE", ["prove"], "prove"),
    ("max_runs", ["max-runs", "max-time"], "max-runs"), ("maxTime", ["max-runs", "max-time"], "max-time"),
    ("setup-t", ["setup", "setup-timeout", "shell"], "setup-timeout"),
    ("conf", ["confidence", "cache"], "confidence"),
    ("CONF", ["Confidence", "cache"], "Confidence"), ("max", ["max-runs", "max-time"], nil),
    ("co", ["confidence"], nil),
    ("x", ["a", "b"], "a"), ("titel", ["title", "tiles"], "title"), ("", ["a"], nil), ("a", [""], ""),
    ("entirely-else", ["prove", "open"], nil), ("anything", [], nil),
    ("größe", ["grösse", "größer"], "größer"),
  ]

  @Test(arguments: guesses)
  func `the nearest word is guessed, unless none is near`(typed: String, known: [String], guess: String?) {
    #expect(Spelling.nearest(to: typed, among: known) == guess)
  }

  @Test func `a very long word costs no time and brings no guess`() {
    let long = String(repeating: "prove", count: 100_000)
    #expect(Spelling.nearest(to: long, among: ["prove"]) == nil)
    #expect(Spelling.nearest(to: "prove", among: [long]) == long)
  }

  static let distances: [(String, String, Int)] = [
    ("", "", 0), ("a", "", 1), ("", "abc", 3), ("ab", "ba", 1), ("abcd", "acbd", 1), ("kitten", "sitting", 3),
    ("ca", "abc", 3), ("fix", "Fix", 1), ("abab", "baba", 2),
  ]

  @Test(arguments: distances)
  func `the distance counts insertions, deletions, replacements and swaps`(
    first: String, second: String, expected: Int
  ) {
    #expect(Spelling.distance(first, second) == expected)
    #expect(Spelling.distance(second, first) == expected)
    #expect(Spelling.distance(Array(first.utf8), Array(second.utf8)) == expected)
  }

  @Test(arguments: distances)
  func `a bound changes no distance within it, and hides each beyond it`(
    first: String, second: String, expected: Int
  ) {
    for bound in 0...4 {
      #expect(Spelling.distance(first, second, atMost: bound) == (expected <= bound ? expected : nil))
    }
  }

  @Test func `whatever the words, a bound only hides`() {
    let words = ["", "a", "b", "ab", "ba", "aab", "aba", "bab", "abba", "baab", "abab", "bbbb"]
    for first in words {
      for second in words {
        let distance = Spelling.distance(first, second)
        for bound in 0...4 {
          #expect(
            Spelling.distance(first, second, atMost: bound) == distance.flatMap { $0 <= bound ? $0 : nil },
            "\(first) \(second) \(bound)")
        }
        #expect((distance == 0) == (first == second))
      }
    }
  }
}
