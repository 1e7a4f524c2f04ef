import Declaration

struct Trees: ParsableArguments {
  @Argument(
    help: ArgumentHelp("The fix: a commit, or a range of them (HEAD if left out).", valueName: "revisions"))
  var fix: String?
  @Option(help: ArgumentHelp("The tree with the bug, in place of the fix's parent.", valueName: "revision"))
  var before: String?
  @Option(help: ArgumentHelp("The tree without it, in place of the fix itself.", valueName: "revision"))
  var after: String?
  @Option(
    parsing: .upToNextOption,
    help: ArgumentHelp(
      "Take these files from the fixed tree into the one with the bug.",
      discussion: "Needed where the repro is a test that came with the fix.", valueName: "path"),
    completion: .file)
  var carry: [String] = []
  @Flag(help: "Carry nothing, not even the tests that the fix brings.") var noCarry = false
}

struct Runs: ParsableArguments {
  @Option(help: ArgumentHelp("The command that fails while the bug is there.", valueName: "command"))
  var repro: String
  @Option(help: ArgumentHelp("Run each tree exactly so often.", valueName: "count")) var runs: Int?
  @Option(help: ArgumentHelp("Run each tree at most so often.", valueName: "count")) var maxRuns = 200
  @Option(help: ArgumentHelp("Stop when the proof has taken so long.", valueName: "time"))
  var maxTime: TimeSpan = .minutes(30)
  @Option(help: ArgumentHelp("End a single run after so long.", valueName: "time"))
  var timeout: TimeSpan = .seconds(60)
  @Option(help: ArgumentHelp("How sure to be.", valueName: "probability")) var confidence = 0.95
}

struct Symptom: ParsableArguments {
  @Option(help: ArgumentHelp("Count a run as failed only if it printed this.", valueName: "text"))
  var symptom: String?
}

struct Isolation: ParsableArguments {
  @Option(help: ArgumentHelp("Prepare each tree with this command.", valueName: "command"))
  var setup: String?
  @Option(help: ArgumentHelp("End the preparation after so long.", valueName: "time"))
  var setupTimeout: TimeSpan = .minutes(10)
  @Option(help: ArgumentHelp("Run commands with this shell.", valueName: "path"), completion: .file)
  var shell = "/bin/sh"
  @Option(help: ArgumentHelp("Set a variable for every run.", valueName: "name=value")) var env: [String] = []
  @Option(help: ArgumentHelp("Keep the value of a variable with the proof.", valueName: "name"))
  var record: [String] = []
  @Flag(help: "Forbid the runs the network.") var offline = false
  @Flag(help: "Give every run a fresh tree.") var fresh = false
}

enum CacheUse: String, CaseIterable, ExpressibleByArgument {
  case keep
  case clear
  case none
}

struct Output: ParsableArguments {
  @Flag(help: "Prove again, even where a proof is at hand.") var again = false
  @Option(help: ArgumentHelp("What to do with prepared trees.", valueName: "use")) var cache: CacheUse = .keep
  @Option(help: ArgumentHelp("File the proof under this ticket.", valueName: "ticket")) var key: String?
}

/// An operation with the fields of the real one.
struct Prove: Operation {
  static let configuration = OperationConfiguration(
    name: "prove",
    abstract: "Run a repro before and after a fix, and say whether the fix is proved.",
    discussion: """
      Both trees are checked out apart from yours, and prepared alike. Runs alternate between them until \
      the difference is certain, or the limits are reached.

      Nothing in your working tree is touched.
      """,
    examples: [
      .init("postmortem prove HEAD --repro './repro.sh'", "Prove the last commit with a script."),
      .init(
        "postmortem prove v2.1..fix/stream --setup make --repro 'ctest -R stream' --symptom 'lost updates'",
        "Prove a branch against the release before it; only lost updates count as failures."),
    ],
    exitStatuses: [.succeeded: "proved", .usage: "wrong usage", .refused: "not proved"])

  @OptionGroup(title: "Trees") var trees: Trees
  @OptionGroup(title: "Runs") var runs: Runs
  @OptionGroup(title: "Symptom") var symptom: Symptom
  @OptionGroup(title: "Isolation") var isolation: Isolation
  @OptionGroup(title: "Output") var output: Output
}
