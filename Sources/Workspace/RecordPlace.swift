import Casework
import Record
import Storage

/// Where the record of a case stands, and what is remembered of its drafts.
struct RecordPlace {
  /// From the root of the working tree.
  let path: String

  /// What is remembered; nothing where there was no draft.
  let memory: DraftMemory

  /// Where the memory is kept.
  let memoryPath: String

  /// A record stays where it was drafted first, as long as it is there; else the settings say where it goes.
  init(of facts: Case, fixed: String, in caseDirectory: String, root: String, settings: ProjectSettings)
    throws
  {
    memoryPath = "\(caseDirectory)/draft.json"
    memory =
      FileTree.isFile(memoryPath)
      ? try JSONText.decode(DraftMemory.self, from: FileTree.read(memoryPath)) : DraftMemory()
    let usual = settings.recordPath(key: facts.key, title: facts.title, fixed: fixed)
    // The memory is a file of the repository, which may be somebody else's: it leads to no other place.
    if let old = memory.path, Path.isWithin(old), old.hasSuffix(".md"), FileTree.isFile("\(root)/\(old)") {
      path = old
    } else {
      path = usual
    }
  }

  /// Where the record is to be written: a draft takes in what stands there, and puts its own text in its place.
  ///
  /// - Throws: `LeadsElsewhere` where a link leads out of the working tree at `root`: the text would be another's.
  func checkedPath(in root: String) throws(LeadsElsewhere) -> String {
    let whole = "\(root)/\(path)"
    try FileTree.checkPlace(whole, within: root)
    return whole
  }
}
