public import Storage

/// The ledger of a case on its disk: a file of JSON lines that only grows, and the logs and diffs beside it.
///
/// It needs no lock of the case: an experiment runs for minutes, and notes are taken meanwhile.
public struct LedgerJournal: Sendable {
  /// The directory of the case.
  public let directory: String

  private let lines: AppendedLines

  init(in directory: String) {
    self.directory = directory
    lines = AppendedLines("\(directory)/ledger.jsonl")
  }

  /// Where the file is, or will be.
  public var path: String { lines.path }

  /// Where logs and diffs are kept; made if it is missing.
  public func logDirectory() throws(FileError) -> String {
    let path = "\(directory)/logs"
    try FileTree.makeDirectory(path, mode: 0o755)
    return path
  }

  /// The ledger as it is now.
  public func read() throws(FileError) -> Ledger {
    let lines = try lines.read()
    let entries = lines.compactMap { try? JSONText.decode(LedgerEntry.self, from: Array($0)) }
    return Ledger(entries, unreadableLines: lines.count - entries.count)
  }

  /// Adds an entry under the next number, which is given while nobody else can add one.
  ///
  /// - Parameter at: now, as ISO 8601 in UTC.
  public func append(_ content: LedgerEntry.Content, by person: String, at: String) throws -> LedgerEntry {
    let added = try append { next in [LedgerEntry(number: next, at: at, by: person, content: content)] }
    guard let entry = added.first else { preconditionFailure("One entry was added.") }
    return entry
  }

  /// Adds entries that `make` gives, knowing the next number; they are written as one.
  func append(_ make: (_ next: Int) throws -> [LedgerEntry]) throws -> [LedgerEntry] {
    var added: [LedgerEntry] = []
    try lines.append { lines in
      // A line of a later version is no entry here, but its number is taken.
      let numbers = lines.compactMap { try? JSONText.decode(Numbered.self, from: Array($0)).number }
      added = try make((numbers.max() ?? 0) + 1)
      return try added.map { try JSONText.encode($0) }
    }
    return added
  }

  private struct Numbered: Decodable {
    var number: Int
  }
}
