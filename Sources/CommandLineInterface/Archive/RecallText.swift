import Terminal
import Workspace

/// The records that bear on what was given: each with what met it, and where.
struct RecallText {
  private let report: RecallReport
  private let width: Int

  init(_ report: RecallReport, width: Int) {
    self.report = report
    self.width = min(width, 110)
  }

  var lines: [StyledText] { report.results.flatMap(result) + summary }

  private func result(_ result: RecallReport.Result) -> [StyledText] {
    let rows = result.meetings.map { meeting in
      let place =
        meeting.section.map { "\(Sanitized($0, limit: 60)), line \(meeting.line)" } ?? "line \(meeting.line)"
      return Table.Row(
        StyledText("\(Sanitized(meeting.text, limit: 60))", .cyan),
        "\(place) (\(Sanitized(meeting.source, limit: 80)))")
    }
    return [
      RecordHeading(key: result.key, title: result.title, date: result.date).line,
      StyledText("  \(Sanitized(result.path))", .cyan),
    ] + Table(rows).lines(indent: 4, width: width) + [StyledText("")]
  }

  private var summary: [StyledText] {
    let all = RecordHeading.count(report.records)
    let found = report.results.count
    let words =
      found == 0
      ? "No record bears on this: \(all)\(read.isEmpty ? "" : "; \(read)")."
      : report.more > 0
        ? "\(found) of \(found + report.more) that bear on it, among \(all); --limit shows more."
        : "\(found) of \(all) \(found == 1 ? "bears" : "bear") on it\(read.isEmpty ? "" : "; \(read)")."
    return words.lines(wrappedTo: width).map { StyledText($0, .bold) }
  }

  /// What was understood of what was given.
  private var read: String {
    var parts: [String] = []
    if let frames = report.frames, let messages = report.messages {
      parts.append(
        frames + messages == 0
          ? "no frame of a stack trace was recognised"
          : "\(frames) frame\(frames == 1 ? "" : "s") and \(messages) message\(messages == 1 ? "" : "s") were read"
      )
    }
    if let files = report.files {
      parts.append(
        files == 0 ? "nothing is changed" : "the change touches \(files) file\(files == 1 ? "" : "s")")
    }
    return parts.joined(separator: ", ")
  }
}
