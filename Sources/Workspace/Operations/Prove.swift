import Casework
public import Declaration
import Patterns
public import Proof
import Repository
import Storage
import Subprocess

/// Proves a fix by running its repro before and after it.
public struct Prove: WorkspaceOperation {
  /// Which trees are compared.
  public struct Trees: ParsableArguments {
    /// The fix.
    @Argument(
      help: ArgumentHelp(
        "A commit, branch, tag or range A..B, or several; or a case.",
        discussion: """
          Before is the first parent of the fix (of the oldest commit, where there are several; for a range A..B it \
          is A), after is the fix itself.
          """, valueName: "fix|key"))
    public var fix: [String] = []

    /// Whether the working tree is the fix.
    @Flag(help: "The fix is what is not committed yet.")
    public var uncommitted = false

    /// The tree before.
    @Option(help: ArgumentHelp("Take this as before, not the fix's first parent.", valueName: "rev"))
    public var before: String?

    /// The tree after.
    @Option(help: ArgumentHelp("Take this as after, not the fix itself.", valueName: "rev"))
    public var after: String?

    /// The fields as declared.
    public init() {}
  }

  /// How often, how long, how sure.
  public struct Runs: ParsableArguments {
    /// How sure.
    @Option(
      help: ArgumentHelp(
        "How sure \"proved\" has to be.",
        discussion: """
          The probability of "proved" where the fix does nothing is at most one minus this, whenever the runs stop: a \
          sequential sign test over pairs of runs in random order (Wald 1947, Ville 1939).
          """, valueName: "p"))
    public var confidence: Confidence = .standard

    /// The least.
    @Option(help: ArgumentHelp("Run each side at least so often.", valueName: "n"))
    public var runs = 1

    /// The most.
    @Option(help: ArgumentHelp("Run each side at most so often.", valueName: "n"))
    public var maxRuns = 1000

    /// The time for all.
    @Option(help: ArgumentHelp("Start no more runs after this time.", valueName: "time"))
    public var maxTime: TimeSpan = .minutes(10)

    /// The time for one.
    @Option(help: ArgumentHelp("End a run that takes longer.", valueName: "time"))
    public var timeout: TimeSpan = .seconds(60)

    /// The time for the set-up.
    @Option(help: ArgumentHelp("End a set-up that takes longer.", valueName: "time"))
    public var setupTimeout: TimeSpan = .minutes(30)

    /// Whether earlier runs are left aside.
    @Flag(help: "Begin anew, not from the runs of an earlier call.")
    public var again = false

    /// The fields as declared.
    public init() {}
  }

  /// What people are told of the operation.
  public static let configuration = OperationConfiguration(
    name: "prove",
    abstract: "Run a repro before and after a fix, and say with numbers whether the fix is proved.",
    discussion: """
      Two trees are checked out in the cache: one without the fix, which gets the fix's test files, and one with it. \
      The repro runs in both, pair after pair in an order drawn by a coin, until the evidence suffices. Your working \
      tree, index, refs and settings are only read.

      "Proved" wants the symptom before the fix, no failure after it, and an error of at most one in a thousand. \
      Everything else has a word of its own: passes-before, still-fails, fails-less, fails-only-after, \
      other-failure-before, other-failure-after, no-test-ran, rate-too-low, hangs, setup-failed, interrupted.

      Finished runs are kept as they come: after an interruption, or with a larger budget, the same call goes on.
      """,
    examples: [
      .init("postmortem prove HEAD --repro './repro.sh'", "Prove the last commit with a script of yours."),
      .init(
        "postmortem prove v2.1..fix/stream --setup make --repro 'ctest -R stream' --symptom 'lost updates'",
        "Prove a branch; only failures that say so count."),
    ],
    exitStatuses: [
      .succeeded: "proved", .refused: "not proved", .usage: "wrong usage",
      .failed: "could not be carried out", .configuration: "no cache, or one that may not be written",
      .interrupted: "interrupted",
    ])

  /// Which trees are compared.
  @OptionGroup(title: "Trees") public var trees: Trees

  /// Which tests go with the tree before.
  @OptionGroup(title: "Tests of the fix") public var carrying: CarriedTests

  /// What is run.
  @OptionGroup(title: "Commands") public var commands: ReproCommands

