public import Declaration
import Proof

/// Which files of the fix are carried onto trees without it.
public struct CarriedTests: ParsableArguments {
  /// Paths to carry.
  @Option(
    parsing: .upToNextOption,
    help: ArgumentHelp(
      "Carry these files of the fix, too, onto the trees without it.",
      discussion: """
        Test files of the fix, with their fixtures, are carried by themselves: files under test folders, and files \
        named as tests are. The plan says which, and why.
        """, valueName: "path"), completion: .file)
  public var carry: [String] = []

  /// Whether test files stay behind.
  @Flag(help: "Carry no test files, only those of --carry.")
  public var noCarry = false

  /// The fields as declared.
  public init() {}

  /// Says it to a proof.
  func apply(to request: inout ProofRequest) {
    request.carriesTests = !noCarry
    request.carry = carry
  }
}
