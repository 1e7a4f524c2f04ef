/// What a shell offers for a value, where its type does not say it.
public enum CompletionKind: Sendable, Equatable {
  /// Files and directories.
  case file
  /// Directories only.
  case directory
}
