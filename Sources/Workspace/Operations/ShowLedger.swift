import Casework
public import Declaration

/// Shows the ledger of a case.
public struct ShowLedger: WorkspaceOperation {
  /// The key.
  @Argument(help: ArgumentHelp("The case.", valueName: "key"))
  public var key: String

  /// The hypothesis to hold against the experiments.
  @Option(help: ArgumentHelp("Hold this hypothesis against every experiment.", valueName: "entry"))
  public var check: EntryLabel?

  /// What people are told of the operation.
  public static let configuration = OperationConfiguration(
    name: "ledger",
    abstract: "Show the breadcrumbs of a case: experiments, hypotheses and notes, in their order.",
    discussion: """
      With --check a hypothesis is held against every experiment. An experiment contradicts it if somebody said so: \
      `try --rules-out`, `note --rules-out`, or `note --rejected … --by`. Prose is never interpreted; experiments of \
      which nobody has said anything are listed as such.

      Of a case that is called like another operation, such as import, write the key behind two dashes: \
      `ledger -- import`.
      """,
    examples: [
      .init("postmortem ledger RILL-142", "Read the whole story."),
      .init("postmortem ledger RILL-142 --check L4", "Does any experiment contradict it?"),
    ],
    exitStatuses: [
      .succeeded: "shown", .findings: "an experiment contradicts the hypothesis", .usage: "wrong usage",
    ])

  /// The fields as declared.
  public init() {}

  /// Reads it.
  ///
  /// - Throws: errors of the rooms below; `Failure` puts them into words.
  public func run(in workspace: Workspace) throws -> LedgerReport {
    let journal = try CaseDesk(in: workspace).store.ledger(of: key)
    let ledger = try journal.read()
    return LedgerReport(
      key: key, path: journal.path, ledger,
      check: try check.map { try HypothesisCheck(of: $0.number, in: ledger) })
  }

  /// 8 where an experiment contradicts the hypothesis that was checked, else 0.
  public static func exitStatus(of report: LedgerReport) -> ExitStatus {
    report.check?.contradictedBy.isEmpty == false ? .findings : .succeeded
  }
}
