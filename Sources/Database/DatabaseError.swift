/// Why SQLite refused something.
public struct DatabaseError: Error, Sendable, Equatable {
  /// The primary result code (https://www.sqlite.org/rescode.html).
  public var code: Int32

  /// What SQLite says of it.
  public var message: String

  /// Whether another process held the file for longer than we wait.
  public var isBusy: Bool { code == 5 || code == 6 }

  /// Whether the file holds no database, or a damaged one.
  public var isDamage: Bool { code == 11 || code == 26 }

  /// Whether the system refuses, or another process holds the file: what it holds may be sound.
  ///
  /// SQLITE_PERM, BUSY, LOCKED, NOMEM, READONLY, INTERRUPT, IOERR, FULL, CANTOPEN, NOLFS, AUTH.
  public var isOfSystem: Bool { [3, 5, 6, 7, 8, 9, 10, 13, 14, 22, 23].contains(code) }
}
