import Proof
import Terminal

/// A proof as a block of a few lines: what was compared, what was seen, what it says, and how to see it again.
struct ProofReportText {
  private let report: ProofReport
  private let width: Int

  /// The widest label, and a space behind it.
  private static let labelColumns = 10

  init(_ report: ProofReport, width: Int) {
    self.report = report
    self.width = min(width, 110)
  }

  func text(color: Bool) -> String {
    lines.map { $0.rendered(color: color) + "\n" }.joined()
  }

  private var lines: [StyledText] {
    var lines = headline
    lines.append("")
    lines += row("Fix", fix)
    lines += row("Before", before)
    lines += carried
    lines += row("", outcome(report.before))
    lines += row("After", after)
    lines += row("", outcome(report.after) + remaining)
    lines += symptom
    lines += chance
    lines += row("Recorded", recorded)
    for (place, line) in report.byHand.enumerated() {
      // A command is not wrapped: it is there to be copied.
      lines.append(label(place == 0 ? "By hand" : "") + StyledText(Sanitized(line).description))
    }
    for note in report.notes { lines += row("Note", Sanitized(note).description, style: .yellow) }
    for advice in report.advice { lines += row("Next", Sanitized(advice).description) }
    return lines
  }

  private var headline: [StyledText] {
    let style: Style =
      switch report.verdict {
      case .proved: [.bold, .green]
      case .interrupted, .rateTooLow, .setupFailed: [.bold, .yellow]
      default: [.bold, .red]
      }
    let word = report.verdict == .proved ? "PROVED" : "NOT PROVED (\(report.verdict.rawValue))"
    let sentence = Sanitized(report.sentence).description.lines(wrappedTo: width)
    return [StyledText(word, style)] + sentence.map { StyledText($0, .bold) }
  }

  // MARK: Rows

  private func label(_ text: String) -> StyledText {
    StyledText("  ") + StyledText(text, .dim).padded(to: Self.labelColumns)
  }

  private func row(_ name: String, _ text: String, style: Style = []) -> [StyledText] {
    // A number and its "%" stay on one line.
    let tied = text.replacing(" %", with: "\u{A0}%")
    return tied.lines(wrappedTo: width - Self.labelColumns - 2).enumerated().map { place, line in
      label(place == 0 ? name : "") + StyledText(line.replacing("\u{A0}%", with: " %"), style)
    }
  }

  private var fix: String {
    let size =
      "\(report.fix.files) file\(report.fix.files == 1 ? "" : "s"), "
      + "+\(report.fix.addedLines) −\(report.fix.deletedLines)"
    if report.fix.isUncommitted { return "uncommitted changes (\(size))" }
    guard let last = report.fix.commits.last else { return "\(Sanitized(report.fix.name)) (\(size))" }
    let more = report.fix.commits.count > 1 ? ", the last of \(report.fix.commits.count) commits" : ""
    return
      "\(last.id.prefix(10)) \(Sanitized(last.subject)) (\(Sanitized(last.author)), \(last.date.prefix(10))\(more); "
      + "\(size))"
  }

  private var before: String {
    "\(report.before.commit.prefix(10)) \(Sanitized(report.before.subject))"
  }

  private var after: String {
    if report.fix.isUncommitted { return "the working tree" }
    return "\(report.after.commit.prefix(10)) \(Sanitized(report.after.subject))"
  }

  private var carried: [StyledText] {
    let files = report.before.carried
    if files.isEmpty { return row("", "no test file of the fix is carried onto it") }
    let shown = files.prefix(5).map { file in
      let change = file.change == "modified" ? "" : "\(file.change), "
      return "+ \(Sanitized(file.path)) (\(change)\(Sanitized(file.reason)))"
    }
    let rest = files.count > 5 ? ["+ \(files.count - 5) more files of the fix"] : []
    return (shown + rest).flatMap { row("", $0) }
  }

