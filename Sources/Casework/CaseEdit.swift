public import Storage

/// The copy of a case's file that a person edits, so that a half-edited text never stands as the case.
///
/// `case.edit.yaml` is what they edit, `case.edit.base.yaml` what it was made from; both stay until the text has been
/// saved, whatever happens to the process. One process at a time has them.
public struct CaseEdit: Sendable {
  /// The copy.
  public let path: String

  /// The text that the copy was made from.
  public let basePath: String

  /// The file that is edited.
  public let casePath: String

  private let key: String
  private let lock: FileLock

  /// The copy of a case, made or not; the lock of the case is not taken.
  ///
  /// - Throws: `CaseEditError.busy` where another process has it, `CaseStoreError` where there is no such case.
  public init(of key: String, in store: CaseStore) throws {
    let directory = try store.directory(of: key)
    guard let lock = try FileLock.take("\(directory)/case.edit.lock") else { throw CaseEditError.busy(key) }
    try store.keepOutOfGit()
    OpenFile.removeAbandoned(in: directory)
    self.lock = lock
    self.key = key
    path = "\(directory)/case.edit.yaml"
    basePath = "\(directory)/case.edit.base.yaml"
    casePath = "\(directory)/case.yaml"
  }

  /// Whether an earlier edit left a text that is not in the case.
  public func holdsLeftText() throws(FileError) -> Bool {
    guard FileTree.isFile(path) else { return false }
    let text = try FileTree.read(path)
    let known = [try base(), try FileTree.read(casePath)]
    return !known.contains(text)
  }

  /// What the copy was made from; empty where nobody knows.
  public func base() throws(FileError) -> [UInt8] {
    FileTree.isFile(basePath) ? try FileTree.read(basePath) : []
  }

  /// Makes the copy anew, from the file as it stands.
  public func begin() throws(FileError) {
    let text = try FileTree.read(casePath)
    try take(text, basedOn: text)
  }

  /// Gives the copy another text, which was made from `base`.
  public func take(_ text: [UInt8], basedOn base: [UInt8]) throws(FileError) {
    // The copy first: with the older base it is merged once more, which changes nothing.
    try FileTree.write(text, to: path, mode: 0o644)
    try FileTree.write(base, to: basePath, mode: 0o644)
  }

  /// Gives the copy another name, under which nothing touches it, and says which.
  public func setAside() throws(FileError) -> String {
    var number = 1
    while FileTree.isFile("\(path.dropLast(".yaml".count)).\(number).yaml") { number += 1 }
    let name = "\(path.dropLast(".yaml".count)).\(number).yaml"
    try FileTree.write(FileTree.read(path), to: name, mode: 0o644)
    try end()
    return name
  }

  /// Takes the copy away: its text is in the case, or is not wanted.
  public func end() throws(FileError) {
    try FileTree.remove(path)
    try FileTree.remove(basePath)
  }

  /// The copy as the file of the case.
  ///
  /// - Throws: `YAMLError`, `YAMLErrors`, `CaseStoreError` where it is none.
  public func file(of text: [UInt8]) throws -> CaseFile {
    let file = try CaseFile(text, name: path)
    let named = try file.facts().key
    guard named == key else { throw CaseStoreError.keyDiffers(path: path, named: named, expected: key) }
    return file
  }
}

/// Why a case cannot be edited now.
public enum CaseEditError: Error, Sendable, Equatable {
  /// Another process has the copy.
  case busy(String)
}
