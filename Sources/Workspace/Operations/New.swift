import Casework
public import Declaration
import Delivery
import Masking
import YAML

/// Opens a case.
public struct New: WorkspaceOperation {
  /// The key.
  @Argument(help: ArgumentHelp("The ticket's key, or any slug where there is no tracker.", valueName: "key"))
  public var key: String

  /// The fix.
  @Option(
    parsing: .upToNextOption,
    help: ArgumentHelp("The commits of the fix; what git knows of them is filled in.", valueName: "commit"))
  public var fix: [String] = []

  /// The repro.
  @Option(help: ArgumentHelp("The command that fails with the bug, not without it.", valueName: "cmd"))
  public var repro: String?

  /// Whether the ticket is asked.
  @Flag(help: "Fill the case from the ticket in Jira: what it says is found, with its link.")
  public var fromJira = false

  /// Secrets that are let through.
  @OptionGroup(title: "Secrets") public var secrets: SecretMasking

  /// What people are told of the operation.
  public static let configuration = OperationConfiguration(
    name: "new",
    abstract: "Open a case: the facts of one fixed bug, under its ticket's key.",
    discussion: """
      The case is .postmortem/cases/KEY/case.yaml, made to be read and edited by people, and beside it the evidence. \
      What git knows of the fix is filled in and marked as found: commits, pull request, branch, merge, first release, \
      files, tests, dates. An empty value of an option is none, as in set.

      With --from-jira the ticket is asked, too (docs/jira.md says how to log in): its summary becomes the title, what was \
      reported the symptom; links, versions and the newest comments are kept as evidence. Who the ticket is assigned to is \
      suggested as the owner, and a person confirms it. Nothing is written to Jira.
      """,
    examples: [
      .init("postmortem new RILL-142 --fix e3dcc8a --repro './repro.sh'", "Open a case for a fix."),
      .init("postmortem new RILL-142 --from-jira --fix e3dcc8a", "And fill it from the ticket."),
      .init("postmortem new slow-start", "Open one under a slug, and fill it in later."),
    ],
    exitStatuses: [
      .succeeded: "opened", .conflict: "the case is there already", .usage: "wrong usage",
      .failed: "no such commit, or no repository here",
      .configuration:
        "the case may not be written, as on a read-only file system; or Jira does not take the login",
      .network: "Jira cannot be reached",
    ])

  /// The fields as declared.
  public init() {}

  /// Opens the case.
  ///
  /// - Throws: errors of the rooms below; `Failure` puts them into words.
  public func run(in workspace: Workspace) throws -> CaseState {
    let desk = try CaseDesk(in: workspace)
    // Looked up first: a case of a fix that does not exist is not left behind.
    var discovery = try CaseDiscovery(
      fix: fix.filter { !$0.isEmpty }, key: key, in: desk.repository)
    let masker = try secrets.masker()
    var places: [MaskedPlace] = []
    if fromJira {
      // A key that is taken is told before anybody is asked.
      try desk.store.checkFree(key)
      let (story, masked) = try masker.mask(document: story(for: desk, in: workspace), named: "ticket")
      places = masked
      discovery.take(story, of: key)
    }
    let (found, more) = try masker.mask(document: discovery.found, named: "found")
    places += more
    let command = repro.flatMap { $0.isEmpty ? nil : masker.mask($0) }
    var facts = found.map(Evidence.Fact.found)
    if let command {
      let person = desk.userName(environment: workspace.environment)
      facts.append(.attested(AttestedValue(field: "repro.command", value: command.text, by: person)))
    }
    let open = try desk.store.create(key, stating: facts, at: CaseDesk.now()) { file in
      var file = try discovery.filling(file, over: [])
      if let command { file = try file.setting(["repro", "command"], to: .text(command.text)) }
      return file
    }
    return CaseState(
      key: key, path: "\(open.directory)/case.yaml", found: found,
      set: command == nil ? [] : ["repro.command"], remarks: discovery.remarks,
      masked: MaskedPlace.once(
        places + (command?.secrets ?? []).map { MaskedPlace($0, in: "repro.command") }),
      gate: try desk.gate(of: open))
  }

  private func story(for desk: CaseDesk, in workspace: Workspace) throws -> TicketStory {
    let access = try JiraAccess(in: workspace, of: desk)
    let tracker = try access.tracker()
    return try workspace.asking { try tracker.story(of: key) }
  }

  /// Always 0: a case with gaps is a case.
  public static func exitStatus(of state: CaseState) -> ExitStatus { .succeeded }
}
