import Terminal
import Workspace

/// What works and what does not: a line each, and what to do.
struct DoctorText {
  private let report: DoctorReport
  private let width: Int

  init(_ report: DoctorReport, width: Int) {
    self.report = report
    self.width = min(width, 110)
  }

  var lines: [StyledText] { report.checks.flatMap(lines) }

  private func lines(_ check: DoctorReport.Check) -> [StyledText] {
    let (mark, style): (String, Style) =
      switch check.state {
      case .works: ("✓", .green)
      case .fails: ("✗", .red)
      case .skipped: ("-", .dim)
      }
    let pieces = Sanitized(check.message, keeping: .newlinesAndTabs).description.lines(wrappedTo: width - 14)
    let text = pieces.enumerated().map { place, piece in
      (place == 0
        ? StyledText(mark, style).padded(to: 2) + StyledText(check.name).padded(to: 12)
        : StyledText("").padded(to: 14)) + StyledText(piece)
    }
    guard let remedy = check.remedy else { return text }
    return text + [StyledText("").padded(to: 14) + StyledText("→ \(Sanitized(remedy))", .cyan)]
  }
}
