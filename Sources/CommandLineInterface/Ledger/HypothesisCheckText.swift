import Casework
import Terminal
import Workspace

/// A hypothesis, and what every experiment does with it.
struct HypothesisCheckText {
  private let check: HypothesisCheck
  private let report: LedgerReport
  private let width: Int

  init(_ check: HypothesisCheck, _ report: LedgerReport, width: Int) {
    self.check = check
    self.report = report
    self.width = min(width, 110)
  }

  var lines: [StyledText] {
    let label = LedgerEntry.label(check.hypothesis.number)
    let text = Sanitized(check.hypothesis.text).description
    var lines = "\(label), \(check.hypothesis.state.rawValue): \(text)".lines(wrappedTo: width).map {
      StyledText($0)
    }
    lines.append(verdict)
    for observation in check.observations {
      lines.append("")
      lines += self.lines(of: observation)
    }
    let unsaid = check.observations.filter { $0.bearing == .unsaid }
    if let first = unsaid.first {
      let command =
        "postmortem note \(report.key) --rules-out \(label) --by \(LedgerEntry.label(first.experiment))"
      lines.append("")
      lines.append(StyledText("→ \(Sanitized(command)), or --rules-in, says what one does with it", .cyan))
    }
    return lines
  }

  private var verdict: StyledText {
    let count = check.observations.count
    guard !check.contradictedBy.isEmpty else {
      return count == 0
        ? "There is no experiment yet." : StyledText("No experiment is said to contradict it.", .bold)
    }
    let labels = check.contradictedBy.map(LedgerEntry.label).joined(separator: ", ")
    return StyledText("Contradicted by \(labels).", [.bold, .red])
  }

  private func lines(of observation: HypothesisCheck.Observation) -> [StyledText] {
    guard let entry = report.entries.first(where: { $0.number == observation.experiment }),
      case .experiment(let experiment) = entry.content
    else { return [] }
    let label = LedgerEntry.label(observation.experiment)
    let said = observation.saidIn.filter { $0 != observation.experiment }.map(LedgerEntry.label)
    let place = said.isEmpty ? "" : ", says \(said.joined(separator: ", "))"
    let text = ExperimentText(experiment, width: width - 2)
    let head = StyledText("\(label) \(words(observation.bearing))\(place)", style(observation.bearing))
    return [head + StyledText(": \(Sanitized(text.command, limit: 200))")]
      + text.lines(quotingOutput: observation.bearing != .unsaid).map { StyledText("  ") + $0 }
  }

  private func words(_ bearing: HypothesisCheck.Observation.Bearing) -> String {
    switch bearing {
    case .contradicts: "contradicts it"
    case .supports: "supports it"
    case .disputed: "is said both to support and to contradict it"
    case .unsaid: "says nothing of it"
    }
  }

  private func style(_ bearing: HypothesisCheck.Observation.Bearing) -> Style {
    switch bearing {
    case .contradicts, .disputed: [.bold, .red]
    case .supports: [.bold, .green]
    case .unsaid: .bold
    }
  }
}
