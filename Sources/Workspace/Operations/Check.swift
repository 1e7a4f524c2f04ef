public import Declaration
import Grounding
import Record
public import Review
import Storage

extension Severity: ExpressibleByArgument {}
extension CheckFormat: ExpressibleByArgument {}

/// Holds records against the rules.
public struct Check: WorkspaceOperation {
  /// What is looked at.
  @Argument(
    help: ArgumentHelp(
      "Files, directories, cases, or - for standard input; without any, all records.", valueName: "record"),
    completion: .file)
  public var records: [String] = []

  /// Whether only the tone is looked at.
  @Flag(help: "Look at the tone and the team's words alone: for any Markdown, record or not.")
  public var tone = false

  /// How the report is written.
  @Option(help: ArgumentHelp("How the report is written.", valueName: "format"))
  public var format: CheckFormat = .text

  /// From which weight on the command fails.
  @Option(help: ArgumentHelp("Fail on findings of this weight and above.", valueName: "severity"))
  public var failOn: Severity = .error

  /// Whether to mend.
  @Flag(help: "Mend what can be mended without changing what the record says.")
  public var fix = false

  /// Whether to show the mends.
  @Flag(help: "Show what --fix changes; without --fix nothing is written.")
  public var diff = false

  /// What people are told of the operation.
  public static let configuration = OperationConfiguration(
    name: "check",
    abstract: "Hold records against the rules: what stands where, and how it is said.",
    discussion: """
      A finding has a rule, a place, what is wrong there, and what to do; `postmortem explain RULE` tells what a rule is \
      for. A record with an error is not posted.

      A finding that does not matter is allowed in the record, where it stands, with a reason:

      <!-- postmortem: allow RULE reason -->

      It covers the paragraph it stands in, or the block below it: below a heading's line the whole section, above the \
      first section the whole record. Settings weigh rules for the whole project, or by path (docs/rules.md).
      """,
    examples: [
      .init("postmortem check", "All records of this repository."),
      .init("postmortem check RILL-142", "One."),
      .init("postmortem check --format sarif >findings.sarif", "For code scanning."),
      .init("postmortem check --format github --fail-on warning", "In a workflow of GitHub."),
      .init("postmortem check --fix --diff", "Mend what needs nobody's judgement, and show it."),
    ],
    exitStatuses: [
      .succeeded: "no finding weighs enough", .findings: "findings that weigh enough",
      .failed: "there is no such text", .usage: "wrong usage",
    ])

  /// The fields as declared.
  public init() {}

  /// Looks, and mends where that is asked for.
  ///
  /// - Throws: errors of the rooms below; `Failure` puts them into words.
  public func run(in workspace: Workspace) throws -> CheckReport {
    if fix, records.contains("-") { throw UsageError.nothingToMend }
    // For the tone of a text no repository is needed.
    let desk = tone ? try? CaseDesk(in: workspace) : try CaseDesk.around(workspace)
    let files = try RecordFiles(records, of: desk, in: workspace)
    let review = try desk.map { try ProjectFiles(root: $0.root).review() } ?? RecordReview()
    var report = CheckReport(failOn: failOn, format: format, review: review)
    for source in files.sources {
      try check(source, by: review, among: desk, into: &report)
    }
    return report
  }

  private func check(
    _ source: RecordFiles.Source, by review: RecordReview, among desk: CaseDesk?,
    into report: inout CheckReport
  ) throws {
    var text = try source.text
    let families: Set<ReviewRule.Family> =
      tone ? [.tone, .team, .allowance] : Set(ReviewRule.Family.allCases)
    var gap: CheckReport.Unverified?
    let look = { (text: [UInt8]) in
      let record = RecordDocument(text)
      // What a text outside of the repository names is of another one.
      let known =
        tone || source.isElsewhere ? nil : try desk.map { try RecordGrounding($0).look(at: record) }
      gap = known.flatMap { known in
        let count = known.gap.isEmpty ? 0 : known.claims.count { $0.standing == nil }
        return count > 0 ? .init(file: source.name, count: count, reason: known.gap) : nil
      }
      return review.findings(
        in: record, at: source.place, families: families, claims: known?.claims,
        persons: known?.persons ?? [],
        measured: { desk.flatMap { RecordGrounding($0).measured(for: record) } })
    }
    var findings = try look(text)
    if fix || diff {
      let mending = try Mending(of: text, findings, look)
      if mending.count > 0 {
        report.mended.append(
          .init(
            file: source.name, count: mending.count,
            diff: diff ? LineDiff(from: text, to: mending.text).lines : [],
            isWritten: fix))
        if fix, let path = source.path {
          try FileTree.rewrite(mending.text, at: path)
          (text, findings) = (mending.text, mending.findings)
        }
      }
    }
    var places = ScalarPlaces(text)
    let placed = findings.map { PlacedFinding($0, review.catalogue, in: source.name, at: &places) }
    report.files.append(source.name)
    if let gap { report.unverified.append(gap) }
    report.findings += placed.filter { $0.allowance == nil }
    report.allowed += placed.filter { $0.allowance != nil }
  }

  /// 8 where findings weigh enough.
  public static func exitStatus(of report: CheckReport) -> ExitStatus {
    report.fails ? .findings : .succeeded
  }
}
