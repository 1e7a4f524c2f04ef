extension ProofSummary {
  /// Verdicts that measured the fix.
  private static let decidingVerdicts: Set<String> = [
    "proved", "passes-before", "still-fails", "fails-less", "fails-only-after", "rate-too-low",
    "other-failure-after", "hangs",
  ]

  /// The name of the file in the case's logs that holds the report.
  public var reportName: String { "proof-\(digest.prefix(12)).json" }

  /// Whether it ran the repro that a case names, as far as the case names one.
  ///
  /// What is masked in what was kept cannot be compared.
  public func measures(_ repro: Case.Repro) -> Bool {
    func isSame(_ named: String, _ measured: String) -> Bool {
      named.isEmpty || measured.contains("MASKED-") || words(named) == words(measured)
    }
    return isSame(repro.command, self.repro) && isSame(repro.symptom, symptom ?? "")
  }

  /// How a command is broken into lines makes no other one of it.
  private func words(_ text: String) -> [Substring] { text.split(whereSeparator: \.isWhitespace) }

  /// Whether it measured the fix; one that was interrupted or could not run says nothing, and takes nothing back.
  public var isDeciding: Bool { Self.decidingVerdicts.contains(verdict) }
}

extension Array where Element == Evidence {
  /// The last proof that decided something of a whole fix.
  ///
  /// A proof of another fix, of a part of it, of uncommitted changes or by another repro says nothing of it.
  ///
  /// - Parameters:
  ///   - fix: its last commit.
  ///   - repro: the repro that the case names; nil for any.
  public func decidingProof(
    of fix: String, by repro: Case.Repro?
  ) -> (evidence: Evidence, summary: ProofSummary)? {
    for entry in reversed() {
      guard case .proof(let summary) = entry.fact, summary.isDeciding, !summary.isUncommitted,
        CommitName.isSame(fix, summary.fix), repro.map(summary.measures) ?? true
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
