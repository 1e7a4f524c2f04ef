import Archive
import Database
import Scratch
import Storage
import Testing

/// The index follows the records, and is nobody's to lose.
@Suite struct IndexTests {
  let shelf: Shelf

  init() throws {
    shelf = try Shelf()
    try write("A-1", "zebra")
    try write("A-2", "giraffe")
  }

  private func write(_ key: String, _ word: String, to file: String? = nil) throws {
    try shelf.write(key, "A title", ["Root cause": "It is the \(word)."], to: file)
  }

  @Test func `what is changed, removed, renamed and added is found as it is`() throws {
    #expect(try shelf.keys("zebra") == ["A-1"])
    try write("A-1", "okapi")
    #expect(try shelf.keys("zebra") == [])
    #expect(try shelf.keys("okapi") == ["A-1"])
    try FileTree.rename("\(shelf.records)/A-1.md", to: "\(shelf.records)/A-9.md")
    #expect(try shelf.archive().search("okapi", limit: 1).found.first?.path == "A-9.md")
    try FileTree.remove("\(shelf.records)/A-9.md")
    #expect(try shelf.keys("okapi") == [])
    try write("A-3", "quagga", to: "2026/07/A-3.md")
    #expect(try shelf.archive().search("quagga", limit: 1).found.first?.path == "2026/07/A-3.md")
    #expect(try shelf.archive().search("quagga", limit: 1).records == 2)
  }

  @Test func `a change within one tick of the clock is seen, though size and time are the same`() throws {
    shelf.now = 0
    #expect(try shelf.keys("zebra") == ["A-1"])
    let path = "\(shelf.records)/A-1.md"
    let text = String(decoding: try FileTree.read(path), as: UTF8.self)
    try FileTree.copy(path, to: "\(shelf.place.path)/old")
    // As an editor does that writes into the file: the same inode, size and time.
    try shelf.shell(
      "printf %s \"$1\" >\"$2\"; touch -r old \"$2\"", text.replacing("zebra", with: "hyena"), path)
    #expect(try shelf.keys("hyena") == ["A-1"])
  }

  @Test func `deleting the index loses nothing`() throws {
    #expect(try shelf.keys("zebra") == ["A-1"])
    try FileTree.remove("\(shelf.cache)/archive")
    #expect(try shelf.keys("zebra") == ["A-1"])
  }

  @Test(arguments: [
    "", "no database at all", "SQLite format 3\u{0}",
    String(repeating: "SQLite format 3\u{0}garbage", count: 4_000),
  ])
  func `a damaged index is made anew without a word`(text: String) throws {
    #expect(try shelf.keys("zebra") == ["A-1"])
    let index = try shelf.indexFile()
    for ending in ["-wal", "-shm"] { try FileTree.remove("\(index)\(ending)") }
    try FileTree.write(Array(text.utf8), to: index)
    #expect(try shelf.keys("zebra") == ["A-1"])
    #expect(try shelf.keys("giraffe") == ["A-2"])
  }

  @Test func `pages of an index that are overwritten do not reach an answer`() throws {
    for number in 0..<40 { try write("B-\(number)", "lion\(number)") }
    #expect(try shelf.keys("lion7") == ["B-7"])
    let index = try shelf.indexFile()
    try Database(at: index).execute("PRAGMA wal_checkpoint(TRUNCATE)")
    var bytes = try FileTree.read(index)
    for place in bytes.indices.dropFirst(4_096) { bytes[place] = 0xA5 }
    try FileTree.write(bytes, to: index)
    #expect(try shelf.keys("lion7") == ["B-7"])
  }

  @Test(arguments: [1, 99])
  func `an index of another format is made anew`(format: Int) throws {
    #expect(try shelf.keys("zebra") == ["A-1"])
    let index = try shelf.indexFile()
    try Database(at: index).execute("PRAGMA user_version = \(format + 1); DROP TABLE records")
    #expect(try shelf.keys("zebra") == ["A-1"])
  }

  @Test func `without a cache, or with one that cannot be written, the answer is the same`() throws {
    #expect(try shelf.keys("zebra", cache: .some(nil)) == ["A-1"])
    try FileTree.write(Array("a file".utf8), to: "\(shelf.place.path)/file")
    #expect(try shelf.keys("zebra", cache: "\(shelf.place.path)/file") == ["A-1"])
  }

  @Test func `several at once get the same answer`() async throws {
    for number in 0..<30 { try write("B-\(number)", "lion\(number)") }
    let archive = shelf.archive()
    let answers = try await withThrowingTaskGroup(of: [String].self) { group in
      for _ in 0..<8 { group.addTask { try archive.search("zebra", limit: 5).found.map(\.key) } }
      return try await group.reduce(into: []) { $0.append($1) }
    }
    #expect(answers == Array(repeating: ["A-1"], count: 8))
  }

  @Test func `what is gone does not pile up in the index`() throws {
    for round in 0..<90 {
      try write("A-1", "word\(round)")
      #expect(try shelf.keys("word\(round)") == ["A-1"])
    }
    let rows = try Database(at: shelf.indexFile()).number(
      "SELECT max(seq) FROM sqlite_sequence WHERE name = 'records'")
    #expect(try #require(rows) < 80)
  }

  @Test func `a directory that cannot be listed is an error`() throws {
    #expect(throws: FileError.self) {
      try Archive(of: "\(shelf.place.path)/none", cache: shelf.cache, now: 0).search("a", limit: 1)
    }
  }
}
