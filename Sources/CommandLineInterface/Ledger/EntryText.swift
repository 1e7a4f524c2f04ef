import Casework
import Terminal

/// An entry of a ledger: a line that says what it is, and below it what belongs to it.
struct EntryText {
  private let entry: LedgerEntry
  private let width: Int

  /// The hypothesis as the ledger leaves it, where the entry is one.
  private let hypothesis: Hypothesis?

  /// Whether the output of an experiment is quoted.
  private let quotesOutput: Bool

  init(_ entry: LedgerEntry, hypothesis: Hypothesis? = nil, quotesOutput: Bool, width: Int) {
    self.entry = entry
    self.hypothesis = hypothesis
    self.quotesOutput = quotesOutput
    self.width = min(width, 110)
  }

  /// The column of the entry's number.
  private var labelColumns: Int { max(5, entry.label.count + 1) }

  var lines: [StyledText] {
    let label = StyledText(entry.label, [.bold, .cyan]).padded(to: labelColumns)
    let margin = StyledText("").padded(to: labelColumns)
    let texts = (heading + details + [source]).filter { $0.columns > 0 }
    return texts.enumerated().map { ($0 == 0 ? label : margin) + $1 }
  }

  private var source: StyledText {
    let imported = entry.imported.map { ", imported from \($0)" } ?? ""
    return StyledText(Sanitized("\(entry.at), \(entry.by)\(imported)").description, .dim)
  }

  private var heading: [StyledText] {
    switch entry.content {
    case .experiment(let experiment):
      // It is there to be copied: not wrapped, and blank for blank.
      let command = Sanitized(ExperimentText(experiment, width: textWidth).command, keeping: .newlinesAndTabs)
      let lines = command.description.split(separator: "\n", omittingEmptySubsequences: false)
      return lines.enumerated().map { place, line in
        StyledText(place == 0 ? "Experiment" : "", .bold) + StyledText((place == 0 ? ": " : "") + line)
      }
    case .hypothesis(let text):
      return sentence(hypothesis.map(Self.kind) ?? "Hypothesis", text, style(of: hypothesis?.state ?? .open))
    case .change(let change):
      let state = change.state.rawValue.prefix(1).uppercased() + change.state.rawValue.dropFirst()
      return sentence(
        "\(state) \(LedgerEntry.label(change.hypothesis))\(by(change.experiment))", change.reason ?? "",
        style(of: change.state))
    case .ruling(let ruling):
      let rules = ruling.rules == .ruledOut ? "contradicts" : "supports"
      return sentence(
        "\(LedgerEntry.label(ruling.experiment)) \(rules) \(LedgerEntry.label(ruling.hypothesis))",
        ruling.reason ?? "", [])
    case .note(let text): return sentence("Note", text, [])
    }
  }

  private var details: [StyledText] {
    guard case .experiment(let experiment) = entry.content else { return [] }
    return ExperimentText(experiment, width: textWidth).lines(quotingOutput: quotesOutput)
  }

  private var textWidth: Int { width - labelColumns }

  private func by(_ experiment: Int?) -> String { experiment.map { " by \(LedgerEntry.label($0))" } ?? "" }

  private func style(of state: HypothesisState) -> Style {
    switch state {
    case .open: .yellow
    case .rejected: .red
    case .confirmed: .green
    }
  }

  /// "Hypothesis, rejected in L7".
  private static func kind(of hypothesis: Hypothesis) -> String {
    let place = hypothesis.decidedIn.map { " in \(LedgerEntry.label($0))" } ?? ""
    return "Hypothesis, \(hypothesis.state.rawValue)\(place)"
  }

  /// What it is, and behind a colon what it says, wrapped.
  private func sentence(_ kind: String, _ text: String, _ style: Style) -> [StyledText] {
    let printable = Sanitized(text, keeping: .newlinesAndTabs).description
    guard !printable.isEmpty else { return [StyledText(kind, style.union(.bold))] }
    let lines = "\(kind): \(printable)".lines(wrappedTo: textWidth)
    return lines.enumerated().map { place, line in
      guard place == 0, line.hasPrefix(kind) else { return StyledText(line) }
      return StyledText(kind, style.union(.bold)) + StyledText(String(line.dropFirst(kind.count)))
    }
  }
}
