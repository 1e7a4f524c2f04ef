import Record
import Review
import Terminal
import Workspace

/// What a review found, with the lines that it is about.
struct CheckText {
  private let report: CheckReport
  private let width: Int

  init(_ report: CheckReport, width: Int) {
    self.report = report
    self.width = min(width, 110)
  }

  var lines: [StyledText] {
    report.mended.flatMap(mended) + report.findings.flatMap(finding) + unverified + [summary] + unread
  }

  private func finding(_ finding: PlacedFinding) -> [StyledText] {
    let place = StyledText(
      "\(Sanitized(finding.file)):\(finding.line):\(finding.column): ", .bold)
    let head =
      place + StyledText(finding.severity.rawValue, finding.severity.style)
      + StyledText(" [\(finding.rule)]", .cyan)
    let message = Sanitized(finding.message).description.lines(wrappedTo: width - 2).map {
      StyledText("  ") + StyledText($0)
    }
    return [head] + message + excerpt(finding) + [StyledText("")]
  }

  /// The line, and carets below what the finding is about; of a long line only what is near.
  private func excerpt(_ finding: PlacedFinding) -> [StyledText] {
    let scalars = finding.excerpt.unicodeScalars
    let count = scalars.count
    guard count > 0 else { return [] }
    let number = String(finding.line)
    let room = max(24, width - number.count - 6)
    let cut = finding.excerptStart
    let start = min(finding.column - 1 - cut, count)
    let end =
      finding.endLine == finding.line
      ? min(max(finding.endColumn - 1 - cut, start), count) : count
    // What stands before the place is worth a third of the room.
    let from = count <= room ? 0 : max(0, min(start - room / 3, count - room))
    let to = min(count, from + room)
    let text = { (range: Range<Int>) -> String in
      let first = scalars.index(scalars.startIndex, offsetBy: range.lowerBound)
      return Sanitized(String(scalars[first..<scalars.index(first, offsetBy: range.count)])).description
    }
    let before = (from + cut > 0 ? "…" : "") + text(from..<max(from, min(start, to)))
    let marked = text(max(from, min(start, to))..<max(from, min(end, to)))
    let after = text(max(from, min(end, to))..<to) + (to < count ? "…" : "")
    let margin = StyledText("  \(number) │ ", .dim)
    let blank = StyledText("  \(String(repeating: " ", count: number.count)) │ ", .dim)
    let carets = String(repeating: "^", count: max(1, marked.terminalColumns))
    return [
      margin + StyledText(before + marked + after),
      blank + StyledText(String(repeating: " ", count: before.terminalColumns))
        + StyledText(carets, finding.severity.style),
    ]
  }

  private func mended(_ mended: CheckReport.Mended) -> [StyledText] {
    let what = mended.count == 1 ? "1 finding" : "\(mended.count) findings"
    let head = StyledText(
      "\(Sanitized(mended.file)): \(what) \(mended.isWritten ? "mended" : "to be mended by --fix")", .bold)
    let diff = mended.diff.map { line -> StyledText in
      let style: Style = line.hasPrefix("+") ? .green : line.hasPrefix("-") ? .red : .dim
      return StyledText("  ") + StyledText(Sanitized(line).description, style)
    }
    return [head] + diff + [StyledText("")]
  }

  /// What could not be looked up is not false, and not held either.
  private var unverified: [StyledText] {
    report.unverified.flatMap { unverified -> [StyledText] in
      let claims = unverified.count == 1 ? "1 claim was" : "\(unverified.count) claims were"
      let words =
        "Of \(Sanitized(unverified.file)) \(claims) not looked up: \(Sanitized(unverified.reason)). "
        + "“postmortem claims” lists them."
      return words.lines(wrappedTo: width).map { StyledText($0, .dim) }
    }
  }

  /// What nobody has looked for is said, in one line.
  private var unread: [StyledText] {
    guard !report.unread.isEmpty else { return [] }
    let rules = Set(report.unread.map(\.rule)).count
    let words =
      "Of the styles \(rules == 1 ? "1 rule is" : "\(rules) rules are") not read, or not wholly; “postmortem rules” lists them."
    return words.lines(wrappedTo: width).map { StyledText($0, .dim) }
  }

  private var summary: StyledText {
    let counts = report.counts
    let parts = [(counts.error, "error"), (counts.warning, "warning"), (counts.suggestion, "suggestion")]
      .filter { $0.0 > 0 }.map { "\($0.0) \($0.1)\($0.0 == 1 ? "" : "s")" }
    let texts = report.files.count == 1 ? "1 text" : "\(report.files.count) texts"
    let allowed = report.allowed.isEmpty ? "" : "; \(report.allowed.count) allowed by their authors"
    let found = parts.isEmpty ? "nothing found" : parts.joined(separator: ", ")
    return StyledText("\(texts): ") + StyledText(found, parts.isEmpty ? .green : .bold) + StyledText(allowed)
  }
}

extension Severity {
  /// How it is shown.
  var style: Style {
    switch self {
    case .error: [.bold, .red]
    case .warning: .yellow
    case .suggestion: .cyan
    }
  }
}

/// The page of a rule, or all rules in a line each.
struct RulePagesText {
  private let pages: RulePages
  private let width: Int

  init(_ pages: RulePages, width: Int) {
    self.pages = pages
    self.width = min(width, 110)
  }

  var lines: [StyledText] {
    guard pages.isList else { return pages.rules.flatMap(page) }
    return ReviewRule.Family.allCases.flatMap { family -> [StyledText] in
      let rows = pages.rules.filter { $0.family == family }.map { rule in
        Table.Row(StyledText(rule.id, .cyan), "\(rule.title) (\(rule.severity.rawValue))")
      }
      guard !rows.isEmpty else { return [] }
      return [StyledText(family.rawValue, .bold)] + Table(rows).lines(width: width, textColumn: 26)
        + [StyledText("")]
    }
  }

  private func page(_ rule: ReviewRule) -> [StyledText] {
    let wrapped = { (text: String, indent: String) in
      text.lines(wrappedTo: width - indent.count).map { StyledText(indent) + StyledText($0) }
    }
    let head =
      StyledText(rule.id, [.bold, .cyan]) + StyledText(": \(rule.family.rawValue), ")
      + StyledText(rule.severity.rawValue, rule.severity.style)
    let off = """
      To turn it off for a project, or by path, put it under `review` in .postmortem/config.yaml; to allow it in one \
      place of a record, write there:
      """
    let scene = rule.scene.map { [StyledText("")] + wrapped($0, "") } ?? []
    return [head] + wrapped("It finds \(rule.title).", "") + [StyledText("")] + wrapped(rule.reason, "")
      + scene
      + examples(rule.bad, "Found", .red) + examples(rule.good, "Left alone", .green) + [StyledText("")]
      + wrapped(off, "")
      + [StyledText(""), StyledText("  <!-- postmortem: allow \(rule.id) REASON -->", .cyan)]
  }

  private func examples(_ examples: [ReviewRule.Example], _ title: String, _ style: Style) -> [StyledText] {
    guard !examples.isEmpty else { return [] }
    return [StyledText(""), StyledText("\(title):", .bold)]
      + examples.enumerated().flatMap { place, example -> [StyledText] in
        let text = example.section.map { "## \($0.heading)\n\n\(example.text)" } ?? example.text
        let shown = text.split(separator: "\n", omittingEmptySubsequences: false).map {
          StyledText("  ") + StyledText("│ ", style) + StyledText(String($0))
        }
        return (place > 0 ? [StyledText("")] : []) + shown
      }
  }
}
