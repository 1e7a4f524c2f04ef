public import Declaration

/// Takes the hook away again.
public struct RemoveHook: WorkspaceOperation {
  /// What people are told of the operation.
  public static let configuration = OperationConfiguration(
    name: "hook remove",
    abstract: "Take the hook away that offers a record after a merge.",
    discussion: """
      Removed is the hook that postmortem hook install wrote. One that somebody has edited, or that calls postmortem offer \
      beside other things, stays, and you are told which line to take out.
      """,
    examples: [.init("postmortem hook remove", "Be offered nothing any more.")],
    exitStatuses: [
      .succeeded: "it is gone, or was not there", .refused: "it was edited: the line to take out is told",
      .failed: "there is no repository", .configuration: "the directory may not be written",
    ])

  /// The fields as declared.
  public init() {}

  /// Removes the hook.
  ///
  /// - Throws: errors of the rooms below; `Failure` puts them into words.
  public func run(in workspace: Workspace) throws -> HookReport {
    let hook = try MergeHook(of: CaseDesk(in: workspace).repository)
    return HookReport(path: hook.path, action: try hook.remove())
  }

  /// Always 0: what is refused is an error.
  public static func exitStatus(of report: HookReport) -> ExitStatus { .succeeded }
}
