import Database
import Scratch
import Storage
import Testing

/// The door to SQLite.
@Suite struct DatabaseTests {
  private let directory: TemporaryDirectory

  init() throws { directory = try TemporaryDirectory() }

  private func numbers(in database: Database) throws -> [Int] {
    var numbers: [Int] = []
    try database.run("SELECT n FROM t ORDER BY n") { numbers.append($0.integer(0)) }
    return numbers
  }

  @Test(arguments: [
    "", "plain", "with \u{0} in it", "Grüße 🦀", "'; DROP TABLE t; --", "\u{FEFF}",
    String(repeating: "x", count: 1 << 20),
  ])
  func `a text comes back as it was given, whatever stands in it`(text: String) throws {
    let database = try Database(at: nil)
    try database.execute("CREATE TABLE t(a TEXT, b INTEGER, c REAL, d)")
    try database.run(
      "INSERT INTO t VALUES(?, ?, ?, ?)", [.text(text), .integer(Int.min), .real(0.1), .nothing])
    var seen = 0
    try database.run("SELECT a, b, c, d FROM t WHERE a = ?", [.text(text)]) { row in
      seen += 1
      #expect(row.text(0) == text)
      #expect(row.integer(1) == Int.min)
      #expect(row.real(2) == 0.1)
      #expect(row.text(3) == "")
    }
    #expect(seen == 1)
  }

  @Test func `a transaction that throws leaves nothing behind`() throws {
    struct Stop: Error {}
    let database = try Database(at: nil)
    try database.execute("CREATE TABLE t(n INTEGER)")
    #expect(throws: Stop.self) {
      try database.transaction {
        try database.run("INSERT INTO t VALUES(1)")
        throw Stop()
      }
    }
    try database.transaction { try database.run("INSERT INTO t VALUES(2)") }
    #expect(try numbers(in: database) == [2])
    #expect(database.lastRow > 0)
  }

  @Test func `what is wrong is an error with the code of SQLite`() throws {
    let database = try Database(at: nil)
    let wrong = #expect(throws: DatabaseError.self) { try database.run("SELECT FROM") }
    #expect(wrong?.code == 1)
    #expect(wrong?.message.contains("syntax error") == true)
    #expect(throws: DatabaseError.self) { try database.run("") }
    let path = "\(directory.path)/no.db"
    try FileTree.write(Array(String(repeating: "no database ", count: 500).utf8), to: path)
    let damaged = #expect(throws: DatabaseError.self) {
      try Database(at: path).run("SELECT * FROM sqlite_schema")
    }
    #expect(damaged?.isDamage == true)
    #expect(throws: DatabaseError.self) { try Database(at: "\(directory.path)/no/such/directory.db") }
  }

  @Test func `who writes while another does is told so`() throws {
    let path = "\(directory.path)/t.db"
    let (first, second) = (try Database(at: path, patience: 0), try Database(at: path, patience: 0))
    try first.execute("CREATE TABLE t(n INTEGER)")
    try first.transaction {
      let busy = #expect(throws: DatabaseError.self) { try second.transaction {} }
      #expect(busy?.isBusy == true)
    }
    try second.transaction { try second.run("INSERT INTO t VALUES(7)") }
    #expect(try numbers(in: first) == [7])
    #expect(try first.number("SELECT n FROM t WHERE n > ?", [.integer(7)]) == nil)
    #expect(try first.text("SELECT n FROM t") == "7")
  }

  @Test func `words of a text are found`() throws {
    let database = try Database(at: nil)
    try database.execute("CREATE VIRTUAL TABLE w USING fts5(a, content='')")
    try database.run("INSERT INTO w(rowid, a) VALUES(?, ?)", [3, "the queue is full"])
    #expect(try database.number("SELECT rowid FROM w WHERE w MATCH ?", ["\"queue\""]) == 3)
  }
}
