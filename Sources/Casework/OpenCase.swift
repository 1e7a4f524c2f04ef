public import Storage
import YAML

/// A case that is open: no other process of this tool changes it until this value ends.
public final class OpenCase: CaseContents {
  /// Where it is.
  public let directory: String

  /// The file as it was last written, or is to be written.
  public private(set) var file: CaseFile

  /// The bytes that stand in its place.
  public private(set) var standing: [UInt8]?

  /// The evidence, the oldest first.
  public private(set) var evidence: [Evidence]

  /// The lines of the evidence that cannot be read.
  public let unreadable: [UnreadableLine]

  private let lock: FileLock
  private let journal: EvidenceJournal<Evidence>

  private var path: String { "\(directory)/case.yaml" }

  /// Opens the case that is in `directory`.
  init(in directory: String, key: String) throws {
    self.directory = directory
    lock = try Self.lock(directory)
    file = try CaseFile.read(in: directory, key: key)
    standing = file.document.bytes
    journal = try EvidenceJournal(in: directory, isShared: true)
    (evidence, unreadable) = try journal.read()
    OpenFile.removeAbandoned(in: journal.logDirectory)
  }

  /// Opens the case that is in `directory`, whether its file reads or not: it is to take another.
  init(in directory: String, taking file: CaseFile) throws {
    self.directory = directory
    lock = try Self.lock(directory)
    self.file = file
    standing = try FileTree.read("\(directory)/case.yaml")
    journal = try EvidenceJournal(in: directory, isShared: true)
    (evidence, unreadable) = try journal.read()
    OpenFile.removeAbandoned(in: journal.logDirectory)
  }

  /// Makes the case in `directory`, where evidence of an earlier attempt may stand.
  init(
    creating file: CaseFile, in directory: String, key: String, stating facts: [Evidence.Fact],
    at time: String
  ) throws {
    self.directory = directory
    lock = try Self.lock(directory)
    // Two that make the same case at once have both found that it is not there.
    guard !FileTree.isFile("\(directory)/case.yaml") else { throw CaseStoreError.caseExists(key) }
    self.file = file
    journal = try EvidenceJournal(in: directory, isShared: true)
    (evidence, unreadable) = try journal.read()
    let known = evidence.map(\.fact)
    try put(file, stating: facts.filter { !known.contains($0) }, at: time)
  }

  private static func lock(_ directory: String) throws(FileError) -> FileLock {
    guard let lock = try FileLock.take("\(directory)/.lock", waits: true) else {
      preconditionFailure("A lock that is waited for is taken in the end.")
    }
    OpenFile.removeAbandoned(in: directory)
    return lock
  }

  /// Writes the file as a whole, with the evidence of what is new in it.
  ///
  /// - Parameters:
  ///   - facts: where the values that it changes are from.
  ///   - time: now, as ISO 8601 in UTC.
  /// - Throws: `YAMLErrors` where it would no longer read as a case, `CaseStoreError` where somebody has edited it
  ///   since it was read: then nothing is written.
  public func write(_ changed: CaseFile, stating facts: [Evidence.Fact], at time: String) throws {
    _ = try changed.facts()
    try put(changed, stating: facts, at: time)
  }

  /// The order is what a crash cannot break: the new file stands on the disk beside the old one, its evidence is
  /// added, and the file takes its place by a renaming.
  ///
  /// - What can fail for want of space or rights fails before anything has changed.
  /// - A value never stands without its evidence. One without was written by hand.
  /// - Evidence without its value is what a crash before the last step leaves. It says of a field and a value that
  ///   somebody gave or something showed it, which is true, and which is as much as the evidence of a value says
  ///   that was set anew later. Nobody was told that it was set.
  private func put(_ changed: CaseFile, stating facts: [Evidence.Fact], at time: String) throws {
    let staged = try FileTree.stage(changed.document.bytes, for: path, mode: 0o644)
    try expectNoEdit()
    _ = try add(facts, at: time)
    // A person's editor knows no lock: what it saved in the meantime is not written over.
    try expectNoEdit()
    try staged.move(to: path)
    try FileTree.flushName(of: path)
    file = changed
    standing = changed.document.bytes
  }

  private func expectNoEdit() throws {
    let bytes = FileTree.isFile(path) ? try FileTree.read(path) : nil
    if bytes != standing { throw CaseStoreError.editedMeanwhile(path: path) }
  }

  /// Adds a fact to the evidence, under the next number.
  ///
  /// - Parameter time: when, as ISO 8601 in UTC.
  @discardableResult
  public func add(_ fact: Evidence.Fact, at time: String) throws -> Evidence {
    guard let entry = try add([fact], at: time).first else { preconditionFailure("One fact was added.") }
    return entry
  }

  private func add(_ facts: [Evidence.Fact], at time: String) throws -> [Evidence] {
    let entries = try entries(stating: facts, at: time)
    try add(entries)
    return entries
  }

  /// Facts under the next numbers, not added yet: while the case is open, nobody else takes the numbers.
  public func entries(stating facts: [Evidence.Fact], at time: String) throws -> [Evidence] {
    guard !facts.isEmpty else { return [] }
    let last = try journal.lastNumber()
    return facts.enumerated().map { Evidence(number: last + 1 + $0, at: time, fact: $1) }
  }

  /// Adds what `entries` has made.
  public func add(_ entries: [Evidence]) throws {
    guard !entries.isEmpty else { return }
    try journal.append(entries)
    evidence += entries
  }

  /// Keeps a file beside the evidence, under its digest.
  public func keep(_ bytes: [UInt8], named name: String) throws(FileError) {
    try FileTree.write(bytes, to: "\(journal.logDirectory)/\(name)", mode: 0o644)
  }
}
