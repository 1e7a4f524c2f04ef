import Casework
public import Declaration
import Digest
import FoundationEssentials
import Masking
public import Origin
import Proof
import Repository
import Storage
import Subprocess

/// Finds the commit where a bug began.
public struct FindOrigin: WorkspaceOperation {
  /// The fix, or the case.
  @Argument(
    help: ArgumentHelp(
      "A commit, branch, tag or range A..B, or several; or a case.",
      discussion: """
        Before is the first parent of the fix (of the oldest commit, where there are several; for a range A..B it is A).
        """, valueName: "fix|key"))
  public var fix: [String]

  /// The tree before.
  @Option(help: ArgumentHelp("Take this as before, not the fix's first parent.", valueName: "rev"))
  public var before: String?

  /// The case.
  @Option(
    name: .customLong("case"),
    help: ArgumentHelp(
      "Keep what is found in this case.",
      discussion: "Without it, it goes into the one case that the fix belongs to, if there is one.",
      valueName: "key"))
  public var caseKey: String?

  /// Whether the message is left aside.
  @Flag(help: "Judge by the code alone, as if the fix's message named no commit.")
  public var blind = false

  /// The time for all.
  @Option(help: ArgumentHelp("Read no more of the history after this time.", valueName: "time"))
  public var maxTime: TimeSpan = .seconds(5)

  /// How the report is written.
  @Option(help: ArgumentHelp("How the report is written.", valueName: "format"))
  public var format: OriginFormat = .text

  /// Whether the repro is run.
  @OptionGroup(title: "Running the repro") public var running: OriginRunning

  /// What is run.
  @OptionGroup(title: "Commands") public var commands: ReproCommands

  /// Which tests go with each commit.
  @OptionGroup(title: "Tests of the fix") public var carrying: CarriedTests

  /// What the commands see.
  @OptionGroup(title: "Isolation and evidence") public var isolation: CommandIsolation

  /// Where the commands run.
  @OptionGroup(title: "Other machines") public var launching: RunLaunching

  /// Secrets that are let through.
  @OptionGroup(title: "Secrets") public var secrets: SecretMasking

  /// What people are told of the operation.
  public static let configuration = OperationConfiguration(
    name: "origin",
    abstract: "Say where the bug of a fix began: most likely, from history, or found, by running its repro.",
    discussion: """
      The history before the fix is read; without --run nothing is run, and no network is asked: who last touched the lines that the \
      fix removes, those next to its changes and those of the functions around, and what the last changes of its files \
      have in common with it. Each candidate has its reasons and a probability, which was held against fixes whose \
      authors say where the bug began (docs/origin.md).

      "Most likely" is not found: only running the repro on both sides of a commit finds it, which --run does. No good \
      end is assumed: commits are chosen by what a run there tells most, the ranking of history being what is believed at \
      first; each is set up in a tree of its own, with the tests of the fix. A flaky repro is run as often as it takes. \
      Commits that cannot be built or run are passed over. Below a probability of \
      30 % the answer is "not determined", with the best three. Where the fix's own message names a commit ("Fixes: \
      2f4c399", "broken since 2f4c399"), that comes first, and is said.

      What may have been tried before is listed with its reason: commits that name the same ticket, that change the same \
      lines and were reverted, or that repaired what the fix mends again.
      """,
    examples: [
      .init("postmortem origin HEAD", "Where did the bug begin that the last commit fixes?"),
      .init("postmortem origin HEAD --format svg >timeline.svg", "The same, drawn."),
      .init("postmortem origin RILL-142", "The same for the fix of a case; it is kept in its evidence."),
      .init(
        "postmortem origin RILL-142 --run",
        "Run the repro of the case at commits before its fix, until the first is found at which it fails."),
      .init(
        "postmortem origin RILL-142 --run --parallel 8 --launcher 'slurm --partition=gpu'",
        "The same on the machines of Slurm, eight runs at once."),
    ],
    exitStatuses: [
      .succeeded: "a commit is most likely, or named in the message; with --run: found",
      .refused: "not determined",
      .usage: "wrong usage", .failed: "could not be carried out",
      .conflict: "another process searches for the same", .interrupted: "interrupted",
    ])

  /// The fields as declared.
  public init() {}

