import Casework
import Masking
import Repository
import Storage
import YAML

/// Puts the text that a person has edited in the place of a case's file.
struct CaseSaving {
  private let edit: CaseEdit
  private let key: String
  private let attesting: CaseAttesting

  init(_ edit: CaseEdit, of key: String, by attesting: CaseAttesting) {
    self.edit = edit
    self.key = key
    self.attesting = attesting
  }

  /// Whether an error is of the text: its author can mend it and try again.
  static func canBeMended(_ error: any Error) -> Bool {
    switch error {
    case is YAMLError, is YAMLErrors, is AttestationFault, CaseStoreError.keyDiffers,
      RepositoryError.unknownRevision:
      true
    default: false
    }
  }

  /// Saves it; where it is as it was, nothing is done.
  ///
  /// - Throws: an error that can be mended; `EditConflict` where others have changed the same lines meanwhile.
  func save() throws -> EditReport {
    var report = EditReport(key: key, path: edit.casePath, isSaved: false, by: attesting.person)
    guard FileTree.isFile(edit.path) else { throw EditRefusal(cause: CopyGone(path: edit.path), kept: nil) }
    let text = try FileTree.read(edit.path)
    if try text == edit.base() { return report }
    // Held against what a case is before anybody is kept waiting by its lock.
    let file = try edit.file(of: text)
    let open = try attesting.desk.store.open(key, toTake: file)
    if try open.standing != edit.base() {
      guard try edit.catchUp(in: attesting.desk.repository, takesMarks: false) else {
        throw EditRefusal(cause: EditConflict(path: edit.casePath), kept: edit.path)
      }
      report.isMerged = true
    }
    try write(FileTree.read(edit.path), to: open, &report)
    report.isSaved = true
    // Saved is saved: an interruption from here on is none of the edit.
    report.gate = try? attesting.desk.gate(of: open)
    return report
  }

  private func write(_ text: [UInt8], to open: OpenCase, _ report: inout EditReport) throws {
    let masked = attesting.masker.mask(text)
    var places = MaskedPlace.list(masked.secrets, in: "case.yaml") ?? []
    var file = try edit.file(of: masked.text)
    let before = try? CaseFile(open.standing ?? [], name: edit.casePath)
    let readable = before.flatMap { file in (try? file.facts()) == nil ? nil : file }
    func changes() -> [CaseChange] {
      readable.map { file.changes(from: $0) } ?? file.changes(since: open.evidence)
    }
    let commits = try file.facts().fix.commits
    var discovery: CaseDiscovery?
    if !commits.isEmpty, changes().contains(where: { $0.field == "fix.commits" }) {
      let names = try attesting.fullNames(of: commits)
      if names != commits { file = try file.setting(["fix", "commits"], to: .list(names.map { .text($0) })) }
      discovery = try attesting.look(at: names, key: key)
    }
    report.changes = changes()
    report.found = try attesting.write(
      file, giving: report.changes.map { ($0.field, $0.new ?? "") }, after: discovery, to: open, &places)
    report.remarks = discovery?.remarks ?? []
    report.masked = MaskedPlace.once(places)
  }
}

/// The editor has removed the copy.
struct CopyGone: Error {
  /// Where it was.
  var path: String
}

/// Others changed the lines that were edited.
struct EditConflict: Error {
  /// The file.
  var path: String
}

extension CaseEdit {
  /// Merges into the copy what has changed in the case since it was made; false where both changed the same lines.
  ///
  /// - Parameter takesMarks: such lines then stand in the copy twice, between marks, and it does not read before
  ///   somebody has chosen; else the copy stays as it is.
  func catchUp(in repository: Repository, takesMarks: Bool) throws -> Bool {
    let now = try FileTree.read(casePath)
    guard try now != base() else { return true }
    if !FileTree.isFile(basePath) { try FileTree.write([], to: basePath, mode: 0o644) }
    let (text, isClean) = try repository.merge(
      path, as: "your edit", base: basePath, theirs: casePath, as: "case.yaml as it is now")
    if isClean || takesMarks { try take(text, basedOn: now) }
    return isClean
  }
}
