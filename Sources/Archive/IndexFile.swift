import Database
import Storage

/// The database of an index: its tables, and what becomes of it where it cannot be used.
enum IndexFile {
  /// Changes where the tables change, or what stands in them is read off records another way.
  static let format = 1

  /// Opens the index at a path and hands it on; what cannot be used is made anew, or made in memory.
  ///
  /// Everything in it can be read off the records again, so no fault of the file is ever the caller's.
  ///
  /// - Parameter use: may be called again with another database, where the first one proves to be damaged.
  /// - Throws: what `use` throws but for faults of the file; those of a database in memory.
  static func withDatabase<Value>(at path: String?, _ use: (Database) throws -> Value) throws -> Value {
    if let path {
      var outcome = try attempt(path, use)
      if case .unfit = outcome {
        for ending in ["", "-wal", "-shm"] { try? FileTree.remove("\(path)\(ending)") }
        outcome = try attempt(path, use)
      }
      if case .used(let value) = outcome { return value }
    }
    let database = try Database(at: nil)
    try make(in: database)
    return try use(database)
  }

  /// How long another process is waited for that takes in records for the first time, in milliseconds.
  private static let patience: Int32 = 30_000

  private enum Outcome<Value> {
    case used(Value)

    /// What stands there is no index, a damaged one, or one of another format.
    case unfit

    /// The system or another process does not let us: what stands there may be sound.
    case outOfReach
  }

  private static func attempt<Value>(
    _ path: String, _ use: (Database) throws -> Value
  ) throws -> Outcome<Value> {
    do {
      // Where it cannot be made, SQLite says so.
      try? FileTree.makeDirectory(Path.parent(path))
      let database = try Database(at: path, patience: patience)
      // Who reads has not to wait for who writes.
      try database.execute("PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL")
      switch try database.number("PRAGMA user_version") ?? 0 {
      case format: break
      case 0: try database.transaction { try make(in: database) }
      default: return .unfit
      }
      return .used(try use(database))
    } catch let error as DatabaseError {
      return error.isOfSystem ? .outOfReach : .unfit
    }
  }

  /// Makes the tables, unless another process has done so meanwhile.
  private static func make(in database: Database) throws {
    guard try database.number("PRAGMA user_version") == 0 else { return }
    try database.execute(
      """
      CREATE TABLE records(
        id INTEGER PRIMARY KEY AUTOINCREMENT, path TEXT UNIQUE NOT NULL, mark TEXT NOT NULL, digest TEXT NOT NULL,
        key TEXT NOT NULL, title TEXT NOT NULL, date TEXT NOT NULL, isRecord INTEGER NOT NULL);
      CREATE VIRTUAL TABLE words USING fts5(
        title, names, prose, content = '', tokenize = "unicode61 remove_diacritics 0 tokenchars '_'");
      CREATE TABLE names(
        kind INTEGER, name TEXT, record INTEGER, whole TEXT, section INTEGER, line INTEGER,
        PRIMARY KEY(kind, name, record, whole)) WITHOUT ROWID;
      CREATE TABLE notes(name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
      PRAGMA user_version = \(format);
      """)
  }
}
