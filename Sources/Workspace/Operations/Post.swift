public import Declaration
import Delivery
import Network
import Storage

/// Posts the record of a case as a comment of its ticket, once a person has signed it.
public struct Post: WorkspaceOperation {
  /// The key.
  @Argument(help: ArgumentHelp("The case.", valueName: "key"))
  public var key: String

  /// Where it goes, and to whom.
  @OptionGroup(title: "Destination") public var wish: DeliveryWish

  /// Whether nothing is sent.
  @Flag(help: "Send nothing: show the request and its digest.")
  public var dryRun = false

  /// Whether only the payload is shown.
  @Flag(help: "Send nothing: print the body of the request, byte for byte.")
  public var payload = false

  /// What people are told of the operation.
  public static let configuration = OperationConfiguration(
    name: "post",
    abstract: "Post the record of a case to its ticket, once a person has signed it.",
    discussion: """
      You are shown where it goes, in whose name and who will read it, the comment as it will look, and the exact payload \
      with its SHA-256. Then you are asked, at the terminal itself: post it, go ahead or yes sends it, anything else sends \
      nothing. What you sign is the payload to the byte, the site, the account, the ticket and the visibility.

      Without a terminal nothing is sent, unless a person has signed exactly this by postmortem sign at a terminal in the \
      last ten minutes. No flag, no variable and no file of the repository takes the place of that.

      However often you call it, the ticket holds the record once: its comments are read first. Where the record is there \
      already, nothing is sent; where an earlier revision is, it is replaced, once you have signed. After any doubtful end \
      (no answer, an error of the server, a crash) call it again.

      A record that no longer passes the gate is refused.
      """,
    examples: [
      .init("postmortem post RILL-142", "See it, sign it, post it."),
      .init("postmortem post RILL-142 --dry-run", "See what would be sent; send nothing."),
      .init("postmortem post RILL-142 --visibility 'role:Developers'", "Only for those in a role."),
    ],
    exitStatuses: [
      .succeeded: "it stands on the ticket", .signOffNeeded: "nobody has signed it: nothing was sent",
      .refused: "the record does not pass, or it is to be said which section is wrong",
      .conflict: "it stands there, but not as it was signed, or more than once; or another call is under way",
      .network: "it is not known whether it arrived: call it again",
      .configuration: "no tracker is configured, or it refuses the account",
      .failed: "there is no record, or the tracker refuses it", .usage: "wrong usage",
    ])

  /// The fields as declared.
  public init() {}

  /// Shows, asks, sends, and reads back.
  ///
  /// - Throws: errors of the rooms below; `Failure` puts them into words.
  public func run(in workspace: Workspace) throws -> PostReport {
    let sends = !dryRun && !payload
    let desk = try DeliveryDesk(of: key, wish: wish, sends: sends, in: workspace)
    guard sends else {
      var report = PostReport(.dryRun, of: key, desk.plan)
      report.showsPayload = payload
      return report
    }
    if case .nothing = desk.plan.need {
      var report = PostReport(.alreadyThere, of: key, desk.plan)
      report.settled = try desk.plan.settle(desk.journal, now: CaseDesk.now())
      return report
    }
    guard !desk.asksWhatIsWrong else { return PostReport(.asksWhatIsWrong, of: key, desk.plan) }
    return try send(signed: approval(at: desk, in: workspace), by: desk, in: workspace)
  }

  /// What a person has signed before, or signs now.
  private func approval(at desk: DeliveryDesk, in workspace: Workspace) throws -> Approval {
    switch try desk.approvals.approval(of: desk.plan.order.terms, at: DeliveryDesk.seconds()) {
    case .found(let approval): return approval
    case .none(let voids):
      guard let signOff = workspace.signOff else {
        throw SignOffNeeded(command: wish.command("sign", key), voids: voids)
      }
      return try desk.sign(at: signOff, in: workspace)
    }
  }

  private func send(signed approval: Approval, by desk: DeliveryDesk, in workspace: Workspace) throws
    -> PostReport
  {
    try desk.approvals.spend(approval, at: DeliveryDesk.seconds())
    var posting = Posting(
      desk.plan.order, signed: approval, at: DeliveryDesk.moment(approval.signed), wrong: desk.wrong,
      to: desk.tracker, journal: desk.journal, standing: desk.plan.standing, known: desk.plan.known,
      now: { CaseDesk.now() }, wait: Timekeeper.system(interrupt: workspace.interrupt).wait)
    let outcome = try posting.run()
    let isReplaced = desk.plan.order.replaces != nil
    var report = PostReport(isReplaced ? .replaced : .posted, of: key, desk.plan)
    report.signedBy = approval.person
    switch outcome {
    case .delivered(let sight):
      report.link = sight.comment.link
      report.comment = sight.comment.id
      report.differences = sight.differences
      report.duplicates = sight.duplicates.map(\.link)
      report.next = "postmortem handoff \(key)"
    case .unseen(let id, let link, let reason):
      report.outcome = .notReadBack
      report.comment = id
      report.link = link
      report.reason = reason
    case .unknown(let reason):
      report.outcome = .unknown
      report.reason = reason
    case .rejected(let error): throw error
    }
    return report
  }

  /// 0 where it stands there as it was signed, once.
  public static func exitStatus(of report: PostReport) -> ExitStatus {
    switch report.outcome {
    case .posted, .replaced, .alreadyThere:
      report.differences.isEmpty && report.duplicates.isEmpty ? .succeeded : .conflict
    case .dryRun: .succeeded
    case .asksWhatIsWrong: .refused
    case .notReadBack, .unknown: .network
    }
  }
}

extension DeliveryWish {
  /// The command that does something of a record with the same destination.
  func command(_ name: String, _ key: String) -> String {
    let given: [(flag: String, value: String?)] = [
      ("--ticket", ticket), ("--visibility", visibility), ("--wrong", wrong),
    ]
    return given.reduce(into: "postmortem \(name) \(key)") { line, option in
      if let value = option.value { line += " \(option.flag) '\(value.replacing("'", with: "'\\''"))'" }
    }
  }
}
