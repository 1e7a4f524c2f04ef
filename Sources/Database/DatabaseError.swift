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
}
