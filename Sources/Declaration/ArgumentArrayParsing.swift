/// Which of the words that are no options belong to an argument with many values.
public enum ArgumentArrayParsing: Sendable, Equatable {
  /// All that remain.
  case remaining
  /// Those behind `--` and no others, as they stand: `try KEY -- make test --jobs 2`.
  case postTerminator
}
