import Casework
import Proof
import Repository
import Scratch
import Testing

@testable import Origin

@Suite struct SearchJournalTests {
  private static func entry(_ commit: String, _ number: Int?, transient: Bool? = nil) -> SearchEntry {
    SearchEntry(
      commit: ObjectID(commit), obstacle: .init(words: "it fails", excerpt: [], isTransient: transient),
      number: number)
  }

  @Test func `what ended in any order is taken in by its numbers`() throws {
    let directory = try TemporaryDirectory()
    let journal = try SearchJournal(key: "k", in: ProofCache(at: directory.path), startsAnew: false)
    // The first two are of a version that had no numbers.
    for (commit, number) in [("a", nil), ("b", nil), ("e", 3), ("d", 2), ("c", 1), ("f", 4)] {
      try journal.entries.append(Self.entry(commit, number))
    }
    #expect(try journal.known().map(\.commit.digits) == ["a", "b", "c", "d", "e", "f"])
  }

  @Test func `what may go well another time is no knowledge`() throws {
    let directory = try TemporaryDirectory()
    let journal = try SearchJournal(key: "k", in: ProofCache(at: directory.path), startsAnew: false)
    try journal.entries.append([Self.entry("a", 1, transient: true), Self.entry("b", 2)])
    #expect(try journal.known().map(\.commit.digits) == ["b"])
  }
}
