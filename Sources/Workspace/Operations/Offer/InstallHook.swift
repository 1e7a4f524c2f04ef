public import Declaration

/// Has git offer a record after a merge.
public struct InstallHook: WorkspaceOperation {
  /// What people are told of the operation.
  public static let configuration = OperationConfiguration(
    name: "hook install",
    abstract: "Have git offer a record after a merge that brought a fix without one.",
    discussion: """
      It writes the hook post-merge of this repository, for you alone: hooks are no part of what is committed. After a merge, \
      or a pull that merges, the hook calls postmortem offer, which says a sentence and a command on standard error where a bug fix of yours \
      has landed and nothing is recorded for it, once for each fix, and else nothing. It never fails, stays silent in \
      continuous integration (CI), and writes no record.

      A hook that is there already is never written over: you are told which line to add to it. The same holds where \
      core.hooksPath names a directory outside of the repository's own, which others share.
      """,
    examples: [.init("postmortem hook install", "From now on, be offered a record once for each fix.")],
    exitStatuses: [
      .succeeded: "it is there",
      .refused: "there is another hook, or hooks are elsewhere: the line to add is told",
      .failed: "there is no repository", .configuration: "the directory may not be written",
    ])

  /// The fields as declared.
  public init() {}

  /// Writes the hook.
  ///
  /// - Throws: errors of the rooms below; `Failure` puts them into words.
  public func run(in workspace: Workspace) throws -> HookReport {
    let hook = try MergeHook(of: CaseDesk(in: workspace).repository)
    return HookReport(path: hook.path, action: try hook.install())
  }

  /// Always 0: what is refused is an error.
  public static func exitStatus(of report: HookReport) -> ExitStatus { .succeeded }
}
