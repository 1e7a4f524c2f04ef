/// Why a file or directory could not be read or written.
public struct FileError: Error, Sendable, Equatable {
  /// What was tried.
  public enum Action: String, Sendable {
    case read, write, create, remove, lock, list
  }

  /// What was tried.
  public var action: Action

  /// Where.
  public var path: String

  /// The errno of the system.
  public var code: Int32

  /// An error from its parts.
  public init(_ action: Action, _ path: String, code: Int32) {
    self.action = action
    self.path = path
    self.code = code
  }
}
