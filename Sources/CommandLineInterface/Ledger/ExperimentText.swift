import Casework
import Proof
import Terminal

/// What was different in an experiment, and what came out.
struct ExperimentText {
  private let experiment: Experiment
  private let width: Int

  init(_ experiment: Experiment, width: Int) {
    self.experiment = experiment
    self.width = width
  }

  /// The command as one would type it in a shell.
  var command: String { experiment.command.map(ShellWord.quoted).joined(separator: " ") }

  func lines(quotingOutput: Bool) -> [StyledText] {
    let rows = [
      ("changed", change), ("diff", experiment.diff?.file ?? ""),
      ("commit", experiment.commit.map { String($0.prefix(10)) } ?? ""), ("variables", variables),
      ("expected", experiment.expected ?? ""),
      ("outcome", outcome), ("log", experiment.output?.file ?? ""), ("rules in", labels(experiment.rulesIn)),
      ("rules out", labels(experiment.rulesOut)),
    ].filter { !$0.1.isEmpty }.map { Table.Row(StyledText($0.0, .dim), Sanitized($0.1).description) }
    let excerpt = quotingOutput ? experiment.output?.excerpt ?? [] : []
    return Table(rows).lines(indent: 0, width: width, textColumn: 11)
      + excerpt.map { StyledText("│ ", .dim) + StyledText(Sanitized($0).description) }
  }

  private var change: String {
    var parts = experiment.changed.map { [$0] } ?? []
    if let diff = experiment.diff {
      let files = diff.files == 1 ? "1 file" : "\(diff.files) files"
      parts.append("\(files), +\(diff.added) −\(diff.removed)")
      if let leftOut = diff.leftOut { parts.append("not kept: \(leftOut.joined(separator: ", "))") }
    }
    return parts.joined(separator: "; ")
  }

  private var variables: String {
    (experiment.variables ?? []).map { variable in
      variable.value.map { "\(variable.name)=\(ShellWord.quoted($0))" } ?? "\(variable.name) is not set"
    }.joined(separator: ", ")
  }

  private var outcome: String {
    let time = experiment.seconds.map { " after \(Self.duration($0))" } ?? ""
    let silence = experiment.output?.bytes == 0 ? ", and printed nothing" : ""
    return how.map { $0 + time + silence } ?? ""
  }

  private var how: String? {
    switch experiment.cutoff {
    case .timeLimit: return "ended by its time limit"
    case .interrupt: return "interrupted"
    case nil: break
    }
    if let signal = experiment.signal { return "killed by signal \(signal)" }
    return experiment.exitStatus.map { "exit status \($0)" }
  }

  private func labels(_ numbers: [Int]?) -> String {
    (numbers ?? []).map(LedgerEntry.label).joined(separator: ", ")
  }

  private static func duration(_ seconds: Double) -> String {
    if seconds < 1 { return "\(Int((seconds * 1000).rounded())) ms" }
    if seconds < 60 { return "\((seconds * 10).rounded() / 10) s" }
    let whole = Int(seconds.rounded())
    return "\(whole / 60) min \(whole % 60) s"
  }
}
