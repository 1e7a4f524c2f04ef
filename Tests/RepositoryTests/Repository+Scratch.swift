import Repository
import Scratch
import Subprocess

extension Repository {
  /// The repository as a user in its root sees it.
  init(_ scratch: ScratchRepository) throws {
    try self.init(at: scratch.path)
  }

  /// The repository around a directory, as a user in it sees it.
  init(at directory: String, adding variables: [String: String] = [:]) throws {
    let environment = ScratchRepository.environment.merging(variables) { _, new in new }
    try self.init(around: directory, environment: environment, spawner: Spawner())
  }
}
