import Casework
import Scratch
import Storage
import Testing

@Suite struct LedgerJournalTests {
  let directory: TemporaryDirectory
  let journal: LedgerJournal

  init() throws {
    directory = try TemporaryDirectory()
    let store = CaseStore(inWorkTree: directory.path)
    try store.create("RILL-1")
    journal = try store.ledger(of: "RILL-1")
  }

  @discardableResult
  private func note(_ text: String) throws -> LedgerEntry {
    try journal.append(.note(text), by: "Ada", at: "2026-11-25T12:00:00Z")
  }

  @Test func `a new case has an empty ledger, and no file of it`() throws {
    #expect(try journal.read() == Ledger([]))
    #expect(!FileTree.isFile(journal.path))
  }

  @Test func `there is no ledger without its case`() {
    #expect(throws: CaseStoreError.noSuchCase("RILL-2", known: ["RILL-1"])) {
      try CaseStore(inWorkTree: directory.path).ledger(of: "RILL-2")
    }
    #expect(throws: CaseStoreError.badKey("../x")) {
      try CaseStore(inWorkTree: directory.path).ledger(of: "../x")
    }
  }

  @Test func `entries are numbered from one, while another holds the case open`() throws {
    let open = try CaseStore(inWorkTree: directory.path).open("RILL-1")
    #expect(try [note("a"), note("b")].map(\.label) == ["L1", "L2"])
    #expect(try journal.read().entries.map(\.content) == [.note("a"), .note("b")])
    #expect(open.evidence.isEmpty)
  }

  @Test func `a torn last line is passed over, and the next entry stands alone`() throws {
    try note("a")
    let whole = try FileTree.read(journal.path)
    try FileTree.write(whole + whole.dropLast(9), to: journal.path)
    #expect(try journal.read() == Ledger(try journal.read().entries))
    #expect(try note("b").number == 2)
    let ledger = try journal.read()
    #expect(ledger.entries.map(\.content) == [.note("a"), .note("b")])
    #expect(ledger.unreadable == [UnreadableLine(2, .notJSON)])
  }

  @Test func `an entry that an editor left without its newline counts, and its number is not given again`()
    throws
  {
    try note("a")
    try FileTree.write(try FileTree.read(journal.path).dropLast(), to: journal.path)
    #expect(try journal.read().entries.map(\.content) == [.note("a")])
    #expect(try note("b").number == 2)
    #expect(try journal.read().entries.map(\.content) == [.note("a"), .note("b")])
  }

  @Test(arguments: [0, -1])
  func `an entry that somebody numbered below one is none`(number: Int) throws {
    let line = #"{"number":\#(number),"at":"2026-01-01T00:00:00Z","by":"x","note":"y"}"#
    try FileTree.write(Array("\(line)\n".utf8), to: journal.path)
    #expect(try journal.read().entries.isEmpty)
    #expect(try journal.read().unreadable == [UnreadableLine(1, .unknown)])
    #expect(try note("a").number == 1)
  }

  @Test func `the number of an entry of another version is not given again`() throws {
    try FileTree.write(Array("{\"number\":7,\"dream\":true}\n".utf8), to: journal.path)
    #expect(try note("a").number == 8)
    #expect(try journal.read().unreadable == [UnreadableLine(1, .unknown)])
  }

  @Test func `a number that no counting comes to is not counted on from`() throws {
    try note("a")
    let line = "{\"number\":\(Int.max),\"at\":\"t\",\"by\":\"b\",\"note\":\"n\"}\n"
    try FileTree.write(try FileTree.read(journal.path) + Array(line.utf8), to: journal.path)
    #expect(try note("b").number == 2)
    #expect(try journal.read().entries.map(\.content) == [.note("a"), .note("n"), .note("b")])
  }

  @Test func `twenty writers lose no entry and give no number twice`() async throws {
    try await withThrowingTaskGroup { group in
      for writer in 0..<20 {
        group.addTask { for place in 0..<5 { try note("\(writer)-\(place)") } }
      }
      try await group.waitForAll()
    }
    let entries = try journal.read().entries
    #expect(entries.map(\.number) == Array(1...100))
    #expect(Set(entries.map { "\($0.content)" }).count == 100)
  }
}
