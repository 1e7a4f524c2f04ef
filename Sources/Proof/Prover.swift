import Casework
import Digest
import FoundationEssentials
public import Masking
import Patterns
import Recognition
public import Repository
import Statistics
import Storage
public import Subprocess

/// Proves a fix: runs its repro in the tree before it and in the tree after it, until the evidence suffices.
public struct Prover: Sendable {
  let repository: Repository

  /// Where the trees are made and the evidence is kept.
  package let cache: ProofCache

  let spawner: Spawner
  let environment: [String: String]
  let masker: Masker

  /// A prover for fixes of `repository`.
  ///
  /// - Parameters:
  ///   - environment: the user's, which the commands get.
  ///   - cache: where the trees are made and the evidence is kept.
  ///   - masker: masks what is kept and reported.
  public init(
    repository: Repository, cache: ProofCache, spawner: Spawner, environment: [String: String],
    masker: Masker = Masker()
  ) {
    self.repository = repository
    self.cache = cache
    self.spawner = spawner
    self.environment = environment
    self.masker = masker
  }

  /// Makes the proof that `request` asks for.
  ///
  /// - Parameters:
  ///   - directory: where the user stands: commands run in the same directory of each tree.
  ///   - observe: is told what happens, as it happens.
  /// - Throws: `RepositoryError`, `ProofError`, `ReproError`, `FixSpanError`, `FileError`, `SubprocessError`, or
  ///   `Interrupted` before the first run; later an interruption is a verdict.
  public func prove(
    _ request: ProofRequest, from directory: String, observe: @escaping (ProofEvent) -> Void
  ) throws -> ProofReport {
    let shell = try findShell(request.shell)
    return try inSession(leaving: { observe(.cleaningUp) }) { session in
      try prove(request, from: directory, shell: shell, in: session, observe: observe)
    }
  }

  /// Has `body` work in a session of the cache, which is removed when it ends, however it ends.
  func inSession<Result>(leaving: () -> Void, _ body: (ProofSession) throws -> Result) throws -> Result {
    if let workTree = repository.workTree, Path.relative(cache.directory, to: workTree) != nil {
      throw ProofError.cacheInsideWorkTree(cache.directory)
    }
    try FileTree.makeDirectory(cache.directory)
    try cache.sweep()
    let session = try ProofSession(in: cache)
    let result: Result
    do {
      result = try body(session)
    } catch {
      try? session.end()
      throw error
    }
    leaving()
    try session.end()
    return result
  }

  private func prove(
    _ request: ProofRequest, from directory: String, shell: String, in session: ProofSession,
    observe: @escaping (ProofEvent) -> Void
  ) throws -> ProofReport {
    let preparation = try ProofPreparation(
      request, in: repository, from: directory, session: session, shell: shell)
    let header = ProofHeader(seed: RandomBytes.number(), startedAt: Date.now.formatted(.iso8601))
    let journal = try ProofJournal(
      key: preparation.key, in: cache, startsAnew: request.startsAnew, header: header)
    var runs = try journal.runs.facts()
    var plan = preparation.plan
    plan.keptRuns = runs.count
    observe(.planned(plan))

    let runner = try makeRunner(of: plan, in: session)(
      makeJudge(preparation, session: session), journal.runs.logDirectory)
    var trees: [Side: CheckedOutTree] = [:]
    for side in Side.allCases {
      observe(.checkingOut(side))
      trees[side] = try checkOut(side, preparation, session: session)
    }
    var reporting = ProofReporting(
      plan: plan, header: journal.header, directory: journal.directory,
      environment: recordEnvironment(
        request, shell: shell, variables: commandEnvironment(request, session: session)))
    reporting.notes = preparation.remarks + trees.values.flatMap(Self.notes)
    if let earlier = journal.earlierFailure { reporting.notes.append(earlier) }

    let rounds = ProofRounds(
      plan: plan, runner: runner, trees: trees, borrowing: preparation.borrowing, journal: journal,
      observe: observe)
    let end = try rounds.play(&runs)
    if let lost = try JobLoss.remark(in: journal.directory) { reporting.notes.append(lost) }
    var (report, places) = try masker.mask(document: reporting.report(runs, end: end), named: "report")
    places += runs.flatMap { $0.masked ?? [] }
    report.masked = MaskedPlace.once(places)
    try journal.keep(report)
    return report
  }

