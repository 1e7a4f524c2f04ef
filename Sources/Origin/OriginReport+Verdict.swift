extension OriginReport {
  /// Says what can be said of a report whose candidates and statements are there.
  ///
  /// - Parameter threshold: below this probability the best candidate is not called most likely.
  mutating func judge(above threshold: Double, _ unread: Unread) {
    verdict = .notDetermined
    if let stated = named.first {
      verdict = .named
      sentence =
        "\(Self.short(stated.commit)) is named in the fix's message; history alone "
        + (candidates.first.map {
          $0.commit == stated.commit
            ? "says the same, with a probability of \(Self.percent($0.probability))."
            : "would say \(Self.short($0.commit)), with a probability of \(Self.percent($0.probability))."
        } ?? "says nothing.")
    } else if let doubt = doubt(threshold, unread) {
      sentence = "Not determined: \(doubt)"
    } else if let best = candidates.first {
      verdict = .mostLikely
      sentence =
        "Most likely \(Self.short(best.commit)), with a probability of \(Self.percent(best.probability)), "
        + "judged from history alone."
    }
  }

  /// Takes in what running the repro says: a commit that it found is the answer, whatever history says.
  mutating func take(_ running: Running) {
    self.running = running
    guard running.isFound else { return }
    verdict = .found
    sentence = running.sentence
  }

  /// Why no commit is most likely; nil where the best one is.
  private func doubt(_ threshold: Double, _ unread: Unread) -> String? {
    if !unread.leavesEnough {
      return unread.late.isDisjoint(with: [.fix, .blame])
        ? "the fix changes more than is ever read."
        : "the lines that the fix changes, or who touched them, could not be read in the time given."
    }
    if isCut { return "the history that would tell is not in this clone." }
    guard let best = candidates.first else {
      return fix.searched.isEmpty
        ? "the fix changes no file whose lines could be read."
        : "no commit before the fix touched what it changes."
    }
    let likely = "the best of \(considered) candidates has a probability of \(Self.percent(best.probability))"
    if best.probability < threshold { return "\(likely)." }
    // What is less likely than that it is another commit altogether is not most likely.
    return best.probability > outside
      ? nil : "\(likely), and that it is none of them one of \(Self.percent(outside))."
  }

  private static func short(_ commit: CommitFacts) -> Substring { commit.commit.prefix(10) }

  private static func percent(_ probability: Double) -> String { "\(Int((probability * 100).rounded())) %" }
}
