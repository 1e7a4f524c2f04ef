/// The two sides of a proof.
public enum Side: String, Sendable, Codable, CaseIterable {
  /// The tree without the fix, with the fix's test files carried onto it.
  case before

  /// The tree with the fix.
  case after

  /// The directory of this side's tree.
  ///
  /// Both names are of one length, since the length of a path has been known to hide or to show a bug.
  var directoryName: String {
    switch self {
    case .before: "a"
    case .after: "b"
    }
  }
}
