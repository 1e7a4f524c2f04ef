import Casework
import Origin
import Proof
import Record
import Rendering
import Review
import Terminal
import Workspace

/// What came of a tool, in a few lines of our own words; what others wrote stands in the document beside them.
struct ToolText {
  var lines: [String]

  /// Whether what was wanted did not come about.
  var isFailure = false

  init(_ output: some Sendable) {
    switch output {
    case let report as GateReport: lines = Self.gate(report)
    case let state as CaseState:
      let set = state.set.isEmpty ? "" : " Set: \(state.set.joined(separator: ", "))."
      lines = ["The case \(state.key): \(state.path).\(set)"] + Self.gate(state.gate)
    case let addition as LedgerAddition: lines = Self.addition(addition)
    case let report as ProofReport: lines = ["\(report.verdict.rawValue): \(report.sentence)"] + report.advice
    case let report as OriginReport:
      lines = [
        "\(report.verdict.rawValue), from \(report.considered) commits."
          + (report.origin.map { " \($0.commit)" } ?? "")
      ]
    case let report as DraftReport: lines = Self.draft(report)
    case let report as CheckReport: lines = Self.check(report)
    case let report as SearchReport:
      lines =
        ["\(report.results.count + report.more) of \(report.records) records have that."]
        + report.results.map { "\($0.path):\($0.line)" }
    case let report as RecallReport: lines = Self.recall(report)
    case let report as PreviewReport:
      lines = report.facts.map { "\($0.name): \($0.text)" }
      lines +=
        ["It would look like this (data):", ""]
        + ADFText(report.document, width: 80, usesColor: false).lines.map(\.plain)
    case let report as PostReport:
      (lines, isFailure) = Self.post(report)
    default: preconditionFailure("Every result of a tool has a text.")
    }
  }

  private static func gate(_ report: GateReport) -> [String] {
    guard !report.isOpen else { return ["The gate of \(report.key) is open. Next: draft."] }
    let missing = report.inputs.filter { $0.standing == nil }.map { input in
      let fields = input.fields.isEmpty ? "" : " Fields: \(input.fields.joined(separator: ", "))."
      return "\(input.name.rawValue) is missing: \(told(input.remedy ?? "", of: report.key))\(fields)"
    }
    let refusals = report.refusals.map { "\($0.name.rawValue): \(told($0.remedy, of: report.key))" }
    return ["The gate of \(report.key) is closed."] + missing + refusals
  }

  /// A remedy with the tools in place of the commands that they are; what no tool does stays a command.
  private static func told(_ remedy: String, of key: String) -> String {
    [
      ("postmortem set \(key)", "facts (set)"),
      ("postmortem prove --case \(key) --repro", "prove, with `case` and `repro`:"),
      ("postmortem prove --case \(key)", "prove, with `case`"), ("postmortem gate \(key)", "gate"),
    ]
    .reduce(remedy) { $0.replacing($1.0, with: $1.1) }
  }

  private static func addition(_ addition: LedgerAddition) -> [String] {
    var line = "Kept as \(addition.entry.label) in \(addition.path)."
    if case .experiment(let experiment) = addition.entry.content {
      if let status = experiment.exitStatus { line += " Exit status \(status)." }
      if let signal = experiment.signal { line += " Ended by signal \(signal)." }
      if experiment.cutoff == .timeLimit { line += " It ran into its time limit." }
    }
    guard !addition.contradictedBy.isEmpty else { return [line] }
    let labels = addition.contradictedBy.map { LedgerEntry.label($0) }.joined(separator: ", ")
    return [line, "But \(labels) contradicts the hypothesis that this confirms."]
  }

  private static func draft(_ report: DraftReport) -> [String] {
    if let path = report.path {
      let kept = report.changes.filter { $0.kind == .kept }.map(\.part)
      let edited = kept.isEmpty ? "" : " Kept as a person edited them: \(kept.joined(separator: ", "))."
      return ["The record is \(path).\(edited)"]
    }
    if report.asksWhatIsWrong {
      return ["Not written: say by `wrong` which section is wrong, and why, as “Root cause: it names …”."]
    }
    guard report.gate.isOpen else { return ["Not written."] + gate(report.gate) }
    return ["Not written: only a person can say what is missing. Ask them, then facts (set):"]
      + report.needs.map { "\($0.field): \($0.question)" }
  }

  /// More findings than that are no list of things to do.
  private static let listedFindings = 30

  private static func check(_ report: CheckReport) -> [String] {
    let counts = report.counts
    let listed = report.findings.prefix(listedFindings).map {
      "\($0.severity.rawValue) \($0.rule) at line \($0.line) of \($0.file)"
    }
    let rest = report.findings.count - listed.count
    let found = [
      counted(counts.error, "error"), counted(counts.warning, "warning"),
      counted(counts.suggestion, "suggestion"),
    ]
    return ["\(found.joined(separator: ", ")) in \(counted(report.files.count, "record"))."] + listed
      + (rest > 0 ? ["and \(rest) more"] : [])
  }

  private static func counted(_ count: Int, _ noun: String) -> String {
    "\(count) \(noun)\(count == 1 ? "" : "s")"
  }

  private static func recall(_ report: RecallReport) -> [String] {
    guard !report.results.isEmpty else {
      let isUnread = report.frames == 0 && report.messages == 0
      return ["No record bears on this, of \(report.records)."]
        + (isUnread ? ["No frame of a stack trace was recognised in `trace`."] : [])
    }
    let head =
      "\(report.results.count + report.more) of \(report.records) records bear on it. Read those first:"
    return [head]
      + report.results.map { result in
        let lines = Set(result.meetings.map(\.line)).sorted().prefix(6).map(String.init).joined(
          separator: ", ")
        return "\(result.path), lines \(lines)"
      }
  }

  private static func post(_ report: PostReport) -> (lines: [String], isFailure: Bool) {
    let next = report.next.map { [$0] } ?? []
    switch report.outcome {
    case .posted, .replaced, .alreadyThere:
      let faults =
        report.differences.map { "It differs in \($0)." }
        + report.duplicates.map { "The ticket holds the record once more: \($0)." }
      let what = report.outcome == .alreadyThere ? "It is there already; nothing was sent" : "Posted"
      return (["\(what): \(report.link ?? "")."] + faults, !faults.isEmpty)
    case .dryRun: return (["Nothing was sent."], false)
    case .asksWhatIsWrong:
      return (
        ["NOT POSTED. Say first by `wrong` which section of the last revision is wrong, and why."], true
      )
    case .notReadBack, .unknown:
      return (["It is not known whether it arrived. Call post again: it looks first."] + next, true)
    }
  }
}