  private func outcome(_ side: ProofReport.SideReport) -> String {
    if let failure = side.setupFailure { return Sanitized(failure, keeping: .newlinesAndTabs).description }
    if side.runs == 0 { return "not run" }
    var parts: [String] = []
    if let rate = side.rate {
      let interval = "\(percent(side.wilson[0]))–\(percent(side.wilson[1]))"
      let counted = side.failures + side.passes
      parts.append("\(side.failures) of \(counted) runs failed: \(percent(rate)), 95 % interval \(interval)")
    }
    for other in side.others {
      let detail = other.reason.detail.isEmpty ? "" : " (\(Sanitized(other.reason.detail, limit: 120)))"
      parts.append("\(other.runs) of \(side.runs) runs: \(other.reason.kind.rawValue)\(detail)")
    }
    if let seconds = side.medianSeconds { parts.append("\(duration(seconds)) a run") }
    return parts.joined(separator: "; ")
  }

  private var remaining: String {
    guard report.after.failures == 0, report.after.passes > 0 else { return "" }
    return "; at most \(percent(report.after.upperBound)) could still fail (95 %)"
  }

  private var symptom: [StyledText] {
    let appearances = report.symptom.appearances
    var lines: [StyledText] = []
    if let pinned = report.symptom.pinned { lines += row("Symptom", "pinned: \(Sanitized(pinned))") }
    for appearance in appearances.prefix(3) {
      let count =
        appearances.count > 1
        ? "in \(appearance.runs)"
        : appearance.hasOtherNumbers
          ? "like it in all \(appearance.runs)" : "the same in all \(appearance.runs)"
      let excerpt = appearance.excerpt.isEmpty ? [appearance.ending] : appearance.excerpt
      let name = lines.isEmpty ? "Symptom" : ""
      lines += row(name, "\(Sanitized(excerpt.joined(separator: " / "), limit: 300)) (\(count))")
    }
    if appearances.count > 3 { lines += row("", "and \(appearances.count - 3) more that look otherwise") }
    return lines
  }

  private var chance: [StyledText] {
    let statistics = report.statistics
    guard statistics.failuresOnlyBefore > 0, report.after.failures == 0 else { return [] }
    let odds = (1 / statistics.chanceIfNoEffect).rounded()
    let one = odds < 1e15 ? "1 in \(grouped(Int(odds)))" : "less than 1 in 10^15"
    return row(
      "Chance",
      "at most \(one), if the fix did nothing (sequential sign test, \(statistics.failuresOnlyBefore) of "
        + "\(statistics.pairs) pairs failed only before)")
  }

  /// What the user asked to record, and where everything is kept: the block itself holds what a reader needs first.
  private var recorded: String {
    var parts: [String] = []
    for variable in report.environment.variables {
      parts.append("\(Sanitized(variable.name))=\(Sanitized(variable.value ?? "(unset)", limit: 60))")
    }
    for answer in report.environment.records {
      parts.append(
        "\(Sanitized(answer.command)): \(Sanitized(answer.output.first ?? "(nothing)", limit: 80))")
    }
    parts.append("runs, logs, machine and digests in \(Sanitized(report.evidenceDirectory))")
    return parts.joined(separator: "; ")
  }

  // MARK: Numbers

  private func percent(_ rate: Double) -> String {
    let tenths = Int((rate * 1000).rounded())
    if tenths == 0 { return rate == 0 ? "0 %" : "less than 0.1 %" }
    return tenths >= 100 || tenths % 10 == 0 ? "\((tenths + 5) / 10) %" : "\(tenths / 10).\(tenths % 10) %"
  }

  private func duration(_ seconds: Double) -> String {
    if seconds < 0.0995 { return "\(Int((seconds * 1000).rounded(.up))) ms" }
    let tenths = Int((seconds * 10).rounded())
    return "\(tenths / 10).\(tenths % 10) s"
  }

  private func grouped(_ number: Int) -> String {
    var digits = Array(String(number))
    for place in stride(from: digits.count - 3, to: 0, by: -3) { digits.insert(",", at: place) }
    return String(digits)
  }
}
