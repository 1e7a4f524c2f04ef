/// When output is coloured.
public enum ColorChoice: String, CaseIterable, Sendable {
  /// On a terminal that wants it.
  case auto
  /// Even into a pipe or a file.
  case always
  /// Nowhere.
  case never
}
