@testable import Declaration
import Testing

struct NearNameTests {
  static let guesses: [(typed: String, known: [String], guess: String?)] = [
    ("prvoe", ["open", "prove", "note"], "prove"),
    ("proove", ["open", "prove"], "prove"),
    ("PROVE", ["prove"], "prove"),
    ("max_runs", ["max-runs", "max-time"], "max-runs"),
    ("maxTime", ["max-runs", "max-time"], "max-time"),
    ("setup-t", ["setup", "setup-timeout", "shell"], "setup-timeout"),
    ("conf", ["confidence", "cache"], "confidence"),
    ("max", ["max-runs", "max-time"], nil),
    ("x", ["a", "b"], "a"),
    ("", ["a"], nil),
    ("entirely-else", ["prove", "open"], nil),
    ("anything", [], nil),
  ]

  @Test(arguments: guesses)
  func `The closest name is guessed, unless none is close`(typed: String, known: [String], guess: String?) {
    #expect(NearName.closest(to: typed, among: known) == guess)
  }

  static let distances: [(String, String, Int)] = [
    ("", "", 0), ("a", "", 1), ("", "abc", 3), ("ab", "ba", 1), ("abcd", "acbd", 1), ("kitten", "sitting", 3),
    ("ca", "abc", 3),
  ]

  @Test(arguments: distances)
  func `The distance counts insertions, deletions, replacements and swaps`(
    first: String, second: String, expected: Int
  ) {
    #expect(NearName.distance(from: Array(first), to: Array(second)) == expected)
  }

  @Test func `A very long name costs no time and brings no guess`() {
    #expect(NearName.closest(to: String(repeating: "prove", count: 100_000), among: ["prove"]) == nil)
  }
}
