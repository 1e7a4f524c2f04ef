import Casework
import Record
import Terminal
import Workspace

/// What an interview came to: what was set, what is missing, and the command that goes on.
struct InterviewText {
  private let report: InterviewReport
  private let width: Int

  init(_ report: InterviewReport, width: Int) {
    self.report = report
    self.width = min(width, 110)
  }

  var lines: [StyledText] {
    var lines: [StyledText] = [""]
    let set = report.set.isEmpty ? "Nothing was set." : "Set: \(report.set.joined(separator: ", "))"
    lines += Sanitized(set).description.lines(wrappedTo: width).map { StyledText($0) }
    lines += report.gate.map { GateText($0, width: width).lines } ?? []
    if !report.needs.isEmpty {
      let fields = report.needs.map(\.field).joined(separator: ", ")
      lines += "The record still needs: \(Sanitized(fields))".lines(wrappedTo: width).map { StyledText($0) }
    }
    return lines + [StyledText("Next: ", .bold) + StyledText(Sanitized(report.next).description, .cyan)]
  }
}
