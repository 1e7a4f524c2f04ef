import Archive
import Casework
import FoundationEssentials
import Repository
import Storage

/// The archive of the records of a repository.
struct RecordArchive {
  let archive: Archive

  /// The directory of the records, from the root of the working tree.
  let place: String

  /// Nil where there are no records.
  ///
  /// - Throws: `LeadsElsewhere`; errors of the settings.
  init?(of desk: CaseDesk, in workspace: Workspace) throws {
    place = try ProjectFiles(root: desk.root).settings().recordDirectory
    let directory = "\(desk.root)/\(place)"
    guard FileTree.isDirectory(directory) else { return nil }
    if workspace.isConfined { try FileTree.checkWithin(desk.root, directory) }
    let repository = desk.repository
    archive = Archive(
      of: directory, cache: desk.cacheDirectory, now: Int(Date.now.timeIntervalSince1970)
    ) { (try? repository.filesChanged(by: $0)) ?? [:] }
  }
}
