/// The fingerprint of a failure without what a program printed as a difference, for one that prints another each time.
public func withoutPrintedDiff(_ signature: String) -> String {
  signature.split(separator: Signature.separator).filter { part in
    !(part.hasPrefix("+") || part.hasPrefix("-")) || part.hasPrefix("+++ ") || part.hasPrefix("--- ")
  }.joined(separator: Signature.separator)
}

/// What a program wanted and what it got, where it prints that as a unified diff.
///
/// The format: https://www.gnu.org/software/diffutils/manual/html_node/Detailed-Unified.html
enum PrintedDiff {
  /// The first lines that such diffs take away or add.
  static func changed(in lines: [Line], atMost count: Int) -> [Line] {
    var found: [Line] = []
    var isInHunk = false
    for line in lines {
      guard found.count < count else { break }
      if line.starts("@@ -") {
        isInHunk = true
      } else if isInHunk, line.starts(anyOf: ["+", "-"]), !line.starts(anyOf: ["+++ ", "--- "]) {
        found.append(line)
      } else if !line.starts(anyOf: [" ", "\\"]) {
        isInHunk = false
      }
    }
    return found
  }
}
