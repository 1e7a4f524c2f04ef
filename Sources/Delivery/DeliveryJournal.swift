public import Casework
public import Storage

/// What was posted of a case, and what was meant to be: a file of JSON lines that only grows, `deliveries.jsonl`.
///
/// Each line is on the disk before the next step is taken, so that a crash at any moment leaves behind that something
/// may have arrived.
public struct DeliveryJournal: Sendable {
  private let lines: AppendedLines

  /// The journal in the directory of a case.
  public init(in directory: String) {
    lines = AppendedLines("\(directory)/deliveries.jsonl", mode: 0o644)
  }

  /// All entries, the oldest first, and the lines that hold none that this version knows.
  public func read() throws(FileError) -> (entries: [DeliveryEntry], unreadable: [UnreadableLine]) {
    let (entries, unreadable) = UnreadableLine.parting(try lines.numbered(), by: DeliveryEntry.self)
    return (entries, unreadable)
  }

  /// Adds an entry under the next number, and flushes it to the disk.
  @discardableResult
  func append(_ entry: DeliveryEntry) throws -> DeliveryEntry {
    var entry = entry
    try lines.append { lines in
      entry.number = EntryNumber.last(in: lines) + 1
      if entry.step == .intent { entry.delivery = entry.number }
      return [try JSONText.encode(entry)]
    }
    return entry
  }
}
