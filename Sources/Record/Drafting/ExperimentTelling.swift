import Casework
import Markdown

/// An experiment of the ledger in one sentence: what was different, where it ran, and what came out.
struct ExperimentTelling {
  private let experiment: Experiment
  private let fixes: [String]

  /// - Parameter fixes: the commits of the fix: what ran on one of them says something else than what ran before it.
  init(_ experiment: Experiment, fixes: [String] = []) {
    self.experiment = experiment
    self.fixes = fixes
  }

  var sentence: String {
    let command = MarkdownText.codeSpan(experiment.command.joined(separator: " "))
    let difference = experiment.changed.map { "with “\($0)”, " } ?? ""
    let place = experiment.commit.map { commit in
      (fixes.contains(where: commit.hasPrefix) ? "on the fix " : "on ")
        + MarkdownText.codeSpan(String(commit.prefix(10))) + ", "
    }
    let expected = experiment.expected.map { " (expected: \($0))" } ?? ""
    return "\(difference)\(place ?? "")\(command) \(outcome)\(expected)"
  }

  private var outcome: String {
    let time = experiment.seconds.map { " after \(seconds($0))" } ?? ""
    switch experiment.cutoff {
    case .timeLimit:
      return "did not end within its time limit\(experiment.seconds.map { " of \(seconds($0))" } ?? "")"
    case .interrupt: return "was interrupted\(time)"
    case nil: break
    }
    if let status = experiment.exitStatus {
      let last = experiment.output?.excerpt.last { !$0.allSatisfy(\.isWhitespace) }
      let said = last.map { " and printed at its end \(MarkdownText.codeSpan($0))" } ?? ""
      return "\(status == 0 ? "passed" : "failed with exit status \(status)")\(said)"
    }
    if let signal = experiment.signal { return "was ended by signal \(signal)\(time)" }
    return "ran; what came out was not kept"
  }

  private func seconds(_ value: Double) -> String {
    let tenths = Int((value * 10).rounded())
    return tenths % 10 == 0 ? "\(tenths / 10) s" : "\(tenths / 10).\(tenths % 10) s"
  }
}
