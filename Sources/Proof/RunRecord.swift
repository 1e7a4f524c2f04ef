public import Masking
import Recognition
import Subprocess

/// What one run of the repro was, in a proof.
public enum RunResult: String, Sendable, Codable {
  /// It passed, and a test ran wherever one can tell.
  case pass

  /// It showed the symptom.
  case symptom

  /// It did neither: why stands beside it.
  case other
}

/// Why a run neither passed nor showed the symptom.
public struct OtherReason: Sendable, Codable, Equatable, Hashable {
  /// The kinds, in words that stay the same.
  public enum Kind: String, Sendable, Codable {
    case commandNotFound = "command-not-found"
    case notExecutable = "not-executable"
    case buildError = "build-error"
    case syntaxError = "syntax-error"
    case missingModule = "missing-module"
    /// A name that could not be loaded, and that the fix does not bring, as far as one can tell.
    case missingName = "missing-name"
    case missingSymbol = "missing-symbol"
    case missingFile = "missing-file"
    case collectionError = "collection-error"
    case setupFailure = "setup-failure"
    case usageError = "usage-error"
    case noTestRan = "no-test-ran"
    case allSkipped = "all-skipped"
    case hang
    case withoutSymptom = "without-symptom"
    case symptomInPass = "symptom-in-pass"
  }

  /// The kind.
  public var kind: Kind

  /// What it is about, from the output: a line, a name, a program; may be empty.
  public var detail: String

  /// Whether no test ran at all.
  public var saysNoTestRan: Bool { kind == .noTestRan || kind == .allSkipped }
}

/// One finished run of the repro: a piece of evidence, never changed.
public struct RunRecord: Sendable, Codable, Equatable {
  /// The number of its pair, from 1.
  public var pair: Int

  /// Which tree it ran in.
  public var side: Side

  /// What it was.
  public var result: RunResult

  /// Why it was neither pass nor symptom.
  public var reason: OtherReason?

  /// Its exit status, where it ended by itself.
  public var exitStatus: Int32?

  /// The signal that ended it.
  public var signal: Int32?

  /// Whether its time was over.
  public var isTimedOut: Bool

  /// How long it took, in seconds.
  public var seconds: Double

  /// The fingerprint of the failure.
  public var signature: String?

  /// The fingerprint for a comparison with runs at other commits, where the same code stands on other lines, beside other
  /// tests.
  package var signatureAcrossCommits: String? { signature.map(withoutSourceLines).map(withoutPassCounts) }

  /// The same without what was printed as a difference between what was wanted and what came.
  package var signatureWithoutDiff: String? { signatureAcrossCommits.map(withoutPrintedDiff) }

  /// The lines that say what failed, for people.
  public var excerpt: [String]

  /// Tests that ran in it, where one can tell.
  public var testsExecuted: Int?

  /// Tests that failed in it by the runner's own count, whatever its exit status.
  public var testsFailed = 0

  /// The SHA-256 of all that it printed; the log of that name holds it.
  public var outputDigest: String

  /// How much it printed, in bytes.
  public var outputSize: Int

  /// The secrets that are masked in its log.
  public var masked: [MaskedPlace]?

  /// The machine that it ran on, where a launcher took it there.
  public var node: String?

  /// The launcher.
  public var launcher: String?

  /// Processes that had left its session and were ended with it.
  public var strays: Int
}
