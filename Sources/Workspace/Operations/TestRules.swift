public import Declaration
public import Review
import Storage

/// Holds the rules of a team against their own examples.
public struct TestRules: WorkspaceOperation {
  /// The files of rules.
  @Argument(
    help: ArgumentHelp("Files of rules; without any, those of .postmortem/rules.", valueName: "file"),
    completion: .file)
  public var files: [String] = []

  /// What people are told of the operation.
  public static let configuration = OperationConfiguration(
    name: "rules test",
    abstract: "Hold the rules of the team against the examples that they have.",
    discussion: """
      What a rule has under `bad` it has to find, what it has under `good` it must not. A rule without a bad example fails: \
      nothing shows that it finds anything. An example stands in the first section that its rule looks at, else in Root cause.
      """,
    examples: [
      .init("postmortem rules test", "All of the team's."),
      .init("postmortem rules test words.yaml", "A file that is about to become one of them."),
    ],
    exitStatuses: [
      .succeeded: "every example is as it should be", .findings: "one is not",
      .failed: "a file cannot be read",
      .usage: "wrong usage",
    ])

  /// The fields as declared.
  public init() {}

  /// Runs the examples.
  ///
  /// - Throws: errors of the rooms below; `Failure` puts them into words.
  public func run(in workspace: Workspace) throws -> RuleTestReport {
    var report = RuleTestReport()
    for file in try named(in: workspace) {
      let rules = try TeamRules(FileTree.read(file.path), file: file.name)
      report.files.append(file.name)
      report.rules += rules.pages.count
      report.examples += rules.pages.map { $0.bad.count + $0.good.count }.reduce(0, +)
      report.failures += rules.examineExamples()
    }
    return report
  }

  private func named(in workspace: Workspace) throws -> [(name: String, path: String)] {
    guard files.isEmpty else {
      return files.map { ($0, Path.absolute($0, from: workspace.directory)) }
    }
    let project = ProjectFiles(root: try CaseDesk(in: workspace).root)
    let own = try project.ownRuleFiles()
    guard !own.isEmpty else { throw NoTeamRules(directory: ProjectFiles.ruleDirectory) }
    return own.map { ($0, "\(project.root)/\($0)") }
  }

  /// 8 where an example is not as it should be.
  public static func exitStatus(of report: RuleTestReport) -> ExitStatus {
    report.failures.isEmpty ? .succeeded : .findings
  }
}

/// How the examples of rules came out.
public struct RuleTestReport: Sendable, Encodable {
  /// The name and version of this document's format.
  public var schema = "postmortem/rule-test/1"

  /// The files.
  public var files: [String] = []

  /// How many rules they hold.
  public var rules = 0

  /// How many examples those have.
  public var examples = 0

  /// What is not as it should be, in the order of the files.
  public var failures: [TeamRules.ExampleFailure] = []
}

/// There are no rules of the team's.
struct NoTeamRules: Error {
  var directory: String
}
