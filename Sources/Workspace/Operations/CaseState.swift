public import Casework
public import Masking
public import Record

/// A case after an operation on it: where it is, what was found, and what is still missing.
public struct CaseState: Sendable, Encodable {
  /// The name and version of this document's format.
  public var schema = "postmortem/case/1"

  /// The case.
  public var key: String

  /// Its file.
  public var path: String

  /// What the operation found in the repository.
  public var found: [FoundValue]

  /// The fields that the operation set.
  public var set: [String]

  /// What of a fix that was named could not be looked at: worth a look, and closes nothing.
  public var remarks: [RecordRemark] = []

  /// The secrets that are masked in what is kept; absent where there are none.
  public var masked: [MaskedPlace]?

  /// The gate as it stands now.
  public var gate: GateReport
}
