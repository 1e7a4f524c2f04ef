public import Declaration
import Delivery
import Network
import Proof
import Storage

/// Posts the record of a case as a comment of its ticket, once a person has signed it.
public struct Post: WorkspaceOperation {
  /// The key.
  @Argument(help: ArgumentHelp("The case.", valueName: "key"))
  public var key: String

  /// Where it goes, and to whom.
  @OptionGroup(title: "Destination") public var wish: DeliveryWish

  /// Which secrets may stay in what is said to be wrong.
  @OptionGroup(title: "Secrets") public var secrets: SecretMasking

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
    let desk = try DeliveryDesk(
      of: key, wish: wish, masking: secrets.masker(), sends: sends, in: workspace)
    guard sends else {
      var report = PostReport(.dryRun, of: key, desk.plan)
      report.showsPayload = payload
      return report
    }
    if let report = try alreadyThere(desk.plan, desk) { return report }
    guard !desk.asksWhatIsWrong else {
      var report = PostReport(.asksWhatIsWrong, of: key, desk.plan)
      report.next = wish.sayingWhatIsWrong.command("post", key)
      return report
    }
    switch try desk.approvals.approval(of: desk.plan.order.terms, at: DeliveryDesk.seconds()) {
    case .found(let approval): return try send(desk.plan, signed: approval, by: desk, in: workspace)
    case .none(let voids):
      guard let signOff = workspace.signOff else {
        throw SignOffNeeded(command: wish.command("sign", key), voids: voids)
      }
      let approval = try desk.sign(at: signOff, in: workspace)
      // Reading takes as long as it takes: somebody else may have posted it meanwhile.
      let plan = try desk.look()
      if let report = try alreadyThere(plan, desk) { return report }
      guard plan.order.terms == approval.terms else { throw TicketChanged(ticket: plan.ticket.key) }
      return try send(plan, signed: approval, by: desk, in: workspace)
    }
  }

  /// What is told where nothing is to be done; nil where something is.
  private func alreadyThere(_ plan: DeliveryPlan, _ desk: DeliveryDesk) throws -> PostReport? {
    guard case .nothing = plan.need else { return nil }
    var report = PostReport(.alreadyThere, of: key, plan)
    report.settled = try plan.settle(desk.journal, now: CaseDesk.now())
    return report
  }

  private func send(
    _ plan: DeliveryPlan, signed approval: Approval, by desk: DeliveryDesk, in workspace: Workspace
  ) throws -> PostReport {
    try desk.approvals.spend(approval, at: DeliveryDesk.seconds())
    var posting = Posting(
      plan, signed: approval, at: DeliveryDesk.moment(approval.signed), wrong: desk.wrong, to: desk.tracker,
      journal: desk.journal, now: { CaseDesk.now() },
      wait: Timekeeper.system(interrupt: workspace.interrupt).wait)
    let outcome = try posting.run()
    var report = PostReport(plan.order.replaces == nil ? .posted : .replaced, of: key, plan)
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
      report.next = wish.command("post", key)
      report.comment = id
      report.link = link
      report.reason = reason
    case .unknown(let reason):
      report.outcome = .unknown
      report.next = wish.command("post", key)
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

extension Post {
  /// The command by which a person does the same at a terminal.
  ///
  /// - Parameter root: the repository, wherever the person stands.
  public func command(in root: String) -> String { wish.command("-C \(ShellWord.quoted(root)) post", key) }
}

extension DeliveryWish {
  /// The command that does something of a record with the same destination.
  func command(_ name: String, _ key: String) -> String {
    let given: [(flag: String, value: String?)] = [
      ("--ticket", ticket), ("--visibility", visibility), ("--wrong", wrong),
    ]
    return given.reduce(into: "postmortem \(name) \(key)") { line, option in
      if let value = option.value { line += " \(option.flag) \(ShellWord.quoted(value))" }
    }
  }

  /// The same wish with an example of what is to be said first.
  var sayingWhatIsWrong: DeliveryWish {
    var wish = self
    wish.wrong = "Root cause: it names the wrong queue"
    return wish
  }
}
