extension CueGroup {
  /// The cues of all rules.
  static let all: [CueGroup] = hedges + blame + arguments + style
}
