import Casework
public import Declaration
import Masking
import Repository
import YAML

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
    ])

  /// The fields as declared.
  public init() {}

  /// Sets them.
  ///
  /// - Throws: errors of the rooms below; `Failure` puts them into words.
  public func run(in workspace: Workspace) throws -> CaseState {
    let desk = try CaseDesk(in: workspace)
    let masker = try secrets.masker()
    var places: [MaskedPlace] = []
    let wishes = try assignments.map { text in
      var wish = try CaseAssignment(text)
      // A branch or a short name may mean another commit tomorrow.
      if wish.field.path == "fix.commits" {
        wish.value = try wish.value.split(separator: ",").map { part in
          try desk.repository.commit(String(part.filter { !$0.isWhitespace })).id.digits
        }.joined(separator: ",")
      } else {
        let masked = masker.mask(wish.value)
        wish.value = masked.text
        places += masked.secrets.map { MaskedPlace($0, in: wish.path.joined(separator: ".")) }
      }
      return wish
    }
    // A fix that is named is looked at, as `new` does it.
    let fix = wishes.last { $0.field.path == "fix.commits" && $0.path.last != "new" && !$0.value.isEmpty }?
      .value
    let discovery = try fix.map { commits in
      try CaseDiscovery(fix: commits.split(separator: ",").map(String.init), key: key, in: desk.repository)
    }
    let (found, more) = try masker.mask(document: discovery?.found ?? [], named: "found")
    places += more
    let person = masker.mask(by ?? desk.userName(environment: workspace.environment)).text
    let open = try desk.store.open(key)
    let paths: [String]
    do {
      let result = try CaseAssignment.apply(wishes, to: open.file)
      paths = result.paths
      let file = try discovery?.filling(result.file, over: open.evidence, besides: paths) ?? result.file
      let withdrawn = discovery?.withdrawn(from: open.evidence) ?? []
      let attested = zip(paths, wishes).compactMap { path, wish in
        path == "fix.commits" && fix != nil
          ? nil : Evidence.Fact.attested(AttestedValue(field: path, value: wish.value, by: person))
      }
      try open.write(
        file, stating: (found + withdrawn).map(Evidence.Fact.found) + attested, at: CaseDesk.now())
    } catch let error as YAMLError {
      throw CaseAssignmentError.cannotApply(error.problem.description)
    } catch let errors as YAMLErrors {
      throw CaseAssignmentError.cannotApply(errors.errors.map(\.problem.description).joined(separator: "; "))
    }
    return CaseState(
      key: key, path: "\(open.directory)/case.yaml", found: found,
      set: paths, masked: MaskedPlace.once(places),
      gate: try desk.gate(of: open))
  }

  /// Always 0: a case with gaps is a case.
  public static func exitStatus(of state: CaseState) -> ExitStatus { .succeeded }
}
