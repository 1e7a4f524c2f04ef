import Database
import Digest
import Storage

/// All records of a repository, to be searched.
///
/// What makes it quick is an index in the cache, which is brought to what the records are before each answer. It holds nothing
/// that the records do not: who deletes it loses nothing.
public struct Archive: Sendable {
  /// The directory of the records.
  let directory: String

  /// Where the index is kept; nil where it ends with the call.
  let index: String?

  /// Seconds since 1970.
  let now: Int

  /// Says which files commits change, as far as that is known.
  let changes: @Sendable ([String]) -> [String: [String]]

  /// The archive of the records below a directory.
  ///
  /// - Parameters:
  ///   - cache: the directory for what can be made anew; nil where there is none.
  ///   - now: seconds since 1970.
  ///   - changes: says which files commits change, by their whole names, as far as that is known.
  public init(
    of directory: String, cache: String?, now: Int,
    changes: @escaping @Sendable ([String]) -> [String: [String]] = { _ in [:] }
  ) {
    self.directory = directory
    self.now = now
    self.changes = changes
    index = cache.map { "\($0)/archive/\(SHA256.hexadecimal(of: Array(directory.utf8)).prefix(32)).db" }
  }

  /// Hands on the index as the records are now.
  ///
  /// - Throws: `FileError` where the directory cannot be listed, or `DatabaseError` where there is not even memory.
  func withIndex<Value>(_ use: (Database) throws -> Value) throws -> Value {
    try IndexFile.withDatabase(at: index) { database in
      try IndexUpdate(database: database, directory: directory, now: now, changes: changes).run()
      return try use(database)
    }
  }

  /// How many records there are.
  static func count(in database: Database) throws -> Int {
    try database.number("SELECT count(*) FROM records WHERE isRecord") ?? 0
  }
}
