import Delivery
import Storage

/// Where this user's own state is kept, apart from the repository.
struct StateDirectory {
  let path: String

  /// - Throws: `StateDirectoryError` where there is none, or it is in the repository.
  init(environment: [String: String], outside root: String) throws {
    try self.init(at: UserDirectory.state.path(in: environment), outside: root)
  }

  /// Where approvals are: in the home that the system knows the user by.
  ///
  /// A variable could name a place in which whoever set it has put a seal and approvals of their own.
  ///
  /// - Throws: `StateDirectoryError` where there is none, or it is in the repository.
  static func approvals(home: String?, outside root: String) throws -> ApprovalStore {
    guard let home, home.hasPrefix("/") else { throw StateDirectoryError.noHome }
    let state = try StateDirectory(at: UserDirectory.state.path(in: ["HOME": home]), outside: root)
    return try ApprovalStore(in: state.path)
  }

  private init(at path: String?, outside root: String) throws {
    guard let path else { throw StateDirectoryError.none }
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
}

/// Why there is no place for the user's own state.
enum StateDirectoryError: Error {
  case none
  case noHome
  case inRepository(String)
}
