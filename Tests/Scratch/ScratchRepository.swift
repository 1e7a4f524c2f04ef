import Storage
import Subprocess

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// A real git repository of a test's own, untouched by the settings of whoever runs the tests.
public struct ScratchRepository: Sendable {
  /// The root of its working tree.
  public let path: String

  /// The directory that holds it, with room beside it.
  public let surroundings: TemporaryDirectory

  /// What git is run with: a fixed person, a fixed day, no settings but the repository's own.
  public static let environment = [
    "PATH": ProcessVariables.path, "HOME": "/nonexistent", "LC_ALL": "C",
    "GIT_CONFIG_GLOBAL": "/dev/null", "GIT_CONFIG_NOSYSTEM": "1", "GIT_TERMINAL_PROMPT": "0",
    "GIT_AUTHOR_NAME": "Ada Byron", "GIT_AUTHOR_EMAIL": "ada@example.org",
    "GIT_COMMITTER_NAME": "Ada Byron", "GIT_COMMITTER_EMAIL": "ada@example.org",
    "GIT_AUTHOR_DATE": "2026-03-01T12:00:00+0100", "GIT_COMMITTER_DATE": "2026-03-01T12:00:00+0100",
  ]

  /// An empty repository on an unborn branch `main`.
  public init(named name: String = "repository", format: String = "sha1") throws {
    surroundings = try TemporaryDirectory()
    path = "\(surroundings.path)/\(name)"
    try Self.git(
      ["init", "--quiet", "--initial-branch=main", "--template=", "--object-format=\(format)", path],
      in: surroundings.path)
  }

  /// The same as `original`, byte for byte, in a place of its own.
  public init(copying original: ScratchRepository) throws {
    surroundings = try TemporaryDirectory()
    path = "\(surroundings.path)/\(Path.name(original.path))"
    try original.copy(to: path)
  }

  /// Copies a directory of the working tree, all of it by default, to a place where nothing is.
  public func copy(_ directory: String = "", to target: String) throws {
    let command = Command(
      "cp", ["-R", "-p", "--", "\(path)/\(directory)", target], environment: Self.environment,
      workingDirectory: "/")
    let capture = try Spawner().capture(command)
    guard capture.outcome.ending.isSuccess else {
      throw ScratchError(command: command.arguments, message: String(decoding: capture.error, as: UTF8.self))
    }
  }

  /// A clone of `origin`, made with these options of `git clone`.
  ///
  /// It is asked for by URL, since git takes a local path as a whole whatever the options say.
  public init(cloning origin: ScratchRepository, _ options: [String] = [], named name: String = "clone")
    throws
  {
    surroundings = origin.surroundings
    path = "\(surroundings.path)/\(name)"
    try origin.git("config", "uploadpack.allowFilter", "true")
    try origin.git("config", "uploadpack.allowAnySHA1InWant", "true")
    try Self.git(
      ["clone", "--quiet", "--template="] + options + ["file://\(origin.path)", path], in: surroundings.path)
  }

  /// Runs git in the working tree and gives what it prints, without the last newline.
  @discardableResult
  public func git(_ arguments: String...) throws -> String {
    try Self.git(arguments, in: path)
  }

  /// Runs git in `directory` and gives what it prints, without the last newline.
  ///
  /// - Throws: `ScratchError` where git fails.
  @discardableResult
  public static func git(_ arguments: [String], in directory: String) throws -> String {
    let command = Command(
      "git", ["-c", "protocol.file.allow=always"] + arguments, environment: environment,
      workingDirectory: directory)
    let capture = try Spawner().capture(command)
    guard capture.outcome.ending.isSuccess else {
      throw ScratchError(command: arguments, message: String(decoding: capture.error, as: UTF8.self))
    }
    let text = String(decoding: capture.output, as: UTF8.self)
    return text.hasSuffix("\n") ? String(text.dropLast()) : text
  }

  /// Writes a file of the working tree; a text that begins with `#!` may be executed.
  public func write(_ text: String, to file: String) throws {
    let target = "\(path)/\(file)"
    try FileTree.makeDirectory(Path.parent(target), mode: 0o755)
    try FileTree.write(Array(text.utf8), to: target, mode: 0o644)
    // Whatever the umask: git keeps whether a file may be executed, and nothing else.
    chmod(target, text.hasPrefix("#!") ? 0o755 : 0o644)
  }

  /// Removes a file or directory of the working tree.
  public func remove(_ file: String) throws {
    try FileTree.remove("\(path)/\(file)")
  }

  /// Writes files, commits everything that differs from HEAD, and gives the commit's name.
  @discardableResult
  public func commit(_ files: KeyValuePairs<String, String>, _ message: String) throws -> String {
    for (file, text) in files { try write(text, to: file) }
    return try commit(message)
  }

  /// Commits everything that differs from HEAD, if anything does, and gives the commit's name.
  @discardableResult
  public func commit(_ message: String) throws -> String {
    try git("add", "--all", "--force")
    try git("commit", "--quiet", "--allow-empty", "--message", message)
    return try git("rev-parse", "HEAD")
  }

  /// Merges `branch` into the current one by a commit of its own, and gives the commit's name.
  @discardableResult
  public func merge(_ branch: String) throws -> String {
    try git("merge", "--quiet", "--no-ff", "--no-edit", branch)
    return try git("rev-parse", "HEAD")
  }

  /// Adds `module` as a submodule at `file` and commits that.
  @discardableResult
  public func addSubmodule(_ module: ScratchRepository, at file: String) throws -> String {
    try git("submodule", "--quiet", "add", module.path, file)
    return try commit("Add the submodule \(file)")
  }

  /// The digest of everything in it, `.git` included.
  public func digest() throws -> String {
    try directoryDigest(path)
  }
}

/// git failed while a test prepared its ground.
public struct ScratchError: Error, CustomStringConvertible {
  /// What git was told.
  public var command: [String]

  /// What it answered.
  public var message: String

  /// The command and the answer.
  public var description: String { "git \(command.joined(separator: " ")): \(message)" }
}