  /// Reads the history.
  ///
  /// - Throws: errors of the rooms below; `Failure` puts them into words.
  public func run(in workspace: Workspace) throws -> OriginReport {
    guard maxTime.milliseconds > 0 else { throw UsageError.notPositive("--max-time") }
    if !running.run {
      // Who says how to run the repro wants it run.
      if commands.repro != nil { throw UsageError.onlyWithRun(flag: "--repro") }
      if running.parallel != 1 { throw UsageError.onlyWithRun(flag: "--parallel") }
    }
    let desk = try? CaseDesk(in: workspace)
    let repository =
      try desk?.repository
      ?? Repository(
        around: workspace.directory, environment: workspace.environment, spawner: workspace.spawner)
    var key = caseKey
    var facts: Case?
    var request = OriginRequest(fix: fix)
    if let desk, let named = try desk.caseNamed(by: fix) {
      key = key ?? named
      facts = try desk.store.read(named).file.facts()
      request.fix = facts?.fix.commits ?? []
    }
    if request.fix.isEmpty { throw UsageError.noFixNamed }
    if key != nil, desk == nil { throw RepositoryError.noWorkingTree }
    if let key { facts = try desk?.store.read(key).file.facts() }
    request.ticket = key
    request.before = before
    request.isBlind = blind
    request.timeLimit = maxTime.duration
    workspace.observe(.origin(.reading))
    let search =
      running.run ? try search(for: request.fix, of: facts, in: repository, of: workspace) : nil
    let found: OriginReport
    do {
      // After an interruption of the runs what they said is still to be told, and git to be asked for it.
      let history =
        search == nil
        ? repository
        : try Repository(
          around: workspace.directory, environment: workspace.environment, spawner: Spawner())
      found = try OriginFinder(in: history, with: graph(of: history, in: workspace)).find(
        request, by: search)
    } catch let error as FileError where search != nil {
      throw CacheError(cause: error)
    }
    var (report, places) = try secrets.masker().mask(document: found, named: "origin")
    report.masked = MaskedPlace.once(places)
    report.format = format
    if let desk {
      workspace.observe(.origin(.keeping))
      let keys = try key.map { [$0] } ?? desk.cases(fixedBy: report.fix.after.commit)
      let kept = CaseDesk.keep(in: keys) { key in
        desk.keeping(in: key) { try OriginKeeping.keep(report, in: $0) }
      }
      report.notes += kept.map { [$0] } ?? []
    }
    return report
  }

  /// A list of the commits in the cache, with which git reads history faster.
  private func graph(of repository: Repository, in workspace: Workspace) -> CommitGraph? {
    guard let cache = try? isolation.cacheFound(in: workspace).directory,
      repository.treePath(of: cache, from: "/") == nil
    else { return nil }
    let name = SHA256.hexadecimal(of: Array(repository.commonDirectory.utf8)).prefix(32)
    return CommitGraph(
      of: repository, at: "\(cache)/graphs/\(name)", now: Int(Date.now.timeIntervalSince1970))
  }

  private func search(
    for fix: [String], of facts: Case?, in repository: Repository, of workspace: Workspace
  ) throws -> OriginSearch {
    var repro = try commands.request(fixing: .revisions(fix), defaults: facts)
    repro.before = before
    carrying.apply(to: &repro)
    try isolation.apply(to: &repro)
    try launching.apply(to: &repro)
    let request = try running.request(running: repro)
    let prover = Prover(
      repository: repository, cache: try isolation.cacheFound(in: workspace),
      spawner: workspace.commandSpawner, environment: workspace.environment,
      masker: try secrets.masker())
    let observe = workspace.observe
    let reading = try Repository(
      around: workspace.directory, environment: workspace.environment, spawner: Spawner())
    return OriginSearch(in: reading, by: prover, request, from: workspace.directory) {
      observe(.origin(.searching($0)))
    }
  }

  /// 0 where a commit is found, or, without a run, named or most likely; 130 where the user interrupted, else 3.
  public static func exitStatus(of report: OriginReport) -> ExitStatus {
    guard let running = report.running else {
      return report.verdict == .notDetermined ? .refused : .succeeded
    }
    return running.isFound ? .succeeded : running.outcome == .interrupted ? .interrupted : .refused
  }
}

extension OriginReport: MaskingResult {}

extension OriginFormat: ExpressibleByArgument {}
