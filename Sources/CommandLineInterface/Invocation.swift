public import Declaration

/// What a command line asks for.
public enum Invocation: Sendable {
  /// Run this operation.
  case run(any Operation, GlobalOptions)
  /// Show this help.
  case help(String)
  /// Show this line about the version.
  case version(String)
  /// Write this text, a completion script or a manual page, as it is.
  case text(String)
}
