import Casework
public import Declaration

/// Sets fields of a case.
public struct SetFields: WorkspaceOperation {
  /// The key.
  @Argument(help: ArgumentHelp("The case.", valueName: "key"))
  public var key: String

  /// The assignments.
  @Argument(
    help: ArgumentHelp(
      "What to set: field=value. In lists: actions.new.what=…, actions.0.owner=…",
      valueName: "field=value"))
  public var assignments: [String]

  /// Who says so.
  @Option(help: ArgumentHelp("Who attests it; git's user.name unless given.", valueName: "name"))
  public var by: String?

  /// Secrets that are let through.
  @OptionGroup(title: "Secrets") public var secrets: SecretMasking

  /// What people are told of the operation.
  public static let configuration = OperationConfiguration(
    name: "set",
    abstract: "Set fields of a case, for scripts and agents.",
    discussion: """
      Only the lines of those fields change: comments, order and layout of case.yaml stay. Who set what, and when, goes \
      into the evidence as attested; what git knows of fix.commits goes in as found. An empty value clears a field. Fields:

      \(CaseField.all.map { "\($0.path.replacing("NEW", with: "new"))  \($0.help)" }.joined(separator: "\n\n"))
      """,
    examples: [
      .init(
        "postmortem set RILL-142 owner='Mei-Lin Hart' slipped.category=latent-code", "Set two fields."),
      .init(
        "postmortem set RILL-142 actions.new.what='Run the examples with --shuffle' actions.new.tracked='#69'",
        "Add an action item."),
    ],
    exitStatuses: [
      .succeeded: "set", .usage: "no such field or value", .conflict: "the file was edited meanwhile",
      .configuration: "the case may not be written, as on a read-only file system",
    ])

  /// The fields as declared.
  public init() {}

  /// Sets them.
  ///
  /// - Throws: errors of the rooms below; `Failure` puts them into words.
  public func run(in workspace: Workspace) throws -> CaseState {
    let desk = try CaseDesk(in: workspace)
    return try CaseAttesting(at: desk, masking: secrets, by: by, in: workspace).set(assignments, of: key)
  }

  /// Always 0: a case with gaps is a case.
  public static func exitStatus(of state: CaseState) -> ExitStatus { .succeeded }
}