  private func checkOut(
    _ side: Side, _ preparation: ProofPreparation, session: ProofSession
  ) throws -> CheckedOutTree {
    let commit = side == .before ? preparation.plan.beforeCommit : preparation.plan.afterCommit
    return try preparation.borrowing.checkOut(
      commit, at: "\(session.directory)/\(side.directoryName)",
      always: preparation.plan.carriage.paths)
  }

  private func makeJudge(_ preparation: ProofPreparation, session: ProofSession) -> RunJudge {
    let plan = preparation.plan
    return RunJudge(
      plan, since: plan.span.before.id, changes: plan.changes, in: preparation.borrowing,
      treeRoots: Side.allCases.map { "\(session.directory)/\($0.directoryName)" })
  }

  /// What makes the runners of a plan, once it is known how its runs are judged and where their logs go.
  ///
  /// - Throws: `ProofError.offlineUnavailable`.
  func makeRunner(
    of plan: ProofPlan, in session: ProofSession
  ) throws -> @Sendable (RunJudge, _ logDirectory: String) -> TreeRunner {
    let request = plan.request
    let variables = commandEnvironment(request, session: session)
    let prefix =
      request.isOffline ? try NetworkIsolation.prefix(environment: variables, spawner: spawner) : []
    let launching = request.launcher.map { template in
      Launching(
        template, queueTime: request.queueTime, spawner: spawner, environment: variables,
        variables: request.variables.compactMap { name, value in value.map { (name, $0) } })
    }
    return { [spawner, masker] judge, logDirectory in
      TreeRunner(
        plan: plan, spawner: spawner, environment: variables, prefix: prefix, launching: launching,
        judge: judge, masker: masker, logDirectory: logDirectory)
    }
  }

  func findShell(_ wanted: String?) throws -> String {
    let path = environment["PATH"]
    if let wanted {
      guard let shell = ProgramSearch.find(wanted, path: path) else { throw ProofError.shellMissing(wanted) }
      return shell
    }
    guard let shell = ProgramSearch.find("bash", path: path) ?? ProgramSearch.find("sh", path: path) else {
      throw ProofError.shellMissing("sh")
    }
    return shell
  }

  /// The user's environment, with the variables of the request, and without those that tie git to a repository.
  func commandEnvironment(_ request: ProofRequest, session: ProofSession) -> [String: String] {
    var variables = environment.filter { !Repository.localVariables.contains($0.key) }
    for (name, value) in request.variables { if let value { variables[name] = value } }
    variables[session.variable.name] = session.variable.value
    return variables
  }

  private func recordEnvironment(
    _ request: ProofRequest, shell: String, variables: [String: String]
  ) -> EnvironmentRecord {
    let answers = request.records.map { text in
      let command = Command(shell, ["-c", text], environment: variables, workingDirectory: "/")
      let capture = try? spawner.capture(command, timeLimit: .seconds(30), limit: 1 << 16)
      var status: Int32?
      if case .exit(let code)? = capture?.outcome.ending { status = code }
      let lines = String(decoding: (capture?.output ?? []) + (capture?.error ?? []), as: UTF8.self)
        .split(separator: "\n").prefix(20).map(String.init)
      return EnvironmentRecord.Answer(command: text, output: lines, exitStatus: status)
    }
    return .current(
      git: (try? repository.gitVersion()) ?? "git", shell: shell,
      variables: request.variables.map { .init(name: $0.name, value: variables[$0.name]) }, records: answers)
  }

  private static func notes(on tree: CheckedOutTree) -> [String] {
    var notes: [String] = []
    if !tree.emptySubmodules.isEmpty {
      notes.append(
        "Submodules that are not checked out in your working tree are empty in the trees: "
          + tree.emptySubmodules.joined(separator: ", ") + ".")
    }
    if let first = tree.lfsPointers.first {
      notes.append(
        "\(tree.lfsPointers.count) file\(tree.lfsPointers.count == 1 ? "" : "s") of Git LFS (\(first)) "
          + "\(tree.lfsPointers.count == 1 ? "is" : "are") only a pointer here: `git lfs pull` brings the content."
      )
    }
    return notes
  }
}
