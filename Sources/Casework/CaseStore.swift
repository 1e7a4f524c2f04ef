import Storage
import YAML

/// The cases of a repository, on its disk: `.postmortem/cases/KEY/`.
///
/// A case is there once its `case.yaml` is. Who changes a case holds its lock; who reads it needs none. Where a link
/// leads out of the working tree, nothing is read, made or written: links come with a repository, unasked.
public struct CaseStore: Sendable {
  /// The directory that holds a directory for each case.
  public let directory: String

  /// The root of the working tree, where no link may lead out of it.
  private let wall: String

  /// The cases of the working tree at `root`.
  public init(inWorkTree root: String) {
    directory = "\(root)/.postmortem/cases"
    wall = root
  }

  /// The keys of all cases, sorted.
  ///
  /// - Throws: `LeadsElsewhere`, `FileError`.
  public func keys() throws -> [String] {
    try FileTree.checkPlace(directory, within: wall)
    guard FileTree.isDirectory(directory) else { return [] }
    return try FileTree.list(directory).filter { FileTree.isFile("\(directory)/\($0)/case.yaml") }
  }

  /// Reads a case; nothing is waited for, made or written.
  ///
  /// - Throws: `CaseStoreError` where there is none, `YAMLError`, `FileError`.
  public func read(_ key: String) throws -> CaseSnapshot {
    try CaseSnapshot(in: try directory(of: key), key: key)
  }

  /// Opens a case to change it; another process that has it open is waited for.
  ///
  /// - Throws: `CaseStoreError` where there is none, `YAMLError`, `FileError`.
  public func open(_ key: String) throws -> OpenCase {
    try OpenCase(in: try directory(of: key), key: key)
  }

  /// Opens a case to give it another file, whether the one that stands there reads or not.
  ///
  /// - Throws: `CaseStoreError` where there is none, `FileError`.
  public func open(_ key: String, toTake file: CaseFile) throws -> OpenCase {
    try OpenCase(in: try directory(of: key), taking: file)
  }

  /// The ledger of a case; another process may have the case open meanwhile.
  ///
  /// - Throws: `CaseStoreError` where there is none, `FileError`.
  public func ledger(of key: String) throws -> LedgerJournal {
    LedgerJournal(in: try directory(of: key))
  }

  /// Makes a new case, with all that is known of it; or finishes one whose making was cut short.
  ///
  /// - Parameters:
  ///   - facts: where the values of its first file are from.
  ///   - time: now, as ISO 8601 in UTC.
  ///   - fill: fills in the empty file.
  /// - Throws: `CaseStoreError` where it, or one that differs in capitals only, is there already, or the key is none;
  ///   `LeadsElsewhere`; what `fill` throws: then nothing is made.
  public func create(
    _ key: String, stating facts: [Evidence.Fact], at time: String,
    filling fill: (CaseFile) throws -> CaseFile
  ) throws -> OpenCase {
    try checkFree(key)
    let place = "\(directory)/\(key)"
    let file = try fill(CaseFile(newFor: key))
    _ = try file.facts()
    try FileTree.makeDirectory(directory, mode: 0o755)
    // Of two that are made at once, with keys that differ in capitals only, the second finds the first.
    let lock = try FileLock.take("\(directory)/.lock", waits: true)
    defer { withExtendedLifetime(lock) {} }
    try checkFree(key)
    try FileTree.makeDirectory(place, mode: 0o755)
    try keepOutOfGit()
    let open = try OpenCase(creating: file, in: place, key: key, stating: facts, at: time)
    for made in [place, directory, Path.parent(directory)] { try FileTree.flushName(of: made) }
    return open
  }

  /// Looks whether a case of that key could be made.
  ///
  /// - Throws: `CaseStoreError` where it, or one that differs in capitals only, is there already, or the key is none;
  ///   `LeadsElsewhere`.
  public func checkFree(_ key: String) throws {
    try Self.check(key)
    try checkLinks(of: key)
    // On a file system that does not tell capitals from small letters both were one directory.
    if let other = try keys().first(where: { $0 != key && $0.lowercased() == key.lowercased() }) {
      throw CaseStoreError.keyTaken(key, by: other)
    }
    guard !FileTree.isFile("\(directory)/\(key)/case.yaml") else { throw CaseStoreError.caseExists(key) }
  }

  /// Has git ignore what is of this machine only; what a person has written there stays.
  ///
  /// - Throws: `LeadsElsewhere`, `FileError`.
  public func keepOutOfGit() throws {
    let root = Path.parent(directory)
    try FileTree.checkPlace("\(root)/.gitignore", within: wall)
    OpenFile.removeAbandoned(in: root)
    let path = "\(root)/.gitignore"
    // What an earlier version wrote there lacks the later names.
    let known = Self.laterNames.indices.map { Self.ignored + Self.laterNames[..<$0].joined() }
    if FileTree.isFile(path), !known.contains(String(decoding: try FileTree.read(path), as: UTF8.self)) {
      return
    }
    try FileTree.write(Array((Self.ignored + Self.laterNames.joined()).utf8), to: path, mode: 0o644)
  }

  private static let ignored = """
    # Locks and files under way are of this machine; the rest belongs to the record.
    .lock
    *.growing
    *.tmp

    """

  /// What later versions added, one after the other.
  private static let laterNames = ["case.edit*\n", "delivery.lock\n"]

  /// The directory of a case.
  ///
  /// - Throws: `CaseStoreError` where there is none, `LeadsElsewhere`.
  public func directory(of key: String) throws -> String {
    try Self.check(key)
    try checkLinks(of: key)
    // By the names in the directory: a file system may take `rill-142` for `RILL-142`.
    guard FileTree.isFile("\(directory)/\(key)/case.yaml"), try FileTree.list(directory).contains(key) else {
      throw CaseStoreError.noSuchCase(key, known: try keys())
    }
    return "\(directory)/\(key)"
  }

  /// The one way to a case's files: the directories that lead to it, its own, and the logs below it.
  private func checkLinks(of key: String) throws {
    let place = "\(directory)/\(key)"
    try FileTree.checkPlace(place, within: wall)
    try FileTree.checkPlace("\(directory)/.lock", within: wall)
    try FileTree.checkLinks(in: place, within: wall, depth: 1)
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

/// Why a case cannot be opened or changed.
public enum CaseStoreError: Error, Sendable, Equatable {
  /// There is no case of this key; these are there.
  case noSuchCase(String, known: [String])

  /// There is one already.
  case caseExists(String)

  /// There is one whose key differs in capitals and small letters only.
  case keyTaken(String, by: String)

  /// The file names another case than its directory does.
  case keyDiffers(path: String, named: String, expected: String)

  /// The text is no key.
  case badKey(String)

  /// Somebody saved the file while it was being changed here.
  case editedMeanwhile(path: String)
}
