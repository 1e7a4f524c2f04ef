import Rendering
import Terminal
import Workspace

/// A rendering: the text as it is to be sent, and remarks on it for the person.
struct RenderText {
  private let report: RenderReport

  init(_ report: RenderReport) {
    self.report = report
  }

  /// What goes to standard error.
  var remarks: [StyledText] {
    let warnings = report.warnings.map { StyledText("warning: ", .yellow) + StyledText($0) }
    let changes = warnings + (report.isExplained ? report.changes.map(line) : [])
    return report.outputs.map {
      [StyledText("\(Self.counted($0.count)) rendered to \(report.target.rawValue)")] + changes
    }
      ?? changes
  }

  private func line(_ change: RenderReport.Change) -> StyledText {
    StyledText("\(Sanitized(change.source)):\(change.line):\(change.column): ")
      + StyledText("\(change.rule): ", .cyan) + StyledText(change.sentence)
  }

  private static func counted(_ count: Int) -> String {
    count == 1 ? "1 document" : "\(count) documents"
  }
}
