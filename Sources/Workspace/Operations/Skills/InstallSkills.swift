import AgentSkills
public import Declaration
import Storage

/// Puts the skills for coding agents where those look for them.
public struct InstallSkills: WorkspaceOperation {
  /// Where.
  @OptionGroup(title: "Where") public var choice: SkillChoice

  /// What people are told of the operation.
  public static let configuration = OperationConfiguration(
    name: "skill install",
    abstract: "Put the skills for coding agents where those look for them.",
    discussion: """
      The skills are texts that an agent loads when they are needed: post-mortem answers to /post-mortem and to requests \
      such as “write the post-mortem”, debug-ledger keeps the ledger while a bug is looked for. They are in the program, \
      of its own version. Hosts that know plugins take them from the repository of the program as well.

      Each file is written as a whole, and said. The same call again brings files of an earlier version up to date; one that \
      somebody has edited stays, is said, and makes the exit status 6: --overwrite replaces it. What was written is kept \
      beside it, in .installed-by-postmortem.json. A skill's directory that is a link is left alone.
      """,
    examples: [
      .init("postmortem skill install", "For everyone who works in this repository; commit what it writes."),
      .init(
        "postmortem skill install --user --agent claude-code --dry-run",
        "See what would be written for you alone."),
    ],
    exitStatuses: [
      .succeeded: "they are there",
      .conflict: "some that somebody has edited, or made a link, stayed as they are",
      .usage: "wrong usage", .failed: "there is no repository, or a file cannot be written",
      .configuration: "the place may not be written",
    ])

  /// The fields as declared.
  public init() {}

  /// Installs them.
  ///
  /// - Throws: errors of the rooms below; `Failure` puts them into words.
  public func run(in workspace: Workspace) throws -> SkillReport {
    try choice.report(in: workspace) { installer throws(FileError) in try installer.install() }
  }

  /// 0 where all of it is as it is to be.
  public static func exitStatus(of report: SkillReport) -> ExitStatus {
    report.exitStatus
  }
}
