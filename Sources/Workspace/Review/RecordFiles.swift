import Casework
import Record
import Storage

/// The texts that a review looks at.
struct RecordFiles {
  /// One of them.
  struct Source {
    /// What people know it by.
    var name: String

    /// Where it is; nil for standard input.
    var path: String?

    /// From the root of the working tree, for settings; empty where it stands in none.
    var place: String

    /// Whether it stands in no working tree.
    var isElsewhere: Bool { path != nil && place.isEmpty }

    /// Its bytes.
    var text: [UInt8] {
      get throws { try FileTree.read(path ?? RenderSource.standardInput) }
    }
  }

  let sources: [Source]

  /// What words of the command line name: files, all Markdown below directories, cases, `-`; all records where there are
  /// none.
  ///
  /// - Parameter desk: the repository that the user stands in; nil where there is none.
  /// - Throws: `NothingToRender`; errors of the rooms below.
  init(_ words: [String], of desk: CaseDesk?, in workspace: Workspace) throws {
    guard !words.isEmpty else {
      let desk = try desk ?? CaseDesk(in: workspace)
      let directory = try "\(desk.root)/\(ProjectFiles(root: desk.root).settings().recordDirectory)"
      guard FileTree.isDirectory(directory) else { throw NoRecords(directory: directory) }
      sources = try Self.markdown(below: directory, root: desk.root, in: workspace)
      return
    }
    var sources: [Source] = []
    var seen: Set<String> = []
    for word in words {
      let path = Path.absolute(word, from: workspace.directory)
      // An agent names cases alone.
      if word != "-", !workspace.isConfined, FileTree.isDirectory(path) {
        sources += try Self.markdown(below: path, root: desk?.root, in: workspace)
      } else {
        let source = try RenderSource(word, of: desk, in: workspace)
        let isFile = word != "-"
        sources.append(
          Source(
            name: isFile ? Path.relative(source.path, to: workspace.directory) ?? source.path : source.name,
            path: isFile ? source.path : nil, place: Self.place(source.path, in: desk?.root)))
      }
    }
    self.sources = sources.filter { seen.insert($0.path ?? "-").inserted }
  }

  private static func place(_ path: String, in root: String?) -> String {
    root.flatMap { Path.relative(path, to: $0) } ?? ""
  }

  private static func markdown(below directory: String, root: String?, in workspace: Workspace) throws
    -> [Source]
  {
    try FileTree.files(endingIn: ".md", below: directory).map { name in
      let path = "\(directory)/\(name)"
      if workspace.isConfined, let root { try FileTree.checkWithin(root, path) }
      return Source(
        name: Path.relative(path, to: workspace.directory) ?? path, path: path, place: place(path, in: root))
    }
  }
}

/// There is no record yet.
struct NoRecords: Error {
  var directory: String
}
