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
    var lines = [StyledText(Sanitized(report.path ?? "").description)]
    for change in report.changes {
      let style: Style = change.kind == .kept ? .yellow : change.kind == .unchanged ? .dim : .green
      let note = change.kind == .kept ? "kept: a person has edited it" : change.kind.rawValue
      lines.append(StyledText("  ") + StyledText(change.section).padded(to: 30) + StyledText(note, style))
    }
    return lines
  }

  private var needs: [StyledText] {
    var lines = [StyledText("The gate is open. For the record, only a person can say:", .bold)]
    for need in report.needs {
      lines += need.question.lines(wrappedTo: width - 18).enumerated().map { place, line in
        StyledText("  ") + StyledText(place == 0 ? need.field : "", .cyan).padded(to: 16) + StyledText(line)
      }
    }
    let fields = report.needs.map { "\($0.field)='…'" }.joined(separator: " ")
    lines.append(StyledText("  → postmortem set \(Sanitized(report.key)) \(fields)"))
    return lines
  }

  private var question: [StyledText] {
    [
      StyledText("This record was revised twice. Which section is wrong, and why?", .bold),
      StyledText("  → postmortem draft \(Sanitized(report.key)) --wrong 'SECTION: why'"),
    ]
  }
}

/// A record in the terminal: its Markdown, with the headings made to stand out where colour may be used.
struct RecordText {
  private let record: ShownRecord
  private let width: Int

  init(_ record: ShownRecord, width: Int) {
    self.record = record
    self.width = width
  }

  func text(_ terminal: TerminalCapabilities) -> String {
    // Off a terminal it is the file, byte for byte.
    guard terminal.usesColor else { return record.markdown }
    var isInFence = false
    let lines = record.markdown.split(separator: "\n", omittingEmptySubsequences: false).flatMap {
      line -> [String] in
      let text = Sanitized(String(line)).description
      if text.hasPrefix("```") { isInFence.toggle() }
      if isInFence || text.hasPrefix("```") { return [StyledText(text, .cyan).rendered(color: true)] }
      if text.hasPrefix("#") { return [StyledText(text, .bold).rendered(color: true)] }
      return text.isEmpty ? [""] : text.lines(wrappedTo: width)
    }
    return lines.joined(separator: "\n")
  }
}
