extension ProofSummary {
  /// Verdicts that measured the fix.
  private static let decidingVerdicts: Set<String> = [
    "proved", "passes-before", "still-fails", "fails-less", "fails-only-after", "rate-too-low",
    "other-failure-after", "hangs",
  ]

  /// Whether it measured the fix; one that was interrupted or could not run says nothing, and takes nothing back.
  public var isDeciding: Bool { Self.decidingVerdicts.contains(verdict) }
}

extension Array where Element == Evidence {
  /// The last proof that decided something of a whole fix.
  ///
  /// A proof of another fix, of a part of it or of uncommitted changes says nothing of it.
  ///
  /// - Parameter fix: its last commit.
  public func decidingProof(of fix: String) -> (evidence: Evidence, summary: ProofSummary)? {
    for entry in reversed() {
      guard case .proof(let summary) = entry.fact, summary.isDeciding, !summary.isUncommitted,
        CommitName.isSame(fix, summary.fix)
      else { continue }
      return (entry, summary)
    }
    return nil
  }
}

/// The names that commits have in a case: whole, or cut.
public enum CommitName {
  /// Whether both name the same commit; fewer than seven digits name none for sure.
  public static func isSame(_ first: String, _ second: String) -> Bool {
    first.count >= 7 && second.count >= 7 && (first.hasPrefix(second) || second.hasPrefix(first))
  }
}
