/// Why a program could not be run at all.
///
/// A program that ran and failed is an `Outcome`, not an error.
public enum SubprocessError: Error, Sendable, Equatable {
  /// No such program in the search path.
  case programNotFound(String)

  /// The directory to start in does not exist, or is no directory.
  case workingDirectoryMissing(String)

  /// The system refused to start the program; `code` is its errno.
  case cannotStart(program: String, code: Int32)

  /// A call of the system failed that does not fail in ordinary life; `code` is its errno.
  case systemCallFailed(name: String, code: Int32)
}
