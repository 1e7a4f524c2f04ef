public import Declaration
import Repository
import Storage

/// Offers a record for a fix that has landed and has none, once.
public struct Offer: WorkspaceOperation {
  /// The fix.
  @Argument(help: ArgumentHelp("The commits of a fix that has landed; without one, HEAD.", valueName: "fix"))
  public var fix: [String] = []

  /// Since when.
  @Option(
    help: ArgumentHelp(
      "Look at what has come since this revision instead, and at what is yours alone.", valueName: "revision")
  )
  public var since: String?

  /// What people are told of the operation.
  public static let configuration = OperationConfiguration(
    name: "offer",
    abstract: "Offer a record for a fix that has landed and has none, once.",
    discussion: """
      It says so where a fix is in the main branch or one for releases, no case and no record has it, it is not trivial from \
      its diff, and it was not offered before; of several commits that name the same ticket, once. Else it says nothing, and \
      ends with status 0; --json tells why not. It writes no record, opens no case, and remembers only what was offered, in \
      $XDG_STATE_HOME/postmortem (~/.local/state/postmortem).

      With --since it looks at the last 200 commits that have come, and offers for those whose message says that they fix \
      a bug and that are yours: you wrote them, by git's user.name or user.email, or you made the merge that brought \
      them from another branch than the main one. The hook that postmortem hook install writes calls it so. Without \
      --since you say what the fix is.
      """,
    examples: [
      .init("postmortem offer HEAD", "Is there anything to record of the last commit?"),
      .init("postmortem offer --since ORIG_HEAD", "After a merge: what it brought of yours."),
    ],
    exitStatuses: [
      .succeeded: "looked, whether or not there is anything to offer", .usage: "wrong usage",
      .failed: "there is no repository, or no such commit",
      .configuration: "there is no place to remember what was offered",
    ])

  /// The fields as declared.
  public init() {}

  /// Looks, and remembers what it offers.
  ///
  /// - Throws: errors of the rooms below; `Failure` puts them into words.
  public func run(in workspace: Workspace) throws -> OfferReport {
    let desk = try OfferDesk(in: workspace)
    let commits: [LandedCommit]
    switch since {
    case let since? where fix.isEmpty: commits = try Self.own(since: since, in: desk.desk.repository)
    case .some: throw UsageError.offerOfTwoKinds
    case nil:
      // The newest first, as they come.
      commits = try (fix.isEmpty ? ["HEAD"] : fix).map { try Self.named($0, in: desk.desk.repository) }
        .reversed()
    }
    let report = OfferReport(fixes: try desk.verdicts(on: commits))
    try desk.remember(report.offers)
    return report
  }

  /// A commit that somebody calls a fix; what a merge does not say of it, the branch that it merged does.
  private static func named(_ name: String, in repository: Repository) throws -> LandedCommit {
    let commit = try repository.commit(name)
    var message = try repository.message(of: commit)
    if commit.parents.count > 1, message.ticketKeys().isEmpty {
      message = try repository.message(of: repository.commit(commit.parents[1].digits))
    }
    return LandedCommit(id: commit.id, authorName: commit.authorName, authorAddress: "", message: message)
  }

  /// What has come that is the user's; hosts that squash may write a name with another address.
  private static func own(since revision: String, in repository: Repository) throws -> [LandedCommit] {
    let (name, address) = (repository.userName, repository.userAddress)
    let commits = try repository.landed(since: revision, limit: OfferDesk.limit)
    let isOwnMerge = try address.map { try mergedByUser($0, in: repository) } ?? false
    return commits.filter { commit in
      (commit.authorAddress == address || commit.authorName == name || isOwnMerge) && commit.message.saysFix
    }
  }

  /// Whether HEAD is a merge that the user made of some branch; one of the main branch brings what others delivered.
  private static func mergedByUser(_ address: String, in repository: Repository) throws -> Bool {
    let head = try repository.commit("HEAD")
    guard head.parents.count > 1, try repository.committerAddress(of: head) == address,
      let branch = try repository.message(of: head).merge?.branch
    else { return false }
    let main = try repository.mainBranch().map(Repository.branchName)
    return branch != main && branch != repository.currentBranch
  }

  /// Always 0: that there is nothing to offer is no failure.
  public static func exitStatus(of report: OfferReport) -> ExitStatus { .succeeded }
}
