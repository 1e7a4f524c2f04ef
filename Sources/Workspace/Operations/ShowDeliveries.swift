import Casework
public import Declaration
import Delivery
import Digest
import Storage

/// Says what was posted of a case.
public struct ShowDeliveries: WorkspaceOperation {
  /// The key.
  @Argument(help: ArgumentHelp("The case.", valueName: "key"))
  public var key: String

  /// Whether the tracker is asked.
  @Flag(help: "Ask the tracker whether each comment still holds what was signed.")
  public var check = false

  /// What people are told of the operation.
  public static let configuration = OperationConfiguration(
    name: "deliveries",
    abstract: "Say what was posted where, when, by whom, and how it was signed.",
    discussion: """
      It tells the journal, .postmortem/cases/KEY/deliveries.jsonl, which only grows, and whether the record is still what \
      was posted last. With --check the tracker is asked, too: whether the comment is there, and still says what the \
      record says.
      """,
    examples: [
      .init("postmortem deliveries RILL-142", "What was posted."),
      .init("postmortem deliveries RILL-142 --check", "And whether it still stands there."),
    ],
    exitStatuses: [
      .succeeded: "told",
      .conflict: "with --check: a comment is gone, is not as the record is, or was not looked at",
      .configuration: "with --check: no tracker is configured, or it refuses the account",
      .network: "with --check: the tracker cannot be reached",
      .failed: "there is no case, or with --check no record",
      .usage: "wrong usage",
    ])

  /// The fields as declared.
  public init() {}

  /// Reads the journal and, where it is asked for, the tracker.
  ///
  /// - Throws: errors of the rooms below; `Failure` puts them into words.
  public func run(in workspace: Workspace) throws -> DeliveriesReport {
    let desk = try CaseDesk(in: workspace)
    let directory = try desk.store.directory(of: key)
    let journal = try DeliveryJournal(in: directory).read()
    var report = DeliveriesReport(key: key, deliveries: journal.entries.deliveries)
    report.unreadable = journal.unreadable.count
    let current = report.deliveries.indices.filter { report.deliveries[$0].isCurrent }
    guard !current.isEmpty else { return report }
    let found = Result { try desk.record(of: key) }
    guard let path = check ? try found.get() : try? found.get() else { return report }
    let text = try FileTree.read(path)
    let name = Path.relative(path, to: desk.root) ?? path
    var bodies: [Destination.Kind: [UInt8]] = [:]
    for place in current {
      guard let kind = Destination.Kind(rawValue: report.deliveries[place].terms.kind) else { continue }
      if bodies[kind] == nil {
        bodies[kind] = try DeliveryDesk.Rendered(text, at: name, for: kind, of: desk).bytes
      }
      report.deliveries[place].matchesRecord =
        bodies[kind].map { SHA256.hexadecimal(of: $0) } == report.deliveries[place].terms.digest
    }
    if check {
      let tracker = try workspace.tracker(of: desk)
      try workspace.asking {
        for place in current {
          report.deliveries[place].standing = try Self.standing(
            of: report.deliveries[place], as: bodies[tracker.destination.kind], in: tracker)
        }
      }
    }
    return report
  }

  /// How what stands of a delivery differs from what it is to be; why it was not looked at, where it could not be.
  private static func standing(
    of delivery: DeliveryRecord, as body: [UInt8]?, in tracker: any Tracker
  ) throws -> [String] {
    let terms = delivery.terms
    guard terms.site == tracker.destination.site, let body else {
      return ["it was not checked: it is on \(terms.site)"]
    }
    guard let id = delivery.comment, let visibility = Visibility(word: terms.visibility) else {
      return ["it was not checked: the journal does not say which comment it is"]
    }
    let signed = CommentDraft(
      body: body, visibility: visibility,
      mark: CommentMark(record: terms.record, revision: terms.revision, digest: terms.digest))
    let there = try tracker.comment(id, of: terms.ticket)
    return there.map { signed.differences(from: $0, kind: tracker.destination.kind) } ?? [
      "the comment is gone"
    ]
  }

  /// 0, unless something that was checked is not as it is to be.
  public static func exitStatus(of report: DeliveriesReport) -> ExitStatus {
    report.deliveries.contains { $0.standing?.isEmpty == false } ? .conflict : .succeeded
  }
}

/// What was posted of a case.
public struct DeliveriesReport: Sendable, Encodable {
  /// The name and version of this document's format.
  public var schema = "postmortem/deliveries/1"

  /// The case.
  public var key: String

  /// The deliveries, the oldest first.
  public var deliveries: [DeliveryRecord]

  /// How many lines of the journal cannot be read.
  public var unreadable = 0

  init(key: String, deliveries: [DeliveryRecord]) {
    self.key = key
    self.deliveries = deliveries
  }
}
