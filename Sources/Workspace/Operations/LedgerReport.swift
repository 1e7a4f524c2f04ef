public import Casework
public import Masking

/// The ledger of a case.
public struct LedgerReport: Sendable, Encodable {
  /// The name and version of this document's format.
  public var schema = "postmortem/ledger/1"

  /// The case.
  public var key: String

  /// The file.
  public var path: String

  /// All entries, in their order.
  public var entries: [LedgerEntry]

  /// The hypotheses, each as the ledger leaves it.
  public var hypotheses: [Hypothesis]

  /// A hypothesis against every experiment, where one was asked for.
  public var check: HypothesisCheck?

  /// The numbers of the entries that the operation added, where it may add some.
  public var added: [Int]?

  /// How much of an agent's transcript was taken in; absent where none was.
  public var transcript: TranscriptCount?

  /// Lines of the file that are torn or from another version, and were passed over.
  public var unreadableLines: Int

  /// Which lines those are, and what is wrong with them.
  public var unreadable: [UnreadableLine]

  /// The secrets that are masked in what is kept; absent where there are none.
  public var masked: [MaskedPlace]?

  /// The report on a ledger.
  public init(
    key: String, path: String, _ ledger: Ledger, check: HypothesisCheck? = nil, added: [Int]? = nil
  ) {
    self.added = added
    self.key = key
    self.path = path
    entries = ledger.entries
    hypotheses = ledger.hypotheses
    self.check = check
    unreadableLines = ledger.unreadable.count
    unreadable = ledger.unreadable
  }
}
