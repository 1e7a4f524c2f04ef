import Casework
import Record
import Terminal
import Workspace

/// What a draft did, or what it wants.
struct DraftText {
  private let report: DraftReport
  private let width: Int

  init(_ report: DraftReport, width: Int) {
    self.report = report
    self.width = min(width, 110)
  }

  var lines: [StyledText] {
    guard report.gate.isOpen else { return GateText(report.gate, width: width).lines }
    if !report.needs.isEmpty { return needs }
    if report.asksWhatIsWrong { return question }
    if report.path == nil, let writer = report.writer {
      return WriterReportText(writer, of: report.key, width: width).lines
    }
    let revisions = report.revisions == 0 ? "" : " (revision \(report.revisions))"
    return [StyledText("\(Sanitized(report.path ?? ""))\(revisions)")] + answer + changes + vouchedFor
      + phrased + remarks
  }

  private var answer: [StyledText] {
    guard let answer = report.answer else { return [] }
    return Sanitized("Kept: “\(answer.section)” is wrong: \(answer.why)", limit: 400).description
      .lines(wrappedTo: width - 2).map { StyledText("  ") + StyledText($0) }
  }

  private var vouchedFor: [StyledText] {
    guard !report.vouchedFor.isEmpty else { return [] }
    let text = "Written by hand, now attested by you: \(report.vouchedFor.joined(separator: ", "))"
    return Sanitized(text).description.lines(wrappedTo: width - 2).map { StyledText("  ") + StyledText($0) }
  }

  private var phrased: [StyledText] {
    report.writer.map { WriterReportText($0, of: report.key, width: width).written } ?? []
  }

  /// What became of the parts of the record, each with its differences.
  private var changes: [StyledText] {
    report.changes.flatMap { change -> [StyledText] in
      let style: Style = change.kind == .kept ? .yellow : change.kind == .unchanged ? .dim : .green
      let head =
        StyledText("  ") + StyledText(change.part).padded(to: 30) + StyledText(note(on: change), style)
      return [head] + (change.kind == .written ? [] : change.diff.map(difference))
    }
  }

  private func note(on change: RecordWriter.Change) -> String {
    guard change.kind == .kept else { return change.kind.rawValue }
    return change.diff.isEmpty
      ? "kept: a person has edited it" : "kept: a person has edited it; by the facts it would be"
  }

  private func difference(_ line: String) -> StyledText {
    let style: Style = line.hasPrefix("+") ? .green : line.hasPrefix("-") ? .red : .dim
    return StyledText("      ") + StyledText(Sanitized(line).description, style)
  }

  /// What is worth a look: in the case, as the gate says it, and in what the record leaves out.
  private var remarks: [StyledText] {
    let notes = report.gate.notes.map { RemarkText($0.message, remedy: $0.remedy) }
    let remarks = report.remarks.map { RemarkText($0.message, remedy: $0.remedy) }
    return (notes + remarks).flatMap { $0.lines(wrappedTo: width) }
  }

  private var needs: [StyledText] {
    var lines = [StyledText("The gate is open. For the record, only a person can say:", .bold)]
    for need in report.needs {
      let hint = need.suggestion.map { " (git suggests: \(Sanitized($0, limit: 120)))" } ?? ""
      lines += (need.question + hint).lines(wrappedTo: width - 24).enumerated().map { place, line in
        StyledText("  ") + StyledText(place == 0 ? need.field : "", .cyan).padded(to: 22) + StyledText(line)
      }
    }
    let fields = report.needs.map { "\($0.field)='…'" }.joined(separator: " ")
    lines.append(StyledText("  → postmortem set \(Sanitized(report.key)) \(fields)"))
    return lines + remarks
  }

  private var question: [StyledText] {
    [
      StyledText("This would be the third revision, or a later one. Which section is wrong, and why?", .bold),
      StyledText("  → postmortem draft \(Sanitized(report.key)) --wrong 'SECTION: why'", .cyan),
    ] + changes
  }
}
