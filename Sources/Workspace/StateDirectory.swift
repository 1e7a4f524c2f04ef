import Delivery
import Storage

/// Where this user's own state is kept, apart from the repository.
struct StateDirectory {
  let path: String

  /// - Throws: `StateDirectoryError` where there is none, or it is in the repository.
  init(environment: [String: String], outside root: String) throws {
    guard let path = UserDirectory.state.path(in: environment) else { throw StateDirectoryError.none }
    self.path = path
    let real = Self.real(path)
    // What comes with a repository must not be able to approve anything.
    guard Path.relative(real, to: FileTree.realPath(root) ?? root) == nil else {
      throw StateDirectoryError.inRepository(path)
    }
  }

  /// The path without links, of what stands there already.
  private static func real(_ path: String) -> String {
    if let real = FileTree.realPath(path) { return real }
    let parent = Path.parent(path)
    return parent == path ? path : "\(real(parent))/\(Path.name(path))"
  }

  /// The approvals in it.
  func approvals() throws -> ApprovalStore { try ApprovalStore(in: path) }
}

/// Why there is no place for the user's own state.
enum StateDirectoryError: Error {
  case none
  case inRepository(String)
}
