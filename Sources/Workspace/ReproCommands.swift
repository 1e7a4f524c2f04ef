import Casework
public import Declaration
import Patterns
import Proof

/// What is run, and what counts.
public struct ReproCommands: ParsableArguments {
  /// The repro.
  @Option(
    help: ArgumentHelp(
      "The command that fails with the bug, not without it.",
      discussion: """
        It is run by the shell in the directory of each tree that you stand in. A script that git does not track is \
        taken from where you stand.
        """, valueName: "cmd"))
  public var repro: String?

  /// The set-up.
  @Option(help: ArgumentHelp("Run this once in each tree first, to build it.", valueName: "cmd"))
  public var setup: String?

  /// The symptom.
  @Option(
    help: ArgumentHelp(
      "What a failure must print; 'hang': it must not end.",
      discussion: """
        A regular expression (PCRE2) over the lines of the output. Without it, what is recognisably no failing repro \
        (a command not found, a build error, a missing module, no test run, …) does not count.
        """, valueName: "regex"))
  public var symptom: String?

  /// The shell.
  @Option(help: ArgumentHelp("The shell that runs the commands: bash, else sh.", valueName: "program"))
  public var shell: String?

  /// The fields as declared.
  public init() {}

  /// What to run: as the call says, and where it says nothing, as the case does.
  ///
  /// - Throws: `UsageError` where there is no repro, or the symptom is empty; `PatternError`.
  func request(fixing fix: FixSpan.Name, defaults facts: Case?) throws -> ProofRequest {
    guard let repro = repro ?? facts?.repro.command, self.repro != nil || !repro.isEmpty else {
      throw UsageError.noRepro
    }
    if symptom == "" { throw UsageError.emptySymptom }
    var request = ProofRequest(
      fix: fix, repro: repro, symptom: try Symptom(symptom ?? facts.flatMap { Self.given($0.repro.symptom) }))
    request.setup = setup ?? facts.flatMap { Self.given($0.repro.setup) }
    request.shell = shell
    return request
  }

  private static func given(_ text: String) -> String? { text.isEmpty ? nil : text }
}