  /// The case.
  @Option(
    name: .customLong("case"),
    help: ArgumentHelp(
      "The case that this proves; it gives what is not said.",
      discussion: """
        The fix, the repro, the set-up and the symptom are taken from the case where they are not given, and the proof \
        goes into its evidence. Without it, the proof goes into the one case that the fix belongs to, if there is one.
        """, valueName: "key"))
  public var caseKey: String?

  /// How often.
  @OptionGroup(title: "Runs") public var runs: Runs

  /// What the commands see.
  @OptionGroup(title: "Isolation and evidence") public var isolation: CommandIsolation

  /// Where the commands run.
  @OptionGroup(title: "Other machines") public var launching: RunLaunching

  /// Secrets that are let through.
  @OptionGroup(title: "Secrets") public var secrets: SecretMasking

  /// The fields as declared.
  public init() {}

  /// Makes the proof, and keeps it in the case that it belongs to.
  ///
  /// - Throws: errors of the rooms below; `Failure` puts them into words.
  public func run(in workspace: Workspace) throws -> ProofReport {
    let desk = try? CaseDesk(in: workspace)
    let named = try desk?.caseNamed(by: trees.fix)
    let caseKey = caseKey ?? named
    let request = try request(
      fixing: named == nil ? trees.fix : [],
      for: try caseKey.map { key in
        guard let desk else { throw RepositoryError.noWorkingTree }
        return try desk.store.read(key).file.facts()
      })
    let repository = try Repository(
      around: workspace.directory, environment: workspace.environment, spawner: workspace.spawner)
    let prover = Prover(
      repository: repository, cache: try isolation.cacheFound(in: workspace),
      spawner: workspace.commandSpawner, environment: workspace.environment,
      masker: try secrets.masker())
    let observe = workspace.observe
    var report: ProofReport
    do {
      report = try prover.prove(request, from: workspace.directory) { observe(.proof($0)) }
    } catch let error as FileError {
      throw CacheError(cause: error)
    }
    if let desk {
      let keys = try caseKey.map { [$0] } ?? desk.cases(fixedBy: report.after.commit)
      let kept = CaseDesk.keep(in: keys) { Self.keep(report, in: $0, at: desk) }
      report.notes += kept.map { [$0] } ?? []
    }
    return report
  }

  /// Keeps a proof in a case, and says what became of it.
  private static func keep(_ report: ProofReport, in key: String, at desk: CaseDesk) -> String {
    // Nothing was measured: that somebody pressed Ctrl-C is no evidence of anything.
    if report.verdict == .interrupted, report.before.runs + report.after.runs == 0 {
      return "Nothing is kept in the case \(key): no run had ended."
    }
    return desk.keeping(in: key) { try ProofKeeping.keep(report, in: $0) }
  }

  /// 0 where the fix is proved, 130 where the user interrupted, else 3.
  public static func exitStatus(of report: ProofReport) -> ExitStatus {
    switch report.verdict {
    case .proved: .succeeded
    case .interrupted: .interrupted
    default: .refused
    }
  }

  /// What to prove: as the call says, and where it says nothing, as the case does.
  private func request(fixing given: [String], for facts: Case?) throws -> ProofRequest {
    let fix = given.isEmpty && !trees.uncommitted ? facts?.fix.commits ?? [] : given
    if fix.isEmpty && !trees.uncommitted { throw UsageError.noFixNamed }
    if !given.isEmpty && trees.uncommitted { throw UsageError.fixNamedTwice }
    var request = try commands.request(
      fixing: trees.uncommitted ? .uncommitted : .revisions(fix), defaults: facts)
    guard runs.runs >= 1 else { throw UsageError.notPositive("--runs") }
    guard runs.maxRuns >= 1 else { throw UsageError.notPositive("--max-runs") }
    guard runs.maxRuns >= runs.runs else { throw UsageError.boundsCrossed }
    for (name, time) in [("--timeout", runs.timeout), ("--setup-timeout", runs.setupTimeout)]
    where time.milliseconds <= 0 {
      throw UsageError.notPositive(name)
    }
    request.before = trees.before
    request.after = trees.after
    carrying.apply(to: &request)
    request.errorBound = runs.confidence.errorBound
    request.minimumRuns = runs.runs
    request.maximumRuns = runs.maxRuns
    request.maximumTime = runs.maxTime.duration
    request.timeLimit = runs.timeout.duration
    request.setupTimeLimit = runs.setupTimeout.duration
    request.startsAnew = runs.again
    try isolation.apply(to: &request)
    try launching.apply(to: &request)
    return request
  }
}
