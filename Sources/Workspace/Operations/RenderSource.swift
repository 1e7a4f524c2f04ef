import Casework
import Rendering
import Storage

/// A text that is to be rendered: a file, the record of a case, or standard input.
struct RenderSource {
  static let standardInput = "/dev/stdin"

  /// What people know it by.
  let name: String

  /// Where it is.
  let path: String

  /// Where all of it can be read; nil for standard input.
  let whole: String?

  /// What a word of the command line names: a file before a case.
  ///
  /// - Parameter desk: the desk around the workspace's directory, where it is known already.
  /// - Throws: `NothingToRender`; errors of the rooms below.
  init(_ word: String, of desk: CaseDesk? = nil, in workspace: Workspace) throws {
    guard word != "-" || workspace.isConfined else {
      (name, path, whole) = ("standard input", Self.standardInput, nil)
      return
    }
    name = word
    let file = Path.absolute(word, from: workspace.directory)
    // An agent names cases alone: a file of that name might be a link to anywhere.
    if !workspace.isConfined, FileTree.isFile(file) {
      path = file
    } else {
      let desk = desk ?? (try? CaseDesk(in: workspace))
      let known = try desk?.store.keys() ?? []
      guard let desk, known.contains(word) else { throw NothingToRender(name: word, known: known) }
      path = try desk.record(of: word)
    }
    whole = Path.relative(path, to: workspace.directory) ?? path
  }

  /// Its bytes.
  var text: [UInt8] {
    get throws { try FileTree.read(path) }
  }
}

extension RenderingOptions {
  /// What a flag and, in a working tree, the project's settings say.
  ///
  /// - Throws: `UsageError.notAnAddress`; errors of the rooms below.
  init(baseURL: String?, in workspace: Workspace) throws {
    if let baseURL, !ProjectSettings.isAddress(baseURL) { throw UsageError.notAnAddress(baseURL) }
    // Any text can be rendered anywhere: without a repository there are no settings.
    try self.init(of: try? CaseDesk(in: workspace))
    self.baseURL = baseURL
  }

  /// - Parameter desk: the repository whose settings count; nil for none.
  init(of desk: CaseDesk?) throws {
    self.init()
    guard let desk else { return }
    let settings = try ProjectFiles(root: desk.root).settings()
    issueURL = settings.jiraURL
    pullRequestURL = settings.pullRequestURL
  }
}

/// A name that is neither a file's nor a case's.
struct NothingToRender: Error {
  var name: String

  /// The cases that are there.
  var known: [String]
}

/// A text that is to be ADF and is none.
struct UnreadableADF: Error {
  var name: String
  var fault: ADFAnswerFault
}
