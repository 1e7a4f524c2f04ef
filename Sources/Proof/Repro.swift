import Digest
public import Repository
import Storage
import Subprocess

/// The command that shows the bug, made ready to run in any tree.
public struct Repro: Sendable, Equatable {
  /// A script that the command runs.
  public struct Script: Sendable, Equatable {
    /// Where it stands: absolute if it is outside the trees, else relative to their root.
    public var path: String

    /// Whether it is one file outside the trees, the same for both.
    public var isOutside: Bool

    /// The SHA-256 of its content, where it is outside.
    public var digest: String?
  }

  /// What the user wrote.
  public var written: String

  /// What is run, by the shell: `written` with the path of an outside script made absolute.
  public var command: String

  /// The script that the first words of the command name, if they name one.
  public var script: Script?

  /// Resolves a command that the user wrote in `directory`.
  ///
  /// A path at the beginning of the command (or after an interpreter's name) that names a file on the user's disk
  /// which neither tree holds is made absolute, so that it is found from inside them. One that a tree holds is left
  /// alone: each tree has its own.
  ///
  /// - Parameter isInTrees: whether one of the two trees holds a file at a path.
  /// - Throws: `ReproError` where there is no command, or its script is missing.
  public init(
    _ written: String, from directory: String, in repository: Repository, isInTrees: (String) throws -> Bool
  ) throws {
    self.written = written
    command = written
    guard written.utf8.contains(where: { $0 > 0x20 }) else { throw ReproError.empty }
    guard !written.utf8.contains(0) else { throw ReproError.holdsNUL }
    guard let word = ShellWord.script(of: written) else { return }
    let path = Path.absolute(word.text, from: directory)
    let inTree = repository.treePath(of: word.text, from: directory)
    if let inTree, try isInTrees(inTree) {
      script = Script(path: inTree, isOutside: false, digest: nil)
    } else if FileTree.isFile(path) {
      if word.isCommand, ProgramSearch.find(path, path: nil) == nil {
        throw ReproError.scriptNotExecutable(path)
      }
      script = Script(path: path, isOutside: true, digest: SHA256.hexadecimal(of: try FileTree.read(path)))
      command = written.replacing(at: word.range, with: ShellWord.quoted(path))
    } else if let inTree = inTree ?? (repository.workTree == nil ? Path.relative(path, to: directory) : nil) {
      // Neither in the trees nor on the disk: one that the set-up makes.
      script = Script(path: inTree, isOutside: false, digest: nil)
    } else if word.isCommand {
      throw ReproError.scriptMissing(word.text)
    }
  }

  /// The digest of an outside script as it is on the disk now, to be held against the one that was recorded.
  func currentDigest() -> String? {
    guard let script, script.isOutside else { return nil }
    return (try? FileTree.read(script.path)).map { SHA256.hexadecimal(of: $0) }
  }
}

/// Why a repro cannot be run at all.
public enum ReproError: Error, Sendable, Equatable {
  /// The command is empty.
  case empty

  /// The command holds a NUL, which no command line can.
  case holdsNUL

  /// The script does not exist.
  case scriptMissing(String)

  /// The script is there but may not be executed.
  case scriptNotExecutable(String)

  /// The script changed while the proof was under way.
  case scriptChanged(String)
}

extension String {
  /// This text with the bytes of `range` replaced.
  fileprivate func replacing(at range: Range<Int>, with text: String) -> String {
    let bytes = Array(utf8)
    return String(
      decoding: bytes[..<range.lowerBound] + Array(text.utf8) + bytes[range.upperBound...], as: UTF8.self)
  }
}
