package import Repository
import Storage
import Subprocess
import Synchronization

/// Runs the repro of a fix at any commit before it, with the tests of the fix carried onto that commit.
///
/// Several trees can be set up and run in at once, each by one thread at a time.
package final class Trials: Sendable {
  /// What is run, and with what.
  package let plan: ProofPlan

  /// What makes two searches the same, so that the runs of one can serve the other: that of a proof.
  package let key: String

  /// What a reader should know of the trees, in whole sentences.
  package let remarks: [String]

  private let preparation: ProofPreparation
  private let session: ProofSession
  private let cache: ProofCache
  private let makeRunner: @Sendable (RunJudge, _ logDirectory: String) -> TreeRunner

  /// How many trees were opened.
  ///
  /// While it is held no other tree is checked out: git is asked for one at a time.
  private let opened = Mutex(0)

  private let added = Mutex<[Carriage.Item]>([])

  /// What trees that are opened from now on are given, beside the tests of the fix.
  package var alsoCarried: [Carriage.Item] {
    get { added.withLock { $0 } }
    set { added.withLock { $0 = newValue } }
  }

  /// The paths of all that is put on each commit.
  package var carried: [String] { (plan.carriage.items + alsoCarried).map(\.change.path.description) }

  init(
    _ preparation: ProofPreparation, in session: ProofSession, of cache: ProofCache,
    makeRunner: @escaping @Sendable (RunJudge, _ logDirectory: String) -> TreeRunner
  ) {
    self.preparation = preparation
    self.session = session
    self.cache = cache
    self.makeRunner = makeRunner
    plan = preparation.plan
    key = preparation.key
    remarks = preparation.remarks
  }

  /// The runs that the last proof of the same fix by the same repro made before the fix.
  package func runsOfProof() throws -> [RunRecord] {
    try ProofJournal.runs(key: key, in: cache).filter { $0.side == .before }
  }

  /// A tree of one commit, in which the repro is run, by one thread at a time.
  package final class Tree: Sendable {
    let checkedOut: CheckedOutTree
    let runner: TreeRunner

    /// The files that were put on its commit.
    let carried: [TreePath]

    /// How long its set-up took.
    package let setUpTime: Duration

    /// Whether a run has left something in it.
    let isUsed = Atomic(false)

    /// Where it is.
    package var path: String { checkedOut.path }

    init(_ checkedOut: CheckedOutTree, _ runner: TreeRunner, carried: [TreePath], setUpTime: Duration) {
      self.checkedOut = checkedOut
      self.runner = runner
      self.carried = carried
      self.setUpTime = setUpTime
    }
  }

  /// Why the repro cannot be run at a commit.
  package struct Obstacle: Error, Sendable, Codable, Equatable {
    /// In whole words that stand behind "at this commit": "the set-up command ended with exit status 2".
    package var words: String

    /// The last lines of what was printed.
    package var excerpt: [String]

    /// Set where it may be none another time: a set-up that ran out of time, or that a signal ended.
    package var isTransient: Bool?

    /// Why, from its parts.
    package init(words: String, excerpt: [String], isTransient: Bool? = nil) {
      self.words = words
      self.excerpt = excerpt
      self.isTransient = isTransient
    }
  }

  /// Checks a commit out and sets it up.
  ///
  /// - Parameter logDirectory: where the logs of its runs go; it is there.
  /// - Throws: `Obstacle` where the set-up fails; `Interrupted`, and errors of the rooms below.
  package func open(_ commit: Commit, logDirectory: String) throws -> Tree {
    let (checkedOut, runner, carried) = try opened.withLock { opened in
      opened += 1
      return try checkOut(commit, number: opened, logDirectory: logDirectory)
    }
    let clock = ContinuousClock()
    let start = clock.now
    do {
      try setUp(checkedOut, by: runner)
    } catch {
      // Nobody else knows of it.
      try close(checkedOut)
      throw error
    }
    return Tree(checkedOut, runner, carried: carried, setUpTime: clock.now - start)
  }

  private func checkOut(
    _ commit: Commit, number: Int, logDirectory: String
  ) throws -> (CheckedOutTree, TreeRunner, carried: [TreePath]) {
    let borrowing = preparation.borrowing
    let changes = (alsoCarried + plan.carriage.items).map(\.change)
    let base = changes.isEmpty ? commit.id : try self.commit(changes, onto: commit)
    let digits = String(number)
    let name = String(repeating: "0", count: max(0, 5 - digits.count)) + digits
    let path = "\(session.directory)/\(name)"
    let judge = RunJudge(
      plan, since: commit.id, changes: try borrowing.changes(from: commit.id, to: plan.afterCommit),
      in: borrowing, treeRoots: [path])
    let carried = changes.filter { $0.kind != .deleted }.map(\.path)
    return (
      try borrowing.checkOut(base, at: path, always: carried), makeRunner(judge, logDirectory), carried
    )
  }

  private func commit(_ changes: [Change], onto commit: Commit) throws -> ObjectID {
    do {
      return try preparation.borrowing.commit(
        on: commit, applying: changes, message: "With the tests of the fix")
    } catch RepositoryError.gitFailed {
      throw Obstacle(words: "the tests of the fix do not fit on its tree", excerpt: [])
    }
  }

  private func setUp(_ tree: CheckedOutTree, by runner: TreeRunner) throws {
    let failure: TreeRunner.SetupFailure?
    do {
      failure = try runner.setUp(tree, side: .before)
    } catch ProofError.jobLost(let words, let excerpt) {
      throw Self.lost(words, excerpt)
    }
    guard let failure else { return }
    throw Obstacle(
      words: "the set-up command \(failure.ending)", excerpt: failure.excerpt,
      isTransient: failure.isLasting ? nil : true)
  }

  /// Runs the repro once.
  ///
  /// - Parameter number: the number of the run, from 1.
  package func run(in tree: Tree, number: Int) throws -> RunRecord {
    try run(in: tree, number: number, by: tree.runner)
  }

  /// Runs the fix's test once: the command that the request has for it.
  package func runTest(_ test: Repro, in tree: Tree, number: Int) throws -> RunRecord {
    try run(in: tree, number: number, by: tree.runner.running(test))
  }

  private func run(in tree: Tree, number: Int, by runner: TreeRunner) throws -> RunRecord {
    if tree.isUsed.exchange(true, ordering: .relaxed), plan.request.isFresh {
      try opened.withLock { _ in
        try preparation.borrowing.restore(tree.checkedOut, always: tree.carried)
      }
      try setUp(tree.checkedOut, by: tree.runner)
    }
    do {
      return try runner.run(in: tree.checkedOut, side: .before, pair: number)
    } catch ProofError.jobLost(let words, let excerpt) {
      throw Self.lost(words, excerpt)
    }
  }

  /// A job that is lost again and again says nothing of the bug; at another time it may go well.
  private static func lost(_ words: String, _ excerpt: [String]) -> Obstacle {
    Obstacle(
      words: "its job was lost \(Launching.patience) times in a row: it \(words)", excerpt: excerpt,
      isTransient: true)
  }

  /// Removes a tree.
  package func close(_ tree: Tree) throws { try close(tree.checkedOut) }

  private func close(_ tree: CheckedOutTree) throws {
    try FileTree.remove(tree.path)
    for submodule in tree.submodules { try FileTree.remove(submodule.path) }
  }

  /// The test files that a commit changes, and the script that the repro runs, without those that are carried anyway.
  package func tests(of commit: Commit, since parent: Commit) throws -> [Carriage.Item] {
    let script = plan.repro.script.flatMap { $0.isOutside ? nil : $0.path }
    let carried = Set((alsoCarried + plan.carriage.items).map(\.change.path))
    return try preparation.borrowing.changes(from: parent.id, to: commit.id).compactMap { change in
      guard !carried.contains(change.path),
        let reason = TestPath.reason(change.path)
          ?? (change.path.description == script ? Carriage.scriptReason : nil)
      else { return nil }
      return Carriage.Item(change: change, reason: reason)
    }
  }

  /// What a reader should know of the jobs that a launcher lost; nil where there was none.
  package func remarkOnLosses(in directory: String) throws -> String? {
    try JobLoss.remark(in: directory)
  }

  /// Whether a commit holds a file.
  package func holds(_ path: String, at commit: ObjectID) throws -> Bool {
    try preparation.borrowing.contains(path: path, in: commit)
  }
}

extension Prover {
  /// Has `body` run the repro of a request at commits of its choice; all trees are removed when it ends.
  ///
  /// - Parameter directory: where the user stands: commands run in the same directory of each tree.
  /// - Throws: as `prove` does, and what `body` throws.
  package func withTrials<Result>(
    _ request: ProofRequest, from directory: String, _ body: (Trials) throws -> Result
  ) throws -> Result {
    let shell = try findShell(request.shell)
    return try inSession(leaving: {}) { session in
      let preparation = try ProofPreparation(
        request, in: repository, from: directory, session: session, shell: shell)
      let runner = try makeRunner(of: preparation.plan, in: session)
      return try body(Trials(preparation, in: session, of: cache, makeRunner: runner))
    }
  }
}
