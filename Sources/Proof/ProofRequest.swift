/// What the user asks to be proved, and how.
public struct ProofRequest: Sendable {
  /// The fix.
  public var fix: FixSpan.Name

  /// A revision to take for the tree before, instead of the fix's first parent.
  public var before: String?

  /// A revision to take for the tree after, instead of the fix itself.
  public var after: String?

  /// Whether the fix's test files are carried onto the tree before it.
  public var carriesTests = true

  /// Further paths of the fix to carry.
  public var carry: [String] = []

  /// The command that shows the bug.
  public var repro: String

  /// A command that runs the fix's test alone, for `Trials`; nil where the repro is all that is run.
  public var fixTest: String?

  /// A command that is run once in each tree before the first run.
  public var setup: String?

  /// What a failing run must show.
  public var symptom: Symptom

  /// The largest probability of "proved" where the fix did nothing.
  public var errorBound = 0.001

  /// Runs a side that are made in any case.
  public var minimumRuns = 1

  /// Runs a side at most.
  public var maximumRuns = 1000

  /// How long all runs may take together.
  public var maximumTime: Duration = .seconds(600)

  /// How long one run may take.
  public var timeLimit: Duration = .seconds(60)

  /// How long the set-up of one tree may take.
  public var setupTimeLimit: Duration = .seconds(1800)

  /// The shell that runs the commands; nil is bash where there is one, else sh.
  public var shell: String?

  /// Variables for the commands, beside the user's environment: a value, or nil to record the user's own.
  public var variables: [(name: String, value: String?)] = []

  /// Commands whose output is recorded with the environment, such as `cc --version`.
  public var records: [String] = []

  /// Whether the commands run without a network.
  public var isOffline = false

  /// Whether each run gets a clean tree.
  public var isFresh = false

  /// Whether runs of an earlier, unfinished proof of the same are left aside.
  public var startsAnew = false

  /// What hands the commands to other machines; nil where they run on this one.
  public var launcher: LauncherTemplate?

  /// How long a job may wait for its machine.
  public var queueTime: Duration = .seconds(86_400)

  /// So many bytes of trees that were set up are kept for later calls of `Trials`.
  public var keptBytes = 0

  /// A request with defaults for all but these.
  public init(fix: FixSpan.Name, repro: String, symptom: Symptom) {
    self.fix = fix
    self.repro = repro
    self.symptom = symptom
  }
}
