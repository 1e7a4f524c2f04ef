import Casework
public import Declaration
import Masking
public import Origin
import Proof
import Repository
import Storage

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

  /// Secrets that are let through.
  @OptionGroup(title: "Secrets") public var secrets: SecretMasking

  /// What people are told of the operation.
  public static let configuration = OperationConfiguration(
    name: "origin",
    abstract: "Say from history where the bug of a fix most likely began, how likely, and why.",
    discussion: """
      The history before the fix is read, nothing is run and no network is asked: who last touched the lines that the \
      fix removes, those next to its changes and those of the functions around, and what the last changes of its files \
      have in common with it. Each candidate has its reasons and a probability, which was held against fixes whose \
      authors say where the bug began (docs/origin.md).

      "Most likely" is not found: only running the repro on both sides of a commit finds it. Below a probability of \
      30 % the answer is "not determined", with the best three. Where the fix's own message names a commit ("Fixes: \
      2f4c399", "broken since 2f4c399"), that comes first, and is said.

      What may have been tried before is listed with its reason: commits that name the same ticket, that change the same \
      lines and were reverted, or that repaired what the fix mends again.
      """,
    examples: [
      .init("postmortem origin HEAD", "Where did the bug begin that the last commit fixes?"),
      .init("postmortem origin HEAD --format svg >timeline.svg", "The same, drawn."),
      .init("postmortem origin RILL-142", "The same for the fix of a case; it is kept in its evidence."),
    ],
    exitStatuses: [
      .succeeded: "a commit is most likely, or named in the message", .refused: "not determined",
      .usage: "wrong usage", .failed: "could not be carried out", .interrupted: "interrupted",
    ])

  /// The fields as declared.
  public init() {}

  /// Reads the history.
  ///
  /// - Throws: errors of the rooms below; `Failure` puts them into words.
  public func run(in workspace: Workspace) throws -> OriginReport {
    guard maxTime.milliseconds > 0 else { throw UsageError.notPositive("--max-time") }
    let desk = try? CaseDesk(in: workspace)
    let repository =
      try desk?.repository
      ?? Repository(
        around: workspace.directory, environment: workspace.environment, spawner: workspace.spawner)
    var key = caseKey
    var request = OriginRequest(fix: fix)
    if let desk, fix.count == 1, let named = fix.first, try desk.store.keys().contains(named) {
      key = key ?? named
      request.fix = try desk.store.read(named).file.facts().fix.commits
    }
    if request.fix.isEmpty { throw UsageError.noFixNamed }
    if key != nil, desk == nil { throw RepositoryError.noWorkingTree }
    if let key { _ = try desk?.store.read(key) }
    request.ticket = key
    request.before = before
    request.isBlind = blind
    request.timeLimit = maxTime.duration
    workspace.observe(.origin(.reading))
    let found = try OriginFinder(in: repository).find(request)
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

  /// 0 where a commit is named or most likely, else 3.
  public static func exitStatus(of report: OriginReport) -> ExitStatus {
    report.verdict == .notDetermined ? .refused : .succeeded
  }
}

extension OriginReport: MaskingResult {}

extension OriginFormat: ExpressibleByArgument {}
