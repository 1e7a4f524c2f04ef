/// How many of the words that follow belong to an option with many values.
public enum ArrayParsing: Sendable, Equatable {
  /// One word for each time the option is given.
  case singleValue
  /// All words up to the next one that begins with a dash.
  case upToNextOption
}
