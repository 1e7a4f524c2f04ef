import Casework
import Terminal
import Workspace

/// A ledger as a timeline; or, where one was asked for, a hypothesis against every experiment.
struct LedgerText {
  private let report: LedgerReport
  private let width: Int

  init(_ report: LedgerReport, width: Int) {
    self.report = report
    self.width = width
  }

  var lines: [StyledText] {
    if let check = report.check { return HypothesisCheckText(check, report, width: width).lines + warning }
    if let added = report.added { return lines(added: Set(added)) + warning }
    var lines = [StyledText("Ledger", .bold) + StyledText(" of \(Sanitized(report.key)): \(summary)")]
    for entry in report.entries {
      let hypothesis = report.hypotheses.first { $0.number == entry.number }
      lines.append("")
      lines += EntryText(entry, hypothesis: hypothesis, quotesOutput: true, width: width).lines
    }
    return lines + warning
  }

  /// What an import brought, and nothing else.
  private func lines(added: Set<Int>) -> [StyledText] {
    let entries = report.entries.filter { added.contains($0.number) }.flatMap { entry in
      EntryText(entry, quotesOutput: false, width: width).lines
    }
    return (added.isEmpty ? ["Nothing new: all of it is in the ledger."] : entries) + transcript
  }

  /// What was passed over of a transcript, and what its commands wait for.
  private var transcript: [StyledText] {
    guard let count = report.transcript else { return [] }
    var words = "Of \(count.agent.rawValue)'s session: \(counted(count.matching, "command", "commands"))"
    if count.matching < count.commands { words += " of \(count.commands)" }
    words += "; passed over: \(count.withoutResult) without a result, \(count.unknown) of an unknown shape."
    return words.lines(wrappedTo: width).map { StyledText($0) } + [
      StyledText("  → what each one showed: ")
        + StyledText("postmortem note \(Sanitized(report.key)) --rules-out H --by L", .cyan)
    ]
  }

  private var summary: String {
    guard !report.entries.isEmpty else {
      return "nothing yet; postmortem try \(Sanitized(report.key)) -- CMD runs an experiment"
    }
    let experiments = report.entries.count { if case .experiment = $0.content { true } else { false } }
    let states = HypothesisState.allCases.map { state in
      (state, report.hypotheses.count { $0.state == state })
    }.filter { $0.1 > 0 }.map { "\($0.1) \($0.0.rawValue)" }.joined(separator: ", ")
    let hypotheses = counted(report.hypotheses.count, "hypothesis", "hypotheses")
    return [
      counted(report.entries.count, "entry", "entries"), counted(experiments, "experiment", "experiments"),
      hypotheses + (states.isEmpty ? "" : " (\(states))"),
    ].joined(separator: ", ")
  }

  private var warning: [StyledText] {
    guard let words = UnreadableLine.words(for: report.unreadable, in: report.path) else { return [] }
    let text = Sanitized("\(words); what was said there is passed over.").description
    return [""] + text.lines(wrappedTo: width).map { StyledText($0, .yellow) }
  }

  private func counted(_ count: Int, _ one: String, _ many: String) -> String {
    "\(count) \(count == 1 ? one : many)"
  }
}
