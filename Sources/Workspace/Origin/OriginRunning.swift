public import Declaration
import Origin
import Proof

/// Whether and how far an origin is looked for by running the repro.
public struct OriginRunning: ParsableArguments {
  /// Whether it is run.
  @Flag(
    help: ArgumentHelp(
      "Run the repro at commits before the fix, and find the first that fails.",
      discussion: """
        The fix, the repro, the set-up and the symptom are taken from the case where they are not given. The runs that a \
        proof of the same fix by the same repro has made are taken in: how often it fails is known then.
        """))
  public var run = false

  /// The test of the fix.
  @Option(
    help: ArgumentHelp(
      "Run this at the commit that is found: the fix's test.",
      discussion: """
        It is carried there and to the commit's parents, and what it says is kept as a fact of how the bug slipped through: \
        whether it would have caught it. Where the repro names a test of the fix, that is known without this.
        """, valueName: "cmd"))
  public var fixTest: String?

  /// How sure.
  @Option(
    help: ArgumentHelp(
      "How likely \"found\" has to be.",
      discussion: "The posterior probability of the commit, given all runs: 0.99 unless told otherwise.",
      valueName: "p"))
  public var confidence: Confidence?

  /// How many at once.
  @Option(
    help: ArgumentHelp(
      "Run so many commits at once: not where runs share a port or a file.",
      discussion: """
        Each in a tree of its own. A repro that takes a fixed port, a file outside its tree or most of the machine may fail \
        for that alone: leave it at 1 for such.
        """, valueName: "n"))
  public var parallel = 1

  /// The most.
  @Option(help: ArgumentHelp("Make at most so many runs.", valueName: "n"))
  public var maxRuns = 1000

  /// The time for all.
  @Option(help: ArgumentHelp("Start no more runs and set-ups after this time.", valueName: "time"))
  public var budget: TimeSpan = .minutes(30)

  /// The time for one.
  @Option(help: ArgumentHelp("End a run that takes longer.", valueName: "time"))
  public var timeout: TimeSpan = .seconds(60)

  /// The time for the set-up.
  @Option(help: ArgumentHelp("End a set-up that takes longer.", valueName: "time"))
  public var setupTimeout: TimeSpan = .minutes(30)

  /// The room for trees.
  @Option(
    help: ArgumentHelp(
      "Keep trees that were set up for later calls, up to this size; 0 keeps none.",
      discussion: """
        Those that were not used for the longest time go first. A kept tree is as the set-up left it, whatever runs have \
        written; --again sets it up anew.
        """, valueName: "size"))
  public var cacheSize: ByteCount = .gigabytes(2)

  /// Whether earlier runs are left aside.
  @Flag(help: "Begin anew, not from the runs and trees of an earlier call or proof.")
  public var again = false

  /// More threads than this are not started.
  private static let mostAtOnce = 256

  /// The fields as declared.
  public init() {}

  /// What is asked of the search.
  ///
  /// - Throws: `UsageError` where a bound is not positive.
  func request(running repro: ProofRequest) throws(UsageError) -> SearchRequest {
    guard maxRuns >= 1 else { throw .notPositive("--max-runs") }
    guard parallel >= 1 else { throw .notPositive("--parallel") }
    guard parallel <= Self.mostAtOnce else { throw .tooMany("--parallel", most: Self.mostAtOnce) }
    for (name, time) in [("--budget", budget), ("--timeout", timeout), ("--setup-timeout", setupTimeout)]
    where time.milliseconds <= 0 {
      throw .notPositive(name)
    }
    var request = SearchRequest(repro: repro)
    request.repro.fixTest = fixTest
    request.repro.keptBytes = cacheSize.bytes
    request.repro.timeLimit = timeout.duration
    request.repro.setupTimeLimit = setupTimeout.duration
    request.repro.startsAnew = again
    request.confidence = confidence?.probability ?? request.confidence
    request.maximumRuns = maxRuns
    request.parallel = parallel
    request.budget = budget.duration
    return request
  }
}
