public import Casework
public import Masking

/// An entry that was added to a ledger.
public struct LedgerAddition: Sendable, Encodable {
  /// The name and version of this document's format.
  public var schema = "postmortem/ledger-entry/1"

  /// The case.
  public var key: String

  /// Its ledger.
  public var path: String

  /// The entry.
  public var entry: LedgerEntry

  /// Experiments that contradict a hypothesis which the entry confirms.
  public var contradictedBy: [Int] = []

  /// The secrets that are masked in what is kept; absent where there are none.
  public var masked: [MaskedPlace]?

  /// An entry from its parts.
  init(key: String, path: String, entry: LedgerEntry) {
    self.key = key
    self.path = path
    self.entry = entry
  }
}
