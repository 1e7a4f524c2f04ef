public import Storage
import YAML

/// The cases of a repository, on its disk: `.postmortem/cases/KEY/`.
public struct CaseStore: Sendable {
  /// The directory that holds a directory for each case.
  public let directory: String

  /// The cases of the working tree at `root`.
  public init(inWorkTree root: String) {
    directory = "\(root)/.postmortem/cases"
  }

  /// The keys of all cases, sorted.
  public func keys() throws(FileError) -> [String] {
    guard FileTree.isDirectory(directory) else { return [] }
    return try FileTree.list(directory).filter { FileTree.isFile("\(directory)/\($0)/case.yaml") }
  }

  /// Opens a case to read or change it; another process that has it open is waited for.
  ///
  /// - Throws: `CaseStoreError` where there is none, `YAMLError`, `FileError`.
  public func open(_ key: String) throws -> OpenCase {
    try Self.check(key)
    guard FileTree.isFile("\(directory)/\(key)/case.yaml") else {
      throw CaseStoreError.noSuchCase(key, known: try keys())
    }
    return try OpenCase(in: "\(directory)/\(key)", key: key, creating: nil)
  }

  /// The ledger of a case; another process may have the case open meanwhile.
  ///
  /// - Throws: `CaseStoreError` where there is none, `FileError`.
  public func ledger(of key: String) throws -> LedgerJournal {
    try Self.check(key)
    guard FileTree.isFile("\(directory)/\(key)/case.yaml") else {
      throw CaseStoreError.noSuchCase(key, known: try keys())
    }
    return LedgerJournal(in: "\(directory)/\(key)")
  }

  /// Makes a new case.
  ///
  /// - Throws: `CaseStoreError` where it is there already, or the key is none.
  public func create(_ key: String) throws -> OpenCase {
    try Self.check(key)
    guard !FileTree.isFile("\(directory)/\(key)/case.yaml") else { throw CaseStoreError.caseExists(key) }
    try FileTree.makeDirectory("\(directory)/\(key)", mode: 0o755)
    let ignored = "\(directory)/../.gitignore"
    if !FileTree.isFile(ignored) {
      try FileTree.write(
        Array(
          "# Locks and logs under way are of this machine; the rest belongs to the record.\n.lock\n*.growing\n"
            .utf8),
        to: ignored, mode: 0o644)
    }
    return try OpenCase(in: "\(directory)/\(key)", key: key, creating: CaseFile(newFor: key))
  }

  /// A key is a ticket's, or a slug: it is a name of a directory and of a file.
  private static func check(_ key: String) throws(CaseStoreError) {
    let isPlain = key.utf8.allSatisfy { byte in
      (byte >= UInt8(ascii: "0") && byte <= UInt8(ascii: "9"))
        || (byte | 0x20 >= UInt8(ascii: "a") && byte | 0x20 <= UInt8(ascii: "z")) || "._-".utf8.contains(byte)
    }
    let isTemperate = (1...100).contains(key.utf8.count) && !key.hasPrefix(".") && !key.hasPrefix("-")
    // YAML reads "null" as nothing.
    guard isPlain, isTemperate, key.lowercased() != "null" else { throw .badKey(key) }
  }
}

/// A case that is open: nobody else changes it until this value ends.
public final class OpenCase {
  /// Where it is.
  public let directory: String

  /// The file as it was last written.
  public private(set) var file: CaseFile

  /// The evidence, the oldest first.
  public private(set) var evidence: [Evidence]

  private let lock: FileLock
  private let journal: EvidenceJournal<Evidence>

  fileprivate init(in directory: String, key: String, creating file: CaseFile?) throws {
    self.directory = directory
    guard let lock = try FileLock.take("\(directory)/.lock", waits: true) else {
      preconditionFailure("A lock that is waited for is taken in the end.")
    }
    self.lock = lock
    let path = "\(directory)/case.yaml"
    // Two that make the same case at once have both found that it is not there.
    if file != nil, FileTree.isFile(path) { throw CaseStoreError.caseExists(key) }
    if let file { try FileTree.write(file.document.bytes, to: path, mode: 0o644) }
    self.file = try CaseFile(FileTree.read(path), name: path)
    let named = try self.file.facts().key
    guard named == key else { throw CaseStoreError.keyDiffers(path: path, named: named, expected: key) }
    journal = try EvidenceJournal(in: directory)
    evidence = try journal.facts()
  }

  /// Writes the file as a whole.
  ///
  /// - Throws: `YAMLErrors` where it would no longer read as a case: then nothing is written.
  public func write(_ changed: CaseFile) throws {
    _ = try changed.facts()
    try FileTree.write(changed.document.bytes, to: "\(directory)/case.yaml", mode: 0o644)
    file = changed
  }

  /// Adds a fact to the evidence, under the next number.
  ///
  /// - Parameter at: now, as ISO 8601 in UTC.
  @discardableResult
  public func add(_ fact: Evidence.Fact, at: String) throws -> Evidence {
    let entry = Evidence(number: try journal.lastNumber() + 1, at: at, fact: fact)
    try journal.append(entry)
    evidence.append(entry)
    return entry
  }

  /// Keeps a file beside the evidence, under its digest.
  public func keep(_ bytes: [UInt8], named name: String) throws(FileError) {
    try FileTree.write(bytes, to: "\(journal.logDirectory)/\(name)", mode: 0o644)
  }
}

/// Why a case cannot be opened.
public enum CaseStoreError: Error, Sendable, Equatable {
  /// There is no case of this key; these are there.
  case noSuchCase(String, known: [String])

  /// There is one already.
  case caseExists(String)

  /// The file names another case than its directory does.
  case keyDiffers(path: String, named: String, expected: String)

  /// The text is no key.
  case badKey(String)
}
