import Proof
import Statistics

/// Puts into words what the fix's test says at the commit that was found.
struct FixTestWording {
  private let origin: OriginReport.Running.Trial
  private let parents: [OriginReport.Running.Trial]
  private let command: String

  /// - Parameter result: what was run; without runs of its own the test is the repro, and the search has run it.
  init(_ result: FixTestRuns.Result, at place: Int, _ state: SearchState, _ wording: SearchWording) throws {
    func trial(_ place: Int, _ role: OriginReport.Running.Role) throws -> OriginReport.Running.Trial {
      guard result.isOwn else {
        let count = state.count(at: place)
        return .init(
          commit: try wording.facts(place), roles: [role], failures: count.failures, passes: count.passes,
          others: state.others[place] ?? 0, obstacle: state.obstacles[place]?.words,
          excerpt: state.excerpts[place] ?? [])
      }
      let runs = result.runs[place] ?? []
      let other = runs.last { $0.result == .other }
      return .init(
        commit: try wording.facts(place), roles: [role], failures: runs.count { $0.result == .symptom },
        passes: runs.count { $0.result == .pass }, others: runs.count { $0.result == .other },
        obstacle: result.obstacles[place]?.words ?? other.map { SearchState.words($0.reason) },
        excerpt: result.obstacles[place]?.excerpt ?? runs.last { $0.result != .pass }?.excerpt ?? [])
    }
    command = result.command
    origin = try trial(place, .origin)
    parents = try state.history.ancestry.parents[place].map { try trial($0, .parent) }
  }

  /// The part of the report.
  var report: OriginReport.Running.FixTest {
    .init(command: command, sentence: sentence, trials: [origin] + parents)
  }

  private var sentence: String {
    let name = origin.commit.commit.prefix(10)
    let runs = origin.failures + origin.passes
    guard runs > 0 else {
      return "The fix's test says nothing at \(name): \(origin.obstacle ?? "it was not run there")."
    }
    let there = "The fix's test, carried to \(name) and run there"
    if origin.failures == 0 {
      return "\(there), passes in \(SearchWording.runs(origin.passes)): it would not have caught the bug."
    }
    let fails = "\(there), fails in \(origin.failures) of \(SearchWording.runs(runs))"
    if let parent = parents.first(where: { $0.failures > 0 }) {
      return
        "\(fails), and at its parent \(parent.commit.commit.prefix(10)) as well: that is not this bug alone."
    }
    guard parents.allSatisfy({ $0.passes > 0 }) else {
      return
        "\(fails); at its parent it does not pass: \(parents.compactMap(\.obstacle).first ?? "it was not run there")."
    }
    return parents.isEmpty
      ? "\(fails): it would have caught the bug."
      : "\(fails) and passes at \(parents.count == 1 ? "its parent" : "its parents"): it would have caught the bug."
  }
}

extension OriginReport.Circumstance {
  /// What the fix's test says, as a fact; of which gap it speaks, if of any, a person decides.
  init(_ test: OriginReport.Running.FixTest, at commit: OriginReport.CommitFacts) {
    self.init(kind: .fixTest, sentence: test.sentence, commit: commit.commit, paths: [], suggests: nil)
  }
}
