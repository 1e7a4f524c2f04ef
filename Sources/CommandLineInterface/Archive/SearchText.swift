import Terminal
import Workspace

/// What a search found: each record with the line that says most of what was asked for.
struct SearchText {
  private let report: SearchReport
  private let width: Int

  init(_ report: SearchReport, width: Int) {
    self.report = report
    self.width = min(width, 100)
  }

  var lines: [StyledText] { report.results.flatMap(result) + summary }

  private func result(_ result: SearchReport.Result) -> [StyledText] {
    let section = result.section.map { ", \(Sanitized($0, limit: 60))" } ?? ""
    let excerpt = Sanitized(result.excerpt).description.lines(wrappedTo: width - 2).map {
      StyledText("  ") + StyledText($0)
    }
    let has = Sanitized("has: \(result.matched.joined(separator: ", "))", limit: width - 2)
    return [
      RecordHeading(key: result.key, title: result.title, date: result.date).line,
      StyledText("  \(Sanitized(result.path)):\(result.line)\(section)", .cyan),
    ] + excerpt + [StyledText("  \(has)", .dim), StyledText("")]
  }

  private var summary: [StyledText] {
    let all = RecordHeading.count(report.records)
    let found = report.results.count
    let counted =
      found == 0
      ? "No record answers that; there \(report.records == 1 ? "is" : "are") \(report.records)."
      : report.more > 0
        ? "\(found) of \(found + report.more) that answer, among \(all); --limit shows more."
        : "\(found) of \(all)."
    let unknown =
      report.unknown.isEmpty || report.records == 0
      ? "" : " No record has: \(Sanitized(report.unknown.joined(separator: ", "), limit: 200))."
    return "\(counted)\(unknown)".lines(wrappedTo: width).map { StyledText($0, .bold) }
  }
}

/// The line that a record is told of by.
struct RecordHeading {
  let key: String
  let title: String
  let date: String

  /// So many records.
  static func count(_ number: Int) -> String { number == 1 ? "1 record" : "\(number) records" }

  var line: StyledText {
    let day = date.isEmpty ? "" : " (\(Sanitized(date, limit: 20)))"
    return StyledText("\(Sanitized(key, limit: 40))", [.bold, .cyan])
      + StyledText("  \(Sanitized(title, limit: 200))", .bold) + StyledText(day, .dim)
  }
}
