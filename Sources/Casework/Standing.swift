/// How a fact is known.
public enum Standing: String, Sendable, Codable, CaseIterable {
  /// The tool ran it and saw it.
  case measured

  /// It stands in the repository or in the tracker.
  case found

  /// A named person or agent says so.
  case attested

  /// Nobody says where it is from.
  case unsupported
}
