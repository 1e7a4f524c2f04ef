import Casework
import Digest
import Proof
import Repository

/// One search up to a commit at which the repro fails.
///
/// The first is up to the commit before the fix. Where the repro turns out to fail at a commit for the tests that came
/// with it, another one goes up to that commit, with these tests carried back.
struct SearchPass {
  /// The newest commit that is searched.
  let tip: Commit

  /// What the pass before said.
  let earlier: OriginReport.Running?

  /// What the pass before learnt at the tip, and with the tests of the tip at its parents.
  let known: [SearchEntry]

  /// The first pass.
  init(up tip: Commit) {
    self.tip = tip
    earlier = nil
    known = []
  }

  /// The pass after one that found the tip.
  init(up tip: Commit, from journal: SearchJournal, after earlier: OriginReport.Running) throws {
    self.tip = tip
    self.earlier = earlier
    known = try journal.known().compactMap { entry in
      guard entry.testsOf == tip.id || entry.commit == tip.id && entry.testsOf == nil else { return nil }
      var entry = entry
      entry.testsOf = nil
      return entry
    }
  }

  /// What makes two passes the same: the search, and what is carried onto which commits.
  func key(of trials: Trials) -> String {
    guard earlier != nil else { return trials.key }
    var digest = SHA256()
    for text in [trials.key, tip.id.digits] { digest.update(field: text) }
    for item in trials.alsoCarried {
      digest.update(field: item.change.path.description)
      digest.update(field: item.change.blob.digits)
    }
    return String(digest.hexadecimal().prefix(24))
  }
}

extension OriginReport.Running {
  /// Takes in what the pass before measured, at commits newer than those of this one.
  mutating func goOn(from earlier: Self) {
    searched = earlier.searched
    runs += earlier.runs
    newRuns += earlier.newRuns
    trees += earlier.trees
    let here = Set(trials.map(\.commit.commit))
    // The tip of this pass stands in both, and what was run without the tests says nothing of those before it.
    let newer = earlier.trials.prefix { !here.contains($0.commit.commit) }
    for place in trials.indices { trials[place].roles.removeAll { $0 == .beforeFix } }
    trials = newer + trials
  }

  /// Takes back that a commit was found.
  mutating func leaveOpen(_ words: String, _ outcome: Outcome) {
    self.outcome = outcome
    for place in trials.indices { trials[place].roles.removeAll { $0 == .origin || $0 == .parent } }
    latentSince = nil
    sentence = "Not decided: \(words)"
  }
}
