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
    lines = AppendedLines("\(directory)/ledger.jsonl", mode: 0o644)
  }

  /// Where the file is, or will be.
  public var path: String { lines.path }

  /// Where logs and diffs are kept; made if it is missing, and rid of what experiments left that were killed.
  public func logDirectory() throws(FileError) -> String {
    let path = "\(directory)/logs"
    try FileTree.makeDirectory(path, mode: 0o755)
    OpenFile.removeAbandoned(in: path)
    return path
  }

  /// The ledger as it is now.
  public func read() throws(FileError) -> Ledger {
    let (entries, unreadable) = UnreadableLine.parting(try lines.numbered(), by: LedgerEntry.self)
    return Ledger(entries, unreadable: unreadable)
  }

  /// Adds an entry under the next number, which is given while nobody else can add one.
  ///
  /// - Parameter at: now, as ISO 8601 in UTC.
  public func append(_ content: LedgerEntry.Content, by person: String, at: String) throws -> LedgerEntry {
    let added = try append { next, _ in
      [LedgerEntry(number: next, at: at, by: person, content: content)]
    }
    guard let entry = added.first else { preconditionFailure("One entry was added.") }
    return entry
  }

  /// Adds what was kept elsewhere, all of it in one write; what came from the same file before is not added again.
  ///
  /// - Parameters:
  ///   - name: what the file is called.
  ///   - person: who made what the file says nothing of.
  ///   - at: now, as ISO 8601 in UTC.
  /// - Returns: the entries that are new.
  public func append(
    _ items: LedgerImport, from name: String, by person: String, at: String
  ) throws -> [LedgerEntry] {
    try append { next, lines in
      var known = Self.entries(in: lines).filter { $0.imported == name }
      var numbers: [Int: Int] = [:]
      var added: [LedgerEntry] = []
      for item in items.items {
        let content = item.content.referring(
          hypothesis: { numbers[$0] ?? $0 }, experiment: { numbers[$0] ?? $0 })
        let entry: LedgerEntry
        if let place = known.firstIndex(where: { $0.content == content }) {
          entry = known.remove(at: place)
        } else {
          entry = LedgerEntry(
            number: next + added.count, at: item.at ?? at, by: item.by ?? person, imported: name,
            content: content)
          added.append(entry)
        }
        if let number = item.number { numbers[number] = entry.number }
      }
      return added
    }
  }

  private func append(
    _ make: (_ next: Int, _ lines: [ArraySlice<UInt8>]) throws -> [LedgerEntry]
  ) throws -> [LedgerEntry] {
    var added: [LedgerEntry] = []
    try lines.append { lines in
      // A line of a later version is no entry here, but its number is taken.
      added = try make(EntryNumber.last(in: lines) + 1, lines)
      return try added.map { try JSONText.encode($0) }
    }
    return added
  }

  private static func entries(in lines: [ArraySlice<UInt8>]) -> [LedgerEntry] {
    lines.compactMap { try? JSONText.decode(LedgerEntry.self, from: Array($0)) }
  }
}
