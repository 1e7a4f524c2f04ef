import Casework
public import Declaration
import Delivery
import Record
import Storage

/// Prints what somebody needs who is to make another version of a record.
public struct HandOff: WorkspaceOperation {
  /// The key.
  @Argument(help: ArgumentHelp("The case.", valueName: "key"))
  public var key: String

  /// Names that must stay.
  @Option(
    help: ArgumentHelp(
      "A name that must stay as it is, such as a customer's; may be given several times.", valueName: "name"))
  public var keep: [String] = []

  /// What people are told of the operation.
  public static let configuration = OperationConfiguration(
    name: "handoff",
    abstract: "Print what another person or tool needs to make a version of a record for other readers.",
    discussion: """
      The bundle holds the record as it is, its facts with how each is known, its links, where it was posted and who reads \
      it there, notes on other readers, the names of the code, which a version for leadership leaves out, and the keys, \
      pull requests and names that must stay. It makes no version itself, and sends nothing.

      The names of the code are those that the record writes as code, and words of the shape of names: snake_case, \
      camelCase, a::b. Names of customers nobody can recognise: give them by --keep.
      """,
    examples: [
      .init("postmortem handoff RILL-142 > bundle.md", "For a person, or a model."),
      .init("postmortem handoff RILL-142 --json", "For a program."),
    ],
    exitStatuses: [.succeeded: "printed", .failed: "there is no record yet", .usage: "wrong usage"])

  /// The fields as declared.
  public init() {}

  /// Gathers it.
  ///
  /// - Throws: errors of the rooms below; `Failure` puts them into words.
  public func run(in workspace: Workspace) throws -> HandOffBundle {
    let desk = try CaseDesk(in: workspace)
    let contents = try desk.store.read(key)
    let facts = try contents.file.facts()
    let text = try FileTree.read(desk.record(of: key))
    let record = RecordDocument(text)
    let words = RecordWords(record, project: facts.key)
    let deliveries = try DeliveryJournal(in: try desk.store.directory(of: key)).read().entries.deliveries
      .filter(\.isCurrent)
    var bundle = HandOffBundle(key: key, title: facts.title, record: String(decoding: text, as: UTF8.self))
    bundle.facts = HandOffBundle.facts(of: contents)
    bundle.posted = deliveries.map {
      HandOffBundle.Place(
        link: $0.link ?? "", ticket: $0.terms.ticket, visibility: $0.terms.visibility,
        revision: $0.terms.revision)
    }
    bundle.links = Self.once([facts.ticket] + bundle.posted.map(\.link) + words.links).filter {
      $0.contains("://")
    }
    bundle.leaveOut = words.identifiers
    bundle.keys = Self.once([facts.key] + words.keys)
    bundle.pullRequests = Self.once([facts.fix.pullRequest] + words.pullRequests)
    bundle.names = keep.map { name in
      HandOffBundle.Name(name: name, isInRecord: bundle.record.contains(name))
    }
    bundle.notes = Self.notes(bundle, outage: facts.outage.isCustomerVisible)
    return bundle
  }

  private static func once(_ texts: [String]) -> [String] {
    var seen: Set<String> = []
    return texts.filter { !$0.isEmpty && seen.insert($0).inserted }
  }

  /// What a version for other readers has to mind.
  private static func notes(_ bundle: HandOffBundle, outage: Bool) -> [String] {
    let counts = Standing.allCases.compactMap { standing -> String? in
      let count = bundle.facts.count { $0.standing == standing }
      return count == 0 ? nil : "\(count) \(standing.rawValue)"
    }
    let audiences = bundle.posted.map { "\($0.ticket): \($0.visibility)" }
    return [
      "The record is written for engineers. Leadership asks what broke for whom, whether it is fixed, how that is known, and what is still to be done.",
      "Of the facts, \(counts.joined(separator: ", ")). What is attested is somebody's word: a version must not say of it that it was measured.",
      outage
        ? "Customers saw an outage: this is no incident report, and does not take the place of one."
        : "The case knows of no outage that customers saw: a version must not suggest one.",
      audiences.isEmpty
        ? "The record was not posted yet: nobody has signed that it may be read elsewhere."
        : "It was signed for these readers: \(audiences.joined(separator: ", ")). For others somebody has to decide anew.",
      "No fact, number or name may be in a version that is not in this bundle.",
    ]
  }

  /// Always 0: what cannot be gathered is an error.
  public static func exitStatus(of bundle: HandOffBundle) -> ExitStatus { .succeeded }
}
