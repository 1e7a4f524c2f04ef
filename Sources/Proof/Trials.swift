import Digest
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
  private let shelf: TreeShelf?

  /// The places on the shelf that are in use, by their keys, and the keys of all that ever were.
  private let places = Mutex<(inUse: [String: TreeShelf.Place], taken: Set<String>)>(([:], []))

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
    shelf: TreeShelf?, makeRunner: @escaping @Sendable (RunJudge, _ logDirectory: String) -> TreeRunner
  ) {
    self.shelf = shelf
    self.preparation = preparation
    self.session = session
    self.cache = cache
    self.makeRunner = makeRunner
    plan = preparation.plan
    key = preparation.key
    remarks = preparation.remarks
  }

  /// The runs that the last proof of the same fix by the same repro made, on both sides of it.
  package func runsOfProof() throws -> [RunRecord] { try ProofJournal.runs(key: key, in: cache) }

  /// A tree of one commit, in which the repro is run, by one thread at a time.
  package final class Tree: Sendable {
    let checkedOut: CheckedOutTree
    let runner: TreeRunner

    /// How the files of the fix were carried onto its commit.
    package let manner: Carriage.Manner

    /// The files that were put on its commit.
    let carried: [TreePath]

    /// How long its set-up took.
    package let setUpTime: Duration

    /// Whether an earlier call has set it up.
    package let isKept: Bool

    /// The key of its place on the shelf, where it has one.
    let key: String?

    /// Whether a run has left something in it.
    let isUsed = Atomic(false)

    /// Where it is.
    package var path: String { checkedOut.path }

    init(
      _ checkedOut: CheckedOutTree, _ runner: TreeRunner, manner: Carriage.Manner, carried: [TreePath],
      setUpTime: Duration, isKept: Bool, key: String?
    ) {
      self.isKept = isKept
      self.manner = manner
      self.key = key
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

  /// Checks a commit out and sets it up, or takes a tree of it that an earlier call has set up.
  ///
  /// - Parameters:
  ///   - manner: how the files of the fix are carried onto it.
  ///   - logDirectory: where the logs of its runs go; it is there.
  /// - Throws: `Obstacle` where the set-up fails; `Interrupted`, and errors of the rooms below.
  package func open(_ commit: Commit, carrying manner: Carriage.Manner, logDirectory: String) throws -> Tree {
    let base = try opened.withLock { _ throws -> ObjectID in
      try carrying(manner, commit, in: preparation.borrowing)
    }
    guard let shelf, let (key, place) = try takePlace(for: base, on: shelf) else {
      return try open(commit, manner, logDirectory: logDirectory, at: nil, key: nil)
    }
    do {
      if let label = place.label, (try? shelf.unpack(place, label)) != nil {
        let runner = try makeRunner(judge(of: commit, at: place.tree), logDirectory)
        return Tree(
          CheckedOutTree(path: place.tree, commit: base), runner, manner: manner, carried: carriedPaths,
          setUpTime: .seconds(label.setUpSeconds), isKept: true, key: key)
      }
      try FileTree.remove(place.work)
      let tree = try open(commit, manner, logDirectory: logDirectory, at: place, key: key)
      // A tree that cannot be kept serves all the same, and submodules have repositories elsewhere.
      if tree.checkedOut.submodules.isEmpty {
        try? shelf.keep(place, setUpSeconds: tree.setUpTime.inSeconds)
      }
      return tree
    } catch {
      try leave(key)
      throw error
    }
  }

  /// Whether the two manners of carrying differ at a commit.
  package func dependsOnManner(_ commit: Commit) throws -> Bool {
    do {
      return try opened.withLock { _ in
        try fittedChanges(commit, in: preparation.borrowing) != changes
      }
    } catch RepositoryError.gitFailed {
      // A file that cannot be read cannot be merged.
      return false
    }
  }

  private func open(
    _ commit: Commit, _ manner: Carriage.Manner, logDirectory: String, at place: TreeShelf.Place?,
    key: String?
  ) throws -> Tree {
    let (checkedOut, runner) = try opened.withLock { opened in
      opened += 1
      return try checkOut(commit, manner, number: opened, logDirectory: logDirectory, at: place)
    }
    let clock = ContinuousClock()
    let start = clock.now
    do {
      try setUp(checkedOut, by: runner)
      let directory = plan.directory
      guard directory.isEmpty || FileTree.isDirectory("\(checkedOut.path)/\(directory)") else {
        throw Obstacle(
          words: "the directory \(directory), in which commands are to run, is not there", excerpt: [])
      }
    } catch {
      // Nobody else knows of it.
      try close(checkedOut)
      throw error
    }
    return Tree(
      checkedOut, runner, manner: manner, carried: carriedPaths, setUpTime: clock.now - start,
      isKept: false, key: key)
  }

  private func checkOut(
    _ commit: Commit, _ manner: Carriage.Manner, number: Int, logDirectory: String,
    at place: TreeShelf.Place?
  ) throws -> (CheckedOutTree, TreeRunner) {
    let digits = String(number)
    let name = String(repeating: "0", count: max(0, 5 - digits.count)) + digits
    let path = place?.tree ?? "\(session.directory)/\(name)"
    let borrowing =
      try place.map {
        try BorrowingRepository(creating: "\($0.work)/objects", borrowingFrom: preparation.borrowing.lender)
      } ?? preparation.borrowing
    let tree = try borrowing.checkOut(
      carrying(manner, commit, in: borrowing), at: path, always: carriedPaths)
    return (tree, try makeRunner(judge(of: commit, at: path), logDirectory))
  }

  private func judge(of commit: Commit, at path: String) throws -> RunJudge {
    let borrowing = preparation.borrowing
    return RunJudge(
      plan, since: commit.id, changes: try borrowing.changes(from: commit.id, to: plan.afterCommit),
      in: borrowing, treeRoots: [path])
  }

  /// What is put on each commit: where both name a file, the fix's version of it.
  private var changes: [Change] { (alsoCarried + plan.carriage.items).map(\.change) }

  private var carriedPaths: [TreePath] { changes.filter { $0.kind != .deleted }.map(\.path) }

  /// What is put on a commit where only what the fix changes is carried: on the file as another commit has it, where that is
  /// carried as well.
  private func fittedChanges(_ commit: Commit, in borrowing: BorrowingRepository) throws -> [Change] {
    let others = alsoCarried.map(\.change)
    let versions = others.filter { $0.kind != .deleted }.map { ($0.path, $0.blob) }
    return others
      + (try borrowing.fitting(
        plan.carriage.items.map(\.change), since: plan.span.before.id, onto: commit.id,
        over: Dictionary(versions) { $1 }))
  }

  /// The commit with the tests of the fix, made in a repository: the same in each.
  private func carrying(
    _ manner: Carriage.Manner, _ commit: Commit, in borrowing: BorrowingRepository
  ) throws -> ObjectID {
    let changes =
      switch manner {
      case .file: changes
      case .change: try fittedChanges(commit, in: borrowing)
      }
    if changes.isEmpty { return commit.id }
    do {
      return try borrowing.commit(
        on: commit, applying: changes, message: "With the tests of the fix")
    } catch RepositoryError.gitFailed {
      throw Obstacle(words: "the tests of the fix do not fit on its tree", excerpt: [])
    }
  }

  // MARK: The shelf

  /// Takes the place of a tree; nil where another has it, be it in this process.
  private func takePlace(
    for base: ObjectID, on shelf: TreeShelf
  ) throws -> (key: String, place: TreeShelf.Place)? {
    let request = plan.request
    var digest = SHA256()
    digest.update(field: "postmortem/tree/1")
    for text in [
      preparation.borrowing.lender.commonDirectory, base.digits, request.setup ?? "", plan.directory,
      plan.shell,
      request.launcher?.written ?? "", "\(request.isOffline)",
    ] {
      digest.update(field: text)
    }
    for (name, value) in request.variables { digest.update(field: "\(name)=\(value ?? "")") }
    let key = String(digest.hexadecimal().prefix(24))
    return try places.withLock { places in
      guard let place = try shelf.take(key, anew: request.startsAnew && !places.taken.contains(key)) else {
        return nil
      }
      places.inUse[key] = place
      places.taken.insert(key)
      return (key, place)
    }
  }

  /// Gives a place back; what is kept there stays.
  private func leave(_ key: String) throws {
    guard let place = places.withLock({ $0.inUse.removeValue(forKey: key) }) else { return }
    try FileTree.remove(place.work)
  }

  /// Gives all places back, and removes what is kept beyond its room.
  func leaveShelf() throws {
    for key in places.withLock({ Array($0.inUse.keys) }) { try leave(key) }
    try shelf?.trim()
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
  package func close(_ tree: Tree) throws {
    if let key = tree.key { return try leave(key) }
    try close(tree.checkedOut)
  }

  private func close(_ tree: CheckedOutTree) throws {
    try FileTree.remove(tree.path)
    for submodule in tree.submodules { try FileTree.remove(submodule.path) }
  }

  /// The test files that a commit changes, and the script that the repro runs, without those that are carried anyway.
  ///
  /// A script that the fix mends is the program with the bug, and no test of it.
  ///
  /// - Parameter manner: where only what the fix changes in a file is carried, the rest of it is the commit's.
  package func tests(
    of commit: Commit, since parent: Commit, carrying manner: Carriage.Manner
  ) throws -> [Carriage.Item] {
    let mended = try preparation.borrowing.changes(from: plan.span.before.id, to: plan.afterCommit)
      .filter { $0.kind != .added }.map(\.path.description)
    let script = plan.repro.script.flatMap { $0.isOutside || mended.contains($0.path) ? nil : $0.path }
    let whole = manner == .file ? plan.carriage.items : []
    let carried = Set((alsoCarried + whole).map(\.change.path))
    let changes = try preparation.borrowing.changes(from: parent.id, to: commit.id)
    return Carriage(of: changes, carriesTests: true, asked: script.map { [$0] } ?? [], script: nil).items
      .filter { !carried.contains($0.change.path) }
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
      let trials = Trials(
        preparation, in: session, of: cache, shelf: shelf(request, session), makeRunner: runner)
      defer { try? trials.leaveShelf() }
      return try body(trials)
    }
  }

  /// Where trees are kept beyond the call; nil where none are to be, or where there is no set-up to be spared.
  private func shelf(_ request: ProofRequest, _ session: ProofSession) -> TreeShelf? {
    guard request.setup != nil, !request.isFresh, request.keptBytes > 0 else { return nil }
    return TreeShelf(
      directory: "\(cache.directory)/trees", limit: request.keptBytes,
      spawner: Spawner(interrupt: spawner.interrupt), environment: environment)
  }
}
