import Casework
import Origin
import Repository
import Terminal

/// Where a bug began, in a few lines: what can be said, the fix, and the candidates with their reasons.
struct OriginText {
  private let report: OriginReport
  private let width: Int

  /// The widest label, and a space behind it.
  private static let labelColumns = 7

  /// How many candidates are shown.
  private static let shown = 3

  init(_ report: OriginReport, width: Int) {
    self.report = report
    self.width = min(width, 110)
  }

  var lines: [StyledText] {
    var lines = headline
    lines.append("")
    lines += row("Fix", fix)
    if let running = report.running { lines += self.lines(of: running) }
    for statement in report.named {
      lines += row("Named", name(statement.commit))
      lines += row("", "“\(Sanitized(statement.line, limit: 200))”")
    }
    if report.running != nil, !report.candidates.isEmpty { lines += row("", "History alone would say:") }
    for candidate in report.candidates.prefix(Self.shown) { lines += self.lines(of: candidate) }
    if report.considered > 0 {
      let rest = max(0, report.considered - Self.shown)
      let others = rest == 0 ? "" : "\(rest) other\(rest == 1 ? "" : "s") considered; "
      lines += row("", "\(others)none of all these: \(percent(report.outside))")
    }
    if let reach = report.reach { lines += self.lines(of: reach) }
    lines += attempts + circumstances
    for note in report.notes { lines += row("Note", Sanitized(note).description, style: .yellow) }
    return lines
  }

  private var headline: [StyledText] {
    let (word, style): (String, Style) =
      switch report.verdict {
      case .found: ("FOUND BY RUNNING", [.bold, .green])
      case .named: ("NAMED IN THE FIX'S MESSAGE", [.bold, .green])
      case .mostLikely: ("MOST LIKELY, FROM HISTORY ALONE", [.bold, .green])
      case .notDetermined: ("NOT DETERMINED", [.bold, .yellow])
      }
    return [StyledText(word, style)]
      + Sanitized(report.sentence).description.lines(wrappedTo: width).map { StyledText($0, .bold) }
  }

  /// What running says, the runs at each commit, and where they are.
  private func lines(of running: OriginReport.Running) -> [StyledText] {
    var lines = report.verdict == .found ? [] : row("Run", Sanitized(running.sentence).description)
    if let commit = running.commit { lines += row("Since", name(commit)) }
    if let owner = running.latentSince {
      lines += row(
        "Latent", "\(name(owner)) wrote what the fix removes, and the repro passes there: latent code")
    }
    for trial in running.trials.prefix(Self.trialsShown) {
      let isRun = trial.failures + trial.passes > 0
      let why = trial.obstacle.map { "\(Sanitized($0))" }
      let what =
        isRun
        ? counts(trial) + (why.map { "; else \($0)" } ?? "")
        : why.map { "cannot be run: \($0)" } ?? counts(trial)
      let role = trial.roles.first.map { " (\(Self.words($0)))" } ?? ""
      lines += row("", "\(trial.commit.commit.prefix(10)) \(what)\(role)")
    }
    if running.trials.count > Self.trialsShown {
      lines += row("", "and \(running.trials.count - Self.trialsShown) more commits (--json)")
    }
    lines += row(
      "",
      "\(running.runs) runs (\(running.newRuns) now) of \(Sanitized(running.repro)); kept in \(Sanitized(running.evidence))"
    )
    return lines
  }

  /// So many commits at which the repro was run are shown.
  private static let trialsShown = 20

  private func counts(_ trial: OriginReport.Running.Trial) -> String {
    let runs = trial.failures + trial.passes
    guard runs > 0 else {
      let last = trial.excerpt.last.map { ": \(Sanitized($0))" } ?? ""
      return trial.others == 0
        ? "was not run" : "neither passes nor fails, in \(trial.others) of \(trial.others)\(last)"
    }
    return trial.failures > 0 ? "fails, \(trial.failures) of \(runs)" : "passes, \(trial.passes) of \(runs)"
  }

