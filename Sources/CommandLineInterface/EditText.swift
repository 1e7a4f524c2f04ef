import Casework
import Record
import Terminal
import Workspace

/// What an edit changed, in a few lines.
struct EditText {
  private let report: EditReport
  private let width: Int

  init(_ report: EditReport, width: Int) {
    self.report = report
    self.width = min(width, 110)
  }

  var lines: [StyledText] {
    guard report.isSaved else { return [StyledText("Nothing was changed: \(Sanitized(report.path))")] }
    var lines = [StyledText(Sanitized(report.path).description)]
    if report.isMerged { lines.append("  What others changed in it meanwhile is merged.") }
    if report.changes.isEmpty { lines.append("  No value changed, only comments or layout.") }
    lines += Table(report.changes.map { Table.Row(StyledText($0.field), Self.difference($0)) }).lines(
      indent: 2, width: width)
    if !report.changes.isEmpty { lines.append("  Attested by \(Sanitized(report.by, limit: 80)).") }
    lines += Table(report.found.map(CaseStateText.row)).lines(indent: 2, width: width)
    lines += report.remarks.flatMap { RemarkText($0.message, remedy: $0.remedy).lines(wrappedTo: width) }
    return lines + (report.gate.map { [GateText($0, width: width).line] } ?? [])
  }

  private static func difference(_ change: CaseChange) -> String {
    "\(shown(change.old)) → \(shown(change.new))"
  }

  private static func shown(_ value: String?) -> String {
    value.map { Sanitized($0, limit: 120).description } ?? "(nothing)"
  }
}
