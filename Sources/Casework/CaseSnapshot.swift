import Storage

/// What a case holds at one time: its file and its evidence.
public protocol CaseContents {
  /// The file.
  var file: CaseFile { get }

  /// The evidence, the oldest first.
  var evidence: [Evidence] { get }

  /// The lines of the evidence that cannot be read.
  var unreadable: [UnreadableLine] { get }
}

/// A case as it was read, without a lock: others may change it meanwhile.
public struct CaseSnapshot: CaseContents, Sendable {
  /// The file.
  public let file: CaseFile

  /// The evidence, the oldest first.
  public let evidence: [Evidence]

  /// The lines of the evidence that cannot be read.
  public let unreadable: [UnreadableLine]

  init(in directory: String, key: String) throws {
    // The file first: evidence is written before the values that it is of, and only grows. So whatever happens
    // between the two readings, every value that was read has its evidence.
    file = try CaseFile.read(in: directory, key: key)
    (evidence, unreadable) = try EvidenceJournal(reading: directory).read()
  }
}

extension CaseFile {
  /// The file of the case `key`, which stands in `directory`.
  ///
  /// - Throws: `CaseStoreError` where it names another case, `YAMLError`, `FileError`.
  static func read(in directory: String, key: String) throws -> CaseFile {
    let path = "\(directory)/case.yaml"
    let file = try CaseFile(FileTree.read(path), name: path)
    let named = try file.facts().key
    guard named == key else { throw CaseStoreError.keyDiffers(path: path, named: named, expected: key) }
    return file
  }
}
