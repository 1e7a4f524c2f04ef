import Casework
import Scratch
import Storage
import Testing

@Suite struct EvidenceJournalTests {
  struct Fact: Codable, Equatable {
    var number: Int
    var text: String
  }

  let directory: TemporaryDirectory

  init() throws {
    directory = try TemporaryDirectory()
  }

  private var path: String { "\(directory.path)/case/evidence.jsonl" }

  @Test func `a journal that has just been made holds nothing, and has room for logs`() throws {
    let journal = try EvidenceJournal<Fact>(in: "\(directory.path)/case")
    #expect(try journal.facts().isEmpty)
    #expect(FileTree.isDirectory(journal.logDirectory))
  }

  @Test func `facts come back in their order, with anything in their texts`() throws {
    let facts = ["plain", "two\nlines", "nul \0", "“ü”", "\"\\"].enumerated().map {
      Fact(number: $0, text: $1)
    }
    let journal = try EvidenceJournal<Fact>(in: "\(directory.path)/case")
    for fact in facts { try journal.append(fact) }
    #expect(try EvidenceJournal<Fact>(in: "\(directory.path)/case").facts() == facts)
    #expect(try FileTree.read(path).count { $0 == UInt8(ascii: "\n") } == facts.count)
  }

  @Test func `several facts are added at once, and none makes no line`() throws {
    let journal = try EvidenceJournal<Fact>(in: "\(directory.path)/case")
    try journal.append([Fact(number: 1, text: "a"), Fact(number: 2, text: "b")])
    try journal.append([])
    #expect(try journal.facts().map(\.number) == [1, 2])
  }

  @Test func `a torn line is passed over, wherever it stands`() throws {
    let journal = try EvidenceJournal<Fact>(in: "\(directory.path)/case")
    try journal.append(Fact(number: 1, text: "a"))
    let whole = try FileTree.read(path)
    try FileTree.write(whole + whole.dropLast(5), to: path)
    #expect(try journal.facts() == [Fact(number: 1, text: "a")])
    try journal.append(Fact(number: 2, text: "b"))
    #expect(try journal.facts() == [Fact(number: 1, text: "a"), Fact(number: 2, text: "b")])
  }

  @Test func `a line of another version is passed over`() throws {
    let journal = try EvidenceJournal<Fact>(in: "\(directory.path)/case")
    try FileTree.write(Array("{\"digits\":1}\n[]\n".utf8), to: path)
    try journal.append(Fact(number: 2, text: "b"))
    #expect(try journal.facts() == [Fact(number: 2, text: "b")])
  }

  @Test func `lines that hold no fact are told by their numbers, with what is wrong`() throws {
    let journal = try EvidenceJournal<Fact>(in: "\(directory.path)/case")
    let lines: [[UInt8]] = [
      Array("{\"number\":1,\"text\":\"a\"}".utf8), [], Array("{\"number\":2,".utf8),
      Array("{\"digits\":1}".utf8),
      Array("not JSON".utf8), Array("<<<<<<< HEAD".utf8), Array("{\"number\":6,\"text\":\"b\"}".utf8),
    ]
    try FileTree.write(Array(lines.joined(separator: [0x0A])) + Array("\n{\"numb".utf8), to: path)
    let (facts, unreadable) = try journal.read()
    #expect(facts.map(\.number) == [1, 6])
    #expect(
      unreadable == [
        UnreadableLine(3, .notJSON), UnreadableLine(4, .unknown), UnreadableLine(5, .notJSON),
        UnreadableLine(6, .notJSON),
      ])
  }

  @Test func `a journal below a file cannot be made`() throws {
    try FileTree.write([], to: "\(directory.path)/file")
    #expect(throws: FileError.self) { try EvidenceJournal<Fact>(in: "\(directory.path)/file/case") }
  }
}
