public import Storage

/// Facts in the order in which they were measured: a file of JSON lines that only grows, and the logs beside it.
///
/// A fact that was written is never changed. A line that a crash tore is left where it is and not read.
public struct EvidenceJournal<Fact: Codable & Sendable>: Sendable {
  /// The directory that holds the journal.
  public let directory: String

  private let lines: AppendedLines

  /// The journal in `directory`, which is made if it is missing.
  ///
  /// - Parameter isShared: whether others than the user may read what has to be made.
  public init(in directory: String, isShared: Bool = false) throws(FileError) {
    self.directory = directory
    lines = AppendedLines("\(directory)/evidence.jsonl", mode: isShared ? 0o644 : 0o600)
    try FileTree.makeDirectory(logDirectory, mode: isShared ? 0o755 : 0o700)
  }

  /// The journal in `directory`, to be read: nothing is made.
  public init(reading directory: String) {
    self.directory = directory
    lines = AppendedLines("\(directory)/evidence.jsonl")
  }

  /// Where the logs are that the facts name by their digests.
  public var logDirectory: String { "\(directory)/logs" }

  /// Adds a fact and flushes it to the disk.
  public func append(_ fact: Fact) throws {
    try append([fact])
  }

  /// Adds facts, all in one write, and flushes them to the disk.
  public func append(_ facts: [Fact]) throws {
    try lines.append(facts.map { try JSONText.encode($0) })
  }

  /// The greatest `number` of any line, of facts that this version does not know too; 0 where there is none.
  public func lastNumber() throws(FileError) -> Int {
    EntryNumber.last(in: try lines.read())
  }

  /// All facts, the oldest first; lines that are torn or from another version are passed over.
  public func facts() throws(FileError) -> [Fact] { try read().facts }

  /// All facts, the oldest first, and the lines that hold none that this version knows.
  ///
  /// What follows the last newline is no line yet, and is neither: another process may be writing it.
  public func read() throws(FileError) -> (facts: [Fact], unreadable: [UnreadableLine]) {
    let (facts, unreadable) = UnreadableLine.parting(try lines.numbered(), by: Fact.self)
    return (facts, unreadable)
  }
}
