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
      .succeeded: "told", .conflict: "with --check: a comment is gone, or is not as the record is",
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
    guard !current.isEmpty, let path = try? desk.record(of: key) else { return report }
    let text = try FileTree.read(path)
    let name = Path.relative(path, to: desk.root) ?? path
    for place in current {
      let delivery = report.deliveries[place]
      guard let kind = Destination.Kind(rawValue: delivery.terms.kind) else { continue }
      let bytes = try? DeliveryDesk.Rendered(text, at: name, for: kind, in: workspace).bytes
      report.deliveries[place].matchesRecord =
        bytes.map { SHA256.hexadecimal(of: $0) } == delivery.terms.digest
    }
    if check { try ask(workspace.tracker(), of: current, &report, text: text, name: name, in: workspace) }
    return report
  }

  private func ask(
    _ tracker: any Tracker, of current: [Int], _ report: inout DeliveriesReport, text: [UInt8], name: String,
    in workspace: Workspace
  ) throws {
    let body = try DeliveryDesk.Rendered(text, at: name, for: tracker.destination.kind, in: workspace).bytes
    for place in current where report.deliveries[place].terms.site == tracker.destination.site {
      let terms = report.deliveries[place].terms
      guard let id = report.deliveries[place].comment, let visibility = Visibility(word: terms.visibility)
      else {
        continue
      }
      let signed = CommentDraft(
        body: body, visibility: visibility,
        mark: CommentMark(record: terms.record, revision: terms.revision, digest: terms.digest))
      let there = try tracker.comment(id, of: terms.ticket)
      report.deliveries[place].standing =
        there.map { signed.differences(from: $0, kind: tracker.destination.kind) } ?? ["the comment is gone"]
    }
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
