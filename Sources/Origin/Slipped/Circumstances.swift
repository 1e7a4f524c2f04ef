import Casework
import Repository

/// What can be read of how a bug got past everybody, if it began with one commit: gaps, and never a person.
///
/// Each is a fact about the tree and the history; a kind of gap that some of them speak for is for a person to decide.
struct Circumstances {
  /// The facts, in the order in which they are told.
  private(set) var facts: [OriginReport.Circumstance] = []

  /// What was not read to its end.
  var unread = Unread()

  let origin: Commit
  let weighing: OriginWeighing
  let repository: Repository

  /// So many names are told in a sentence, and so many paths beside it.
  private static let shown = (names: 3, paths: 10)

  /// - Parameters:
  ///   - origin: the commit that is taken for the origin.
  ///   - attempts: what may have been tried before.
  init(
    at origin: Commit, to weighing: OriginWeighing, attempts: [OriginReport.Attempt],
    in repository: Repository,
    within budget: OriginBudget
  ) throws {
    self.origin = origin
    self.weighing = weighing
    self.repository = repository
    let changed = try repository.changedLines(of: origin, timeLimit: budget.left(for: .slipped))
    unread.note(.slipped, changed.end)
    // Half a list would tell of a smaller change than it was.
    if changed.end == .complete {
      addSize(changed.files)
      addTestsChanged(changed.files)
      try addOlderLines(changed.files)
    }
    if budget.left(for: .slipped) > .zero {
      let files = try repository.files(in: origin.id)
      try addTestsThen(files, within: budget)
      try addPipeline(files)
    } else {
      unread.note(.slipped, .timeLimit)
    }
    addPipelineMended()
    addEarlierFixes(attempts)
  }

  // MARK: The change

  private mutating func addSize(_ files: [ChangedFile]) {
    let (added, deleted) = files.reduce((0, 0)) {
      ($0.0 + ($1.addedLines ?? 0), $0.1 + ($1.deletedLines ?? 0))
    }
    add(
      .size, "\(origin.id.short) changes \(Self.count(files.count, "file")), +\(added) −\(deleted).",
      paths: [])
  }

  private mutating func addTestsChanged(_ files: [ChangedFile]) {
    let tests = files.map(\.path).filter { TestPath.reason($0) != nil }
    guard tests.count < files.count else { return }
    add(
      .testsChanged, tests.isEmpty ? "It changes no test." : "It changes tests: \(Self.list(tests)).",
      paths: tests)
  }

  private mutating func addOlderLines(_ files: [ChangedFile]) throws {
    let owners = weighing.table.candidates.filter { $0.candidate.removedLines > 0 }
    guard !owners.isEmpty, !owners.contains(where: { $0.id == origin.id }) else { return }
    let mended = Set(weighing.change.files.map(\.path))
    // A commit of tests alone breaks no code elsewhere.
    guard files.contains(where: { TestPath.reason($0.path) == nil }),
      mended.isDisjoint(with: files.map(\.path))
    else { return }
    guard let oldest = owners.max(by: { $0.candidate.removedLines < $1.candidate.removedLines }),
      try repository.isAncestor(repository.commit(oldest.id.digits), of: origin)
    else { return }
    let lines = weighing.change.files.reduce(0) { $0 + $1.removed.count }
    add(
      .olderLines,
      "The lines that the fix removes are older: \(oldest.id.short) (\(oldest.head.day)) last touched "
        + "\(OriginReasons.part(oldest.candidate.removedLines, of: lines)), and \(origin.id.short) changes none of "
        + "the files that the fix mends.", paths: mended.sorted(), suggests: .latentCode)
  }

  // MARK: What was to repair it

  private mutating func addEarlierFixes(_ attempts: [OriginReport.Attempt]) {
    if SubjectWords(origin.subject).saysRepair {
      add(
        .earlierFix, "\(origin.id.short) says of itself that it repairs something.", paths: [],
        suggests: .incompleteFix)
    }
    let others = attempts.filter { $0.commit.commit != origin.id.digits }
    guard !others.isEmpty else { return }
    add(
      .earlierFix,
      "\(Self.count(others.count, "earlier commit")) may have been tries at the same: "
        + "\(Self.list(others.map { String($0.commit.commit.prefix(10)) })).",
      at: weighing.head.id.digits, paths: [], suggests: .incompleteFix)
  }

  // MARK: Words

  mutating func add(
    _ kind: OriginReport.Circumstance.Kind, _ sentence: String, at commit: String? = nil, paths: [TreePath],
    suggests: Case.Slipped.Category? = nil
  ) {
    facts.append(
      .init(
        kind: kind, sentence: sentence, commit: commit ?? origin.id.digits,
        paths: paths.prefix(Self.shown.paths).map(\.line), suggests: suggests))
  }

  static func list(_ paths: [TreePath]) -> String { list(paths.map(\.line)) }

  static func list(_ names: [String]) -> String {
    let rest = names.count - shown.names
    return names.prefix(shown.names).joined(separator: ", ") + (rest > 0 ? " and \(rest) more" : "")
  }

  static func count(_ number: Int, _ noun: String) -> String { "\(number) \(noun)\(number == 1 ? "" : "s")" }
}
