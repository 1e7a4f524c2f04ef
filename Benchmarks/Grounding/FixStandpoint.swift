import Digest
import Repository
import Storage
import Subprocess

/// A repository as it was when a fix was made: all objects of a clone, and a HEAD that moves from fix to fix.
///
/// A record is written when its fix is there. Held against the HEAD of today, a slip in the name of an old fix would be
/// found in what came ten years later.
struct FixStandpoint {
  let repository: Repository
  private let directory: String

  /// Borrows the objects of a clone; nothing is written there.
  init(of clone: Repository, environment: [String: String]) throws {
    directory = "/tmp/postmortem-bench-\(RandomBytes.hexadecimal(count: 4))"
    try FileTree.makeDirectory(directory)
    let spawner = Spawner()
    let made = try spawner.capture(
      Command(
        "git", ["init", "-q", "--bare", "--object-format=\(clone.objectFormat)", directory],
        environment: environment, workingDirectory: directory))
    guard made.outcome.ending.isSuccess else { throw RepositoryError.notARepository(directory) }
    try FileTree.write(
      Array("\(clone.commonDirectory)/objects\n".utf8), to: "\(directory)/objects/info/alternates")
    repository = try Repository(around: directory, environment: environment, spawner: spawner)
  }

  /// Stands at a fix.
  func move(to fix: String) throws {
    try FileTree.write(Array("\(fix)\n".utf8), to: "\(directory)/HEAD.new")
    try FileTree.rename("\(directory)/HEAD.new", to: "\(directory)/HEAD")
  }

  func cleanUp() throws { try FileTree.remove(directory) }
}
