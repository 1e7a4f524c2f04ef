public import Declaration
public import Masking
public import Proof

/// Which secrets an operation lets through into what it keeps.
public struct SecretMasking: ParsableArguments {
  /// The fingerprints.
  @Option(
    help: ArgumentHelp(
      "Keep this secret as it is, not masked.",
      discussion: """
        What looks like a credential is masked before anything is kept. A note names each secret by a fingerprint, which \
        this option takes; it may be given several times.
        """, valueName: "fingerprint"))
  public var allowSecret: [String] = []

  /// The fields as declared.
  public init() {}

  /// A masker for one call.
  ///
  /// - Throws: `UsageError` where a text is no fingerprint.
  func masker() throws(UsageError) -> Masker {
    for text in allowSecret where !Masker.isFingerprint(text) { throw .notAFingerprint(text) }
    return Masker(allowing: allowSecret)
  }
}

/// A result of an operation that may have masked something.
public protocol MaskingResult {
  /// The secrets that are masked; absent where there are none.
  var masked: [MaskedPlace]? { get }
}

extension ProofReport: MaskingResult {}
extension CaseState: MaskingResult {}
extension LedgerAddition: MaskingResult {}
extension LedgerReport: MaskingResult {}
