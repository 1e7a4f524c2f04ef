import Repository
import Scratch
import Storage
import Subprocess

/// A scratch repository, and a private one that borrows from it.
struct Borrowed {
  let scratch: ScratchRepository
  let repository: Repository
  let borrowing: BorrowingRepository

  /// Where trees can be checked out.
  let directory: TemporaryDirectory

  init(from scratch: ScratchRepository, adding variables: [String: String] = [:]) throws {
    self.scratch = scratch
    repository = try Repository(at: scratch.path, adding: variables)
    directory = try TemporaryDirectory()
    borrowing = try BorrowingRepository(creating: "\(directory.path)/objects", borrowingFrom: repository)
  }

  /// Checks out a revision of the scratch repository and gives the tree.
  func checkOut(_ revision: String = "HEAD", named name: String = "a") throws -> CheckedOutTree {
    try borrowing.checkOut(repository.commit(revision).id, at: "\(directory.path)/\(name)")
  }

  /// The text of a file in a checked-out tree; nil where there is none.
  func text(_ path: String, in name: String = "a") -> String? {
    (try? FileTree.read("\(directory.path)/\(name)/\(path)")).map { String(decoding: $0, as: UTF8.self) }
  }

  /// Runs git in the private repository.
  @discardableResult
  func git(_ arguments: String...) throws -> String {
    try ScratchRepository.git(arguments, in: borrowing.directory)
  }
}
