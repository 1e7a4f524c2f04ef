public import Declaration
import Repository
public import Review

/// Lists the rules that records are held against here.
public struct ListRules: WorkspaceOperation {
  /// What people are told of the operation.
  public static let configuration = OperationConfiguration(
    name: "rules",
    abstract: "List the rules of the review with their weight here, and where they come from.",
    discussion: """
      Besides the tool's own there are those that the team has written in .postmortem/rules, and those of styles for Vale that \
      the settings name. What of such a style is not read is listed with the reason. docs/team-rules.md tells all of it.
      """,
    examples: [
      .init("postmortem rules", "All of them."),
      .init("postmortem rules test", "Do those of the team find what they are for?"),
    ],
    exitStatuses: [.succeeded: "listed", .failed: "a file of the team's cannot be read"])

  /// The fields as declared.
  public init() {}

  /// Reads them.
  ///
  /// - Throws: errors of the rooms below; `Failure` puts them into words.
  public func run(in workspace: Workspace) throws -> RuleList {
    guard let files = try ProjectFiles.around(workspace) else {
      return RuleList(RuleCatalogue.builtIn, ReviewSettings(), TeamRules())
    }
    let team = try files.teamRules()
    let settings = try files.reviewSettings(team: team)
    return RuleList(RecordReview(team: team).catalogue, settings, team)
  }

  /// Always 0: what cannot be read is an error.
  public static func exitStatus(of list: RuleList) -> ExitStatus { .succeeded }
}

/// The rules of a review.
public struct RuleList: Sendable, Encodable {
  /// A rule.
  public struct Entry: Sendable, Encodable {
    /// Its id.
    public var id: String

    /// What it looks at.
    public var family: ReviewRule.Family

    /// What it finds.
    public var title: String

    /// How much its findings weigh in this project, “off” for none; paths may differ.
    public var level: String

    /// How much they weigh where nobody says.
    public var severity: Severity

    /// Whether settings weigh it differently by path.
    public var differsByPath: Bool

    /// Where it is written; nil for a rule of the tool's own.
    public var source: ReviewRule.Source?

    private enum CodingKeys: String, CodingKey {
      case id, family, title, level, severity, source
      case differsByPath = "differs_by_path"
    }
  }

  /// The name and version of this document's format.
  public var schema = "postmortem/rules/1"

  /// The rules, by family.
  public var rules: [Entry]

  /// What styles ask for and is not read.
  public var unread: [TeamRules.Unread]

  init(_ catalogue: RuleCatalogue, _ settings: ReviewSettings, _ team: TeamRules) {
    unread = team.unread
    rules = catalogue.all.map { rule in
      let set = settings.levels[rule.id]
      let level = set.map { $0?.rawValue ?? "off" } ?? rule.severity.rawValue
      return Entry(
        id: rule.id, family: rule.family, title: rule.title, level: level, severity: rule.severity,
        differsByPath: settings.paths.contains { $0.levels.keys.contains(rule.id) }, source: rule.source)
    }
  }
}