  private static func words(_ role: OriginReport.Running.Role) -> String {
    switch role {
    case .beforeFix: "before the fix"
    case .origin: "the first that fails"
    case .parent: "its parent"
    case .owner: "last touched what the fix removes"
    }
  }

  private func lines(of candidate: OriginReport.Candidate) -> [StyledText] {
    let days = candidate.daysBeforeFix
    let age = days == 0 ? "the day of the fix" : "\(days) day\(days == 1 ? "" : "s") before the fix"
    return row(percent(candidate.probability), "\(name(candidate.commit)), \(age)")
      + candidate.reasons.prefix(4).flatMap { row("", "· \(Sanitized($0))") }
  }

  /// The newest of what may have been tried before; the document has all.
  private var attempts: [StyledText] {
    report.attempts.prefix(Self.shown).flatMap { attempt in
      row("Tried?", name(attempt.commit)) + attempt.reasons.flatMap { row("", "· \(Sanitized($0))") }
    }
      + (report.attempts.count > Self.shown
        ? row("", "and \(report.attempts.count - Self.shown) more that may have been tries (--json)") : [])
  }

  /// How it may have slipped through, each fact with the kind of gap that it speaks for.
  private var circumstances: [StyledText] {
    report.slipped.enumerated().flatMap { place, fact in
      let suggestion = fact.suggests.map { " → \($0.rawValue)" } ?? ""
      return row(place == 0 ? "Gap?" : "", "· \(Sanitized(fact.sentence))\(suggestion)")
    }
  }

  private func lines(of reach: OriginReport.Reach) -> [StyledText] {
    // What was not read to its end is not said to be nothing.
    let unfixed = reach.isComplete ? "; the fix is in no release yet" : ""
    let fixed = reach.firstFixed.map { "; first fixed in \(Sanitized($0))" } ?? unfixed
    let none = reach.isComplete ? "in no release" : "in no release that was read"
    let releases = reach.releases.isEmpty ? none : "in \(Self.list(reach.releases))"
    let days = "\(reach.daysLatent) day\(reach.daysLatent == 1 ? "" : "s")"
    var lines = row(
      report.verdict == .found ? "Reach" : "If so", "the bug lay there for \(days), \(releases)\(fixed)")
    if !reach.branches.isEmpty {
      lines += row("", "still on \(Self.list(reach.branches.map { Repository.branchName($0) }))")
    }
    for backport in reach.backports {
      let how = backport.how == .sameChange ? "the same change" : "picked from the fix"
      lines += row("", "also mended by \(name(backport.commit)): \(how)")
    }
    if !reach.isComplete {
      lines += row("", "not all releases, branches and commits elsewhere were read")
    }
    return lines
  }

  /// Names in a row: all, or the first ones and the last.
  private static func list(_ names: [String]) -> String {
    let shown = names.count <= 6 ? names : names.prefix(4) + ["… \(names.count - 5) more …"] + names.suffix(1)
    return shown.map { Sanitized($0).description }.joined(separator: ", ")
  }

  private var fix: String {
    let fix = report.fix
    return
      "\(name(fix.after)) (\(fix.files) file\(fix.files == 1 ? "" : "s"), +\(fix.addedLines) −\(fix.deletedLines))"
  }

  private func name(_ commit: OriginReport.CommitFacts) -> String {
    "\(commit.commit.prefix(10)) \(Sanitized(commit.subject, limit: 120)) (\(Sanitized(commit.author)), \(commit.date))"
  }

  private func row(_ name: String, _ text: String, style: Style = []) -> [StyledText] {
    text.lines(wrappedTo: width - Self.labelColumns - 2).enumerated().map { place, line in
      StyledText("  ") + StyledText(place == 0 ? name : "", .dim).padded(to: Self.labelColumns)
        + StyledText(line, style)
    }
  }

  private func percent(_ probability: Double) -> String {
    let share = Int((probability * 100).rounded())
    return share == 0 && probability > 0 ? "< 1 %" : "\(share) %"
  }
}
