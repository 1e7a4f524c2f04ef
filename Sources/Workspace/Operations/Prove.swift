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
        "A commit, branch, tag or range A..B, or several.",
        discussion: """
          Before is the first parent of the fix (of the oldest commit, where there are several; for a range A..B it \
          is A), after is the fix itself.
          """, valueName: "fix"))
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

    /// Paths to carry.
    @Option(
      parsing: .upToNextOption,
      help: ArgumentHelp(
        "Carry these files of the fix, too, onto before.",
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
  }

  /// What is run, and what counts.
  public struct Commands: ParsableArguments {
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

  /// What the commands see of the world, and what is kept.
  public struct Isolation: ParsableArguments {
    /// Whether there is a network.
    @Flag(help: "Run the commands without a network.")
    public var offline = false

    /// Whether trees are cleaned.
    @Flag(help: "Give each run a clean tree, set up anew.")
    public var fresh = false

    /// Variables.
    @Option(
      help: ArgumentHelp("Set a variable, or record one of yours.", valueName: "name[=value]"))
    public var env: [String] = []

    /// Commands to record.
    @Option(
      help: ArgumentHelp("Record what this prints, such as 'cc --version'.", valueName: "cmd"))
    public var record: [String] = []

    /// The cache.
    @Option(
      help: ArgumentHelp("Where trees and evidence go ($POSTMORTEM_CACHE).", valueName: "dir"),
      completion: .directory)
    public var cache: String?

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

  /// What is run.
  @OptionGroup(title: "Commands") public var commands: Commands

  /// How often.
  @OptionGroup(title: "Runs") public var runs: Runs

  /// What the commands see.
  @OptionGroup(title: "Isolation and evidence") public var isolation: Isolation

  /// Secrets that are let through.
  @OptionGroup(title: "Secrets") public var secrets: SecretMasking

  /// The fields as declared.
  public init() {}

  /// Makes the proof, and keeps it in the case that it belongs to.
  ///
  /// - Throws: errors of the rooms below; `Failure` puts them into words.
  public func run(in workspace: Workspace) throws -> ProofReport {
    let desk = try? CaseDesk(in: workspace)
    let request = try request(
      for: try commands.caseKey.map { key in
        guard let desk else { throw RepositoryError.noWorkingTree }
        return try desk.store.read(key).file.facts()
      })
    let repository = try Repository(
      around: workspace.directory, environment: workspace.environment, spawner: workspace.spawner)
    guard
      let cache = isolation.cache.flatMap(Self.given)
        ?? ProofCache.defaultDirectory(environment: workspace.environment)
    else {
      throw ProofError.noCacheDirectory
    }
    let prover = Prover(
      repository: repository, cache: ProofCache(at: Path.absolute(cache, from: workspace.directory)),
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
      let keys = try commands.caseKey.map { [$0] } ?? desk.cases(fixedBy: report.after.commit)
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
  private func request(for facts: Case?) throws -> ProofRequest {
    let fix = trees.fix.isEmpty && !trees.uncommitted ? facts?.fix.commits ?? [] : trees.fix
    if fix.isEmpty && !trees.uncommitted { throw UsageError.noFixNamed }
    if !trees.fix.isEmpty && trees.uncommitted { throw UsageError.fixNamedTwice }
    guard let repro = commands.repro ?? facts?.repro.command, commands.repro != nil || !repro.isEmpty else {
      throw UsageError.noRepro
    }
    if commands.symptom == "" { throw UsageError.emptySymptom }
    guard runs.runs >= 1 else { throw UsageError.notPositive("--runs") }
    guard runs.maxRuns >= 1 else { throw UsageError.notPositive("--max-runs") }
    guard runs.maxRuns >= runs.runs else { throw UsageError.boundsCrossed }
    for (name, time) in [("--timeout", runs.timeout), ("--setup-timeout", runs.setupTimeout)]
    where time.milliseconds <= 0 {
      throw UsageError.notPositive(name)
    }
    var request = ProofRequest(
      fix: trees.uncommitted ? .uncommitted : .revisions(fix), repro: repro,
      symptom: try Symptom(commands.symptom ?? facts.flatMap { Self.given($0.repro.symptom) }))
    request.before = trees.before
    request.after = trees.after
    request.carriesTests = !trees.noCarry
    request.carry = trees.carry
    request.setup = commands.setup ?? facts.flatMap { Self.given($0.repro.setup) }
    request.shell = commands.shell
    request.errorBound = runs.confidence.errorBound
    request.minimumRuns = runs.runs
    request.maximumRuns = runs.maxRuns
    request.maximumTime = runs.maxTime.duration
    request.timeLimit = runs.timeout.duration
    request.setupTimeLimit = runs.setupTimeout.duration
    request.startsAnew = runs.again
    request.isOffline = isolation.offline
    request.isFresh = isolation.fresh
    request.records = isolation.record
    request.variables = try isolation.env.map { text throws(UsageError) in
      let wish = try VariableWish(text)
      return (wish.name, wish.value)
    }
    return request
  }

  private static func given(_ text: String) -> String? { text.isEmpty ? nil : text }
}
