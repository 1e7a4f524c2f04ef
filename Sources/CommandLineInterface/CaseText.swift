import Casework
import Record
import Terminal
import Workspace

/// A case after an operation on it, in a few lines.
struct CaseStateText {
  private let state: CaseState
  private let width: Int

  init(_ state: CaseState, width: Int) {
    self.state = state
    self.width = min(width, 110)
  }

  var lines: [StyledText] {
    var lines = [StyledText(Sanitized(state.path).description)]
    if !state.set.isEmpty {
      lines += "set: \(Sanitized(state.set.joined(separator: ", ")))".lines(wrappedTo: width).map {
        StyledText($0)
      }
    }
    lines += Table(state.found.map(Self.row)).lines(indent: 2, width: width)
    lines += state.remarks.flatMap { RemarkText($0.message, remedy: $0.remedy).lines(wrappedTo: width) }
    lines.append("")
    return lines + GateText(state.gate, width: width).lines
  }

  /// What was found in the repository, as a row of a table.
  static func row(_ value: FoundValue) -> Table.Row {
    // Of files there is one a line.
    let found = value.value.replacing("\n", with: ", ")
    return Table.Row(
      "found", "\(Sanitized(value.field)): \(Sanitized(found, limit: 160)) (\(Sanitized(value.source)))")
  }
}

/// The gate: its four inputs, each with its standing or the one command that supplies it.
struct GateText {
  private let report: GateReport
  private let width: Int

  init(_ report: GateReport, width: Int) {
    self.report = report
    self.width = min(width, 110)
  }

  /// The gate in one line.
  var line: StyledText {
    let missing = report.inputs.filter { $0.standing == nil }.map(\.name.rawValue)
    let refusals = report.refusals.map(\.name.rawValue)
    let key = Sanitized(report.key)
    if report.isOpen { return word + StyledText(": the gate. → postmortem draft \(key)") }
    return word
      + StyledText(": the gate (\((missing + refusals).joined(separator: ", "))). → postmortem gate \(key)")
  }

  private var word: StyledText {
    report.isOpen ? StyledText("Open", [.bold, .green]) : StyledText("Closed", [.bold, .red])
  }

  var lines: [StyledText] {
    var lines = [word + StyledText(": the gate of \(Sanitized(report.key))")]
    for input in report.inputs { lines += self.lines(of: input) }
    for refusal in report.refusals {
      lines += row("✗", refusal.name.rawValue, Sanitized(refusal.message).description, .red)
      lines += row("", "", "→ \(Sanitized(refusal.remedy))", .cyan)
    }
    for note in report.notes {
      lines += row("!", note.name.rawValue, Sanitized(note.message).description, .yellow)
      lines += row("", "", "→ \(Sanitized(note.remedy))", .cyan)
    }
    return lines
  }

  private func lines(of input: GateReport.Input) -> [StyledText] {
    if let standing = input.standing {
      let evidence = input.evidence.map { ", \($0)" } ?? ""
      return row(
        "✓", input.name.rawValue, "\(Sanitized(input.what)) (\(standing.rawValue)\(evidence))", .green)
    }
    return row("✗", input.name.rawValue, Sanitized(input.missing ?? "").description, .red)
      + row("", "", "→ \(Sanitized(input.remedy ?? ""))", .cyan)
  }

  /// A mark, a name and a text that is wrapped behind them; a command is not wrapped: it is there to be copied.
  private func row(_ mark: String, _ name: String, _ text: String, _ style: Style) -> [StyledText] {
    let pieces = text.hasPrefix("→") ? [text] : text.lines(wrappedTo: width - 16)
    return pieces.enumerated().map { place, piece in
      let head =
        place == 0
        ? StyledText(mark, style).padded(to: 2)
          + StyledText(name + (name.count < 12 ? "" : " ")).padded(to: 12)
        : StyledText("").padded(to: 14)
      return StyledText("  ") + head + StyledText(piece, text.hasPrefix("→") ? style : [])
    }
  }
}
