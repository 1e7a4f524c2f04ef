import Storage
public import Subprocess

/// The user's repository, which is only ever read.
public struct Repository: Sendable {
  /// The root of the working tree that the user stands in; nil for a bare repository.
  public let workTree: String?

  /// The directory of this working tree's own state (HEAD, index).
  public let gitDirectory: String

  /// The directory that all working trees share.
  public let commonDirectory: String

  /// The name of its hash: "sha1" or "sha256".
  public let objectFormat: String

  let git: GitProgram

  /// The directory that git is run in.
  let directory: String

  /// Where the user's environment names the repository (inside a hook, an alias, a script), it goes on doing so.
  var naming: [String: String]

  /// What was read of it already.
  let memory = CommitMemory()

  /// The repository around `directory`.
  ///
  /// - Parameter environment: the user's; git's own variables in it are honoured to find the repository.
  /// - Throws: `RepositoryError` where there is none.
  public init(around directory: String, environment: [String: String], spawner: Spawner) throws {
    git = GitProgram(spawner: spawner, environment: environment)
    self.directory = directory
    let located = environment.filter { ["GIT_DIR", "GIT_WORK_TREE", "GIT_COMMON_DIR"].contains($0.key) }
    guard FileTree.isDirectory(directory) else { throw RepositoryError.notARepository(directory) }
    let location = try Self.locate(directory, git: git, adding: located)
    objectFormat = location.objectFormat
    gitDirectory = location.gitDirectory
    commonDirectory = Path.absolute(location.commonDirectory, from: directory)
    workTree = location.workTree
    naming =
      located.isEmpty
      ? [:]
      : ["GIT_DIR": location.gitDirectory].merging(location.workTree.map { ["GIT_WORK_TREE": $0] } ?? [:]) {
        $1
      }
  }

  /// What git, asked of this repository, prints.
  ///
  /// - Throws: `RepositoryError` where it fails.
  func output(_ arguments: [String]) throws -> [UInt8] {
    try git.output(arguments, in: directory, adding: naming)
  }

  /// Like `output`, as text without its last newline.
  func line(_ arguments: [String]) throws -> String {
    try git.line(arguments, in: directory, adding: naming)
  }

  /// Like `output`, or nil where git fails.
  func outputIfAny(_ arguments: [String]) throws -> [UInt8]? {
    let capture = try git.run(arguments, in: directory, adding: naming)
    return capture.outcome.ending.isSuccess ? capture.output : nil
  }

  /// Whether git, asked of this repository, answers with status 0.
  func succeeds(_ arguments: [String]) throws -> Bool {
    try git.succeeds(arguments, in: directory, adding: naming)
  }

  /// The version of the `git` in use, as it prints it: "git version 2.39.5".
  public func gitVersion() throws -> String {
    try line(["version"])
  }

  /// The name of the user, from git's settings.
  public var userName: String? {
    guard let name = try? line(["config", "--get", "user.name"]), !name.isEmpty else { return nil }
    return name
  }

  /// The branch that is checked out; nil where HEAD is on none.
  public var currentBranch: String? {
    guard let name = try? line(["symbolic-ref", "--quiet", "--short", "HEAD"]), !name.isEmpty else {
      return nil
    }
    return name
  }

  /// The editor that git's settings name, as a line of the shell.
  public var editor: String? {
    guard let words = try? line(["config", "--get", "core.editor"]), !words.isEmpty else { return nil }
    return words
  }

  /// A text with the changes that two others make to their common origin, as `git merge-file` finds it.
  ///
  /// - Parameters:
  ///   - mine: the path of one of them; the others likewise.
  ///   - label: what marks call it, where both change the same lines.
  /// - Throws: `RepositoryError` where git fails.
  public func merge(
    _ mine: String, as label: String, base: String, theirs: String, as theirLabel: String
  ) throws -> (text: [UInt8], isClean: Bool) {
    let arguments = ["merge-file", "-p", "-L", label, "-L", "before", "-L", theirLabel, mine, base, theirs]
    let capture = try git.run(arguments, in: directory, adding: naming)
    // The status is the number of conflicts, at most 127; 255 is an error (git-merge-file(1)).
    guard case .exit(let conflicts) = capture.outcome.ending, conflicts < 128 else {
      throw GitProgram.error(arguments, capture)
    }
    return (capture.output, conflicts == 0)
  }

  /// Where `path`, taken from the user's directory, lies in the working tree; nil where it is outside.
  public func treePath(of path: String, from directory: String) -> String? {
    guard let workTree else { return nil }
    return Path.relative(Path.absolute(path, from: directory), to: workTree)
  }
}

extension Repository {
  /// Variables that tie git to one repository: they must not reach a program that runs in another tree.
  public static var localVariables: [String] { GitProgram.localVariables }
}
