/// Whether a record may be drafted, and what is in the way.
public struct GateReport: Sendable, Codable, Equatable {
  /// The name and version of this document's format.
  public var schema = "postmortem/gate/1"

  /// The case.
  public var key: String

  /// The four inputs, in their order.
  public var inputs: [Input]

  /// Reasons not to write a record at all.
  public var refusals: [Refusal]

  /// What is worth a look, and closes nothing.
  public var notes: [Note]

  /// Whether all four inputs are there and nothing refuses.
  public var isOpen: Bool

  init(key: String, inputs: [Input], refusals: [Refusal], notes: [Note]) {
    self.key = key
    self.inputs = inputs
    self.refusals = refusals
    self.notes = notes
    isOpen = refusals.isEmpty && inputs.allSatisfy { $0.standing != nil }
  }

  /// One of the four required inputs.
  public struct Input: Sendable, Codable, Equatable {
    /// Their names.
    public enum Name: String, Sendable, Codable, CaseIterable {
      case repro, cause, fix, validation
    }

    /// Which.
    public var name: Name

    /// What it is, in a line.
    public var what = ""

    /// How it is known; absent while it is missing.
    public var standing: Standing?

    /// The evidence behind it.
    public var evidence: String?

    /// What is missing, in one sentence.
    public var missing: String?

    /// The one action that supplies it.
    public var remedy: String?

    /// The fields of the case that are asked for while it is missing: those that supply it, those that the action needs,
    /// and those in which somebody's word stands in for it.
    public var fields: [String] = []

    init(name: Name) {
      self.name = name
    }
  }

  /// A reason not to write a record.
  public struct Refusal: Sendable, Codable, Equatable {
    /// Their names.
    public enum Name: String, Sendable, Codable {
      case outage
      case trivialFix = "trivial-fix"
      case contradiction
      case failingValidation = "failing-validation"
    }

    /// Which.
    public var name: Name

    /// Why.
    public var message: String

    /// What to do.
    public var remedy: String

    /// The fields of the case that lift it.
    public var fields: [String] = []
  }

  /// Something that is worth a look, and closes nothing.
  public struct Note: Sendable, Codable, Equatable {
    /// Their names.
    public enum Name: String, Sendable, Codable {
      case probeTag = "probe-tag"
      case lostReport = "lost-report"
      case unreadableEvidence = "unreadable-evidence"
      case shallowClone = "shallow-clone"
    }

    /// Which.
    public var name: Name

    /// What was seen.
    public var message: String

    /// What to do.
    public var remedy: String
  }
}
