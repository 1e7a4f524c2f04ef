private import CSQLite

/// A database in one file, or in memory, by SQLite.
///
/// It is used by one thread at a time. Several processes may hold the same file: who writes has the others wait.
public final class Database {
  private let handle: OpaquePointer

  /// The statements that were prepared, by their text.
  private var prepared: [String: Statement] = [:]

  /// Opens the file at `path`, which is made if it is missing; nil for a database in memory.
  ///
  /// - Parameter patience: how long another process that writes is waited for, in milliseconds.
  /// - Throws: `DatabaseError` where SQLite cannot open it.
  public init(at path: String?, patience: Int32 = 5_000) throws(DatabaseError) {
    var opened: OpaquePointer?
    let flags = SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE | SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_EXRESCODE
    let code = sqlite3_open_v2(path ?? ":memory:", &opened, flags, nil)
    guard let opened else { throw DatabaseError(code: code & 0xFF, message: "out of memory") }
    handle = opened
    guard code == SQLITE_OK else { throw error(code) }
    sqlite3_busy_timeout(handle, patience)
  }

  deinit {
    for statement in prepared.values { statement.finish() }
    sqlite3_close(handle)
  }

  /// Runs statements that give no rows, parted by semicolons.
  public func execute(_ statements: String) throws(DatabaseError) {
    let code = sqlite3_exec(handle, statements, nil, nil, nil)
    guard code == SQLITE_OK else { throw error(code) }
  }

  /// Runs one statement with values in the places of its question marks; what it gives is handed on row by row.
  ///
  /// - Parameter receive: takes a row, which holds as long as the call.
  public func run(
    _ statement: String, _ values: [DatabaseValue] = [], receive: (borrowing Row) -> Void = { _ in }
  ) throws(DatabaseError) {
    let prepared = try prepare(statement)
    defer { prepared.reset() }
    for (place, value) in values.enumerated() {
      let code = prepared.bind(value, at: Int32(place + 1))
      guard code == SQLITE_OK else { throw error(code) }
    }
    while true {
      switch prepared.step() {
      case SQLITE_ROW: receive(Row(statement: prepared))
      case SQLITE_DONE: return
      case let code: throw error(code)
      }
    }
  }

  /// The whole number that a statement gives first; nil where it gives no row.
  public func number(_ statement: String, _ values: [DatabaseValue] = []) throws(DatabaseError) -> Int? {
    var number: Int?
    try run(statement, values) { row in number = number ?? row.integer(0) }
    return number
  }

  /// The text that a statement gives first; nil where it gives no row.
  public func text(_ statement: String, _ values: [DatabaseValue] = []) throws(DatabaseError) -> String? {
    var text: String?
    try run(statement, values) { row in text = text ?? row.text(0) }
    return text
  }

  /// The number of the row that was added last.
  public var lastRow: Int { Int(sqlite3_last_insert_rowid(handle)) }

  /// Does all of `body`, or, where it throws, nothing of it; no other process writes meanwhile.
  public func transaction<Value>(_ body: () throws -> Value) throws -> Value {
    try execute("BEGIN IMMEDIATE")
    do {
      let value = try body()
      try execute("COMMIT")
      return value
    } catch {
      // It may have ended by itself, as where the disk is full.
      try? execute("ROLLBACK")
      throw error
    }
  }

  private func prepare(_ text: String) throws(DatabaseError) -> Statement {
    if let known = prepared[text] { return known }
    var statement: OpaquePointer?
    let code = sqlite3_prepare_v3(handle, text, -1, UInt32(SQLITE_PREPARE_PERSISTENT), &statement, nil)
    guard code == SQLITE_OK else { throw error(code) }
    guard let statement else { throw DatabaseError(code: SQLITE_MISUSE, message: "an empty statement") }
    let made = Statement(statement)
    prepared[text] = made
    return made
  }

  private func error(_ code: Int32) -> DatabaseError {
    DatabaseError(code: code & 0xFF, message: String(cString: sqlite3_errmsg(handle)))
  }
}
