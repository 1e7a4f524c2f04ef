public import Casework
public import Declaration

/// Says whether a record may be drafted.
public struct CheckGate: WorkspaceOperation {
  /// The key.
  @Argument(help: ArgumentHelp("The case.", valueName: "key"))
  public var key: String

  /// What people are told of the operation.
  public static let configuration = OperationConfiguration(
    name: "gate",
    abstract: "Say which of the four required inputs are there, and what supplies the others.",
    discussion: """
      No record is drafted before all four are there: a repro that somebody else can run, the mechanism of the cause, \
      the fix, and a validation. Each is measured by a proof, found in the repository, or attested by somebody named. \
      Nothing forces the gate open.
      """,
    examples: [
      .init("postmortem gate RILL-142", "See what is missing."),
      .init("postmortem gate RILL-142 --json", "The same for programs."),
    ],
    exitStatuses: [
      .succeeded: "open", .refused: "something is missing", .usage: "wrong usage",
      .failed: "case.yaml cannot be read, or there is no repository here",
    ])

  /// The fields as declared.
  public init() {}

  /// Looks.
  ///
  /// - Throws: errors of the rooms below; `Failure` puts them into words.
  public func run(in workspace: Workspace) throws -> GateReport {
    let desk = try CaseDesk(in: workspace)
    return try desk.gate(of: desk.store.read(key))
  }

  /// 0 where the gate is open, else 3.
  public static func exitStatus(of report: GateReport) -> ExitStatus { report.isOpen ? .succeeded : .refused }
}
