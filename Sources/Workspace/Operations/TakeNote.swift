import Casework
public import Declaration
import Masking

/// Keeps a thought in the ledger of a case.
public struct TakeNote: WorkspaceOperation {
  /// The key.
  @Argument(help: ArgumentHelp("The case.", valueName: "key"))
  public var key: String

  /// The note.
  @Argument(help: ArgumentHelp("A plain note; or why, beside --confirmed and --rules-….", valueName: "text"))
  public var text: String?

  /// A hypothesis.
  @Option(help: ArgumentHelp("Something that may be the cause.", valueName: "text"))
  public var hypothesis: String?

  /// Why a hypothesis is rejected.
  @Option(help: ArgumentHelp("Reject the hypothesis of --of, for this reason.", valueName: "reason"))
  public var rejected: String?

  /// Whether a hypothesis is confirmed.
  @Flag(help: "Confirm the hypothesis of --of.")
  public var confirmed = false

  /// A hypothesis that an experiment supports.
  @Option(help: ArgumentHelp("The experiment of --by supports this hypothesis.", valueName: "entry"))
  public var rulesIn: EntryLabel?

  /// A hypothesis that an experiment contradicts.
  @Option(help: ArgumentHelp("The experiment of --by contradicts this hypothesis.", valueName: "entry"))
  public var rulesOut: EntryLabel?

  /// The hypothesis whose state changes.
  @Option(help: ArgumentHelp("The hypothesis that is rejected or confirmed.", valueName: "entry"))
  public var of: EntryLabel?

  /// The experiment that decides.
  @Option(help: ArgumentHelp("The experiment that shows it.", valueName: "entry"))
  public var by: EntryLabel?

  /// Secrets that are let through.
  @OptionGroup(title: "Secrets") public var secrets: SecretMasking

  /// What people are told of the operation.
  public static let configuration = OperationConfiguration(
    name: "note",
    abstract: "Keep a note, a hypothesis, or what became of one, in the ledger of a case.",
    discussion: """
      Nothing in the ledger is ever changed: that a hypothesis is rejected or confirmed is an entry of its own, which \
      names it by --of, and by --by the experiment that decided. What was said last holds.
      """,
    examples: [
      .init("postmortem note RILL-142 --hypothesis 'the queue drops its oldest event'", "A hypothesis."),
      .init(
        "postmortem note RILL-142 --rejected 'it hangs with an unbounded queue, too' --of L2 --by L7",
        "Reject it."),
      .init("postmortem note RILL-142 --confirmed --of L4 --by L9", "Confirm another."),
      .init("postmortem note RILL-142 'gdb shows three threads in wait()'", "A plain note."),
    ],
    exitStatuses: [.succeeded: "kept", .usage: "wrong usage, or no such entry"])

  /// The fields as declared.
  public init() {}

  /// Keeps it.
  ///
  /// - Throws: errors of the rooms below; `Failure` puts them into words.
  public func run(in workspace: Workspace) throws -> LedgerAddition {
    let desk = try CaseDesk(in: workspace)
    let journal = try desk.store.ledger(of: key)
    let ledger = try journal.read()
    let (content, masked) = try secrets.masker().mask(document: self.content(in: ledger), named: "entry")
    let entry = try journal.append(
      content, by: desk.userName(environment: workspace.environment), at: CaseDesk.now())
    var addition = LedgerAddition(key: key, path: journal.path, entry: entry)
    addition.masked = MaskedPlace.once(masked)
    if case .change(let change) = content, change.state == .confirmed {
      addition.contradictedBy = try HypothesisCheck(of: change.hypothesis, in: ledger).contradictedBy
    }
    return addition
  }

  /// The one thing that the call says.
  private func content(in ledger: Ledger) throws -> LedgerEntry.Content {
    let said = [
      hypothesis != nil, rejected != nil, confirmed, rulesIn != nil, rulesOut != nil,
    ].count { $0 }
    guard said < 2 else { throw UsageError.severalNotes }
    if let hypothesis { return .hypothesis(try plain(hypothesis)) }
    if let rejected { return try change(to: .rejected, reason: line(rejected), in: ledger) }
    if confirmed { return try change(to: .confirmed, reason: text.map(line), in: ledger) }
    if let rulesIn { return try ruling(.ruledIn, on: rulesIn, in: ledger) }
    if let rulesOut { return try ruling(.ruledOut, on: rulesOut, in: ledger) }
    guard let text else { throw UsageError.emptyNote }
    guard of == nil, by == nil else { throw UsageError.referenceWithoutUse }
    return .note(try nonEmpty(text))
  }

  private func plain(_ hypothesis: String) throws(UsageError) -> String {
    guard text == nil, of == nil, by == nil else { throw .referenceWithoutUse }
    return try nonEmpty(hypothesis)
  }

  private func change(
    to state: HypothesisState, reason: String?, in ledger: Ledger
  ) throws -> LedgerEntry.Content {
    guard let of else { throw UsageError.noHypothesisNamed }
    guard state == .confirmed || text == nil else { throw UsageError.severalNotes }
    return .change(
      HypothesisChange(
        hypothesis: try ledger.hypothesis(of.number), state: state, reason: reason,
        experiment: try by.map { try ledger.experiment($0.number) }))
  }

  private func ruling(
    _ direction: Ruling.Direction, on label: EntryLabel, in ledger: Ledger
  ) throws -> LedgerEntry.Content {
    guard let by else { throw UsageError.noExperimentNamed }
    guard of == nil else { throw UsageError.referenceWithoutUse }
    return .ruling(
      Ruling(
        experiment: try ledger.experiment(by.number), hypothesis: try ledger.hypothesis(label.number),
        rules: direction, reason: try text.map(line)))
  }

  /// A reason stands on one line.
  private func line(_ text: String) throws(UsageError) -> String {
    try nonEmpty(text.split(whereSeparator: \.isNewline).joined(separator: " "))
  }

  private func nonEmpty(_ text: String) throws(UsageError) -> String {
    guard text.contains(where: { !$0.isWhitespace }) else { throw .emptyNote }
    return text
  }

  /// Always 0: the entry was kept.
  public static func exitStatus(of addition: LedgerAddition) -> ExitStatus { .succeeded }
}
