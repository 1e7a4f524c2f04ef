import AgentSkills
public import Declaration
import Storage

/// Takes the skills for coding agents away again.
public struct RemoveSkills: WorkspaceOperation {
  /// Where.
  @OptionGroup(title: "Where") public var choice: SkillChoice

  /// What people are told of the operation.
  public static let configuration = OperationConfiguration(
    name: "skill remove",
    abstract: "Take the skills for coding agents away again.",
    discussion: """
      Removed are the files that skill install wrote and nobody has edited, and the directories of skills that are empty \
      then. An edited file stays, is said, and makes the exit status 6: --overwrite removes it.
      """,
    examples: [.init("postmortem skill remove --user", "Take them out of your home.")],
    exitStatuses: [
      .succeeded: "they are gone, or were not there",
      .conflict: "some that somebody has edited, or made a link, stayed as they are", .usage: "wrong usage",
      .failed: "there is no repository, or a file cannot be removed",
      .configuration: "the place may not be written",
    ])

  /// The fields as declared.
  public init() {}

  /// Removes them.
  ///
  /// - Throws: errors of the rooms below; `Failure` puts them into words.
  public func run(in workspace: Workspace) throws -> SkillReport {
    try choice.report(in: workspace) { installer throws(FileError) in try installer.remove() }
  }

  /// 0 where all of it is gone.
  public static func exitStatus(of report: SkillReport) -> ExitStatus {
    report.exitStatus
  }
}
