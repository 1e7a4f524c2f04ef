public import Declaration
public import Delivery

/// Takes a person's word that the record of a case may be posted.
public struct Sign: WorkspaceOperation {
  /// The key.
  @Argument(help: ArgumentHelp("The case.", valueName: "key"))
  public var key: String

  /// Where it is to go, and to whom.
  @OptionGroup(title: "Destination") public var wish: DeliveryWish

  /// Which secrets may stay in what is said to be wrong.
  @OptionGroup(title: "Secrets") public var secrets: SecretMasking

  /// What people are told of the operation.
  public static let configuration = OperationConfiguration(
    name: "sign",
    abstract: "Sign what postmortem post is to send, for a call without a terminal.",
    discussion: """
      It shows what postmortem post shows, asks as that does, and sends nothing. For ten minutes one call of postmortem \
      post may then send exactly this, once: any change of a byte, of the ticket, of the account or of the visibility voids \
      it. The approval is kept in $XDG_STATE_HOME/postmortem (~/.local/state/postmortem), readable by you alone.

      It needs a terminal.
      """,
    examples: [
      .init("postmortem sign RILL-142", "Let a script, or an agent, post it in the next ten minutes.")
    ],
    exitStatuses: [
      .succeeded: "signed, or it stands on the ticket already", .signOffNeeded: "not signed, or no terminal",
      .refused: "the record does not pass, or it is to be said which section is wrong",
      .configuration: "no tracker is configured, or it refuses the account",
      .network: "the tracker cannot be reached", .failed: "there is no record, or the tracker refuses it",
      .usage: "wrong usage",
    ])

  /// The fields as declared.
  public init() {}

  /// Shows and asks.
  ///
  /// - Throws: errors of the rooms below; `Failure` puts them into words.
  public func run(in workspace: Workspace) throws -> SignReport {
    guard let signOff = workspace.signOff else {
      throw SignOffNeeded(command: wish.command("sign", key), voids: [])
    }
    let desk = try DeliveryDesk(
      of: key, wish: wish, masking: secrets.masker(), sends: false, in: workspace)
    var report = SignReport(key: key, terms: desk.plan.order.terms)
    if case .nothing(let there) = desk.plan.need {
      report.alreadyThere = there.link
      return report
    }
    if desk.asksWhatIsWrong {
      report.asksWhatIsWrong = true
      report.next = wish.sayingWhatIsWrong.command("sign", key)
      return report
    }
    let approval = try desk.sign(at: signOff, in: workspace)
    report.signedBy = approval.person
    report.ends = DeliveryDesk.moment(approval.end)
    report.next = wish.command("post", key)
    return report
  }

  /// 0 where it is signed.
  public static func exitStatus(of report: SignReport) -> ExitStatus {
    report.asksWhatIsWrong ? .refused : .succeeded
  }
}

/// What was signed.
public struct SignReport: Sendable, Encodable {
  /// The name and version of this document's format.
  public var schema = "postmortem/sign/1"

  /// The case.
  public var key: String

  /// What was signed.
  public var terms: SignedTerms

  /// Who signed it.
  public var signedBy: String?

  /// Until when it counts: ISO 8601, UTC.
  public var ends: String?

  /// Where the record is, where nothing is to be posted.
  public var alreadyThere: String?

  /// Whether it is to be said first which section is wrong.
  public var asksWhatIsWrong = false

  /// The command that comes next: it posts what was signed, or says first what is wrong.
  public var next: String?

  init(key: String, terms: SignedTerms) {
    self.key = key
    self.terms = terms
  }
}
