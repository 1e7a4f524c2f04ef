import Archive
import Casework
import FoundationEssentials
import Storage

/// The archive of the repository that the user stands in.
struct RecordArchive {
  let desk: CaseDesk
  let archive: Archive

  /// The directory of the records, from the root of the working tree.
  let place: String

  /// Nil where there are no records.
  ///
  /// - Throws: `RepositoryError` outside of a working tree; `LeadsElsewhere`.
  init?(in workspace: Workspace) throws {
    desk = try CaseDesk(in: workspace)
    place = try ProjectFiles(root: desk.root).settings().recordDirectory
    let directory = "\(desk.root)/\(place)"
    guard FileTree.isDirectory(directory) else { return nil }
    if workspace.isConfined { try FileTree.checkWithin(desk.root, directory) }
    archive = Archive(
      of: directory, cache: desk.cacheDirectory, now: Int(Date.now.timeIntervalSince1970))
  }
}
