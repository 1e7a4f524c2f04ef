import Casework
import Digest
import Repository
import Statistics
import Storage
import Subprocess

/// Everything that is settled before the first run.
struct ProofPreparation: Sendable {
  let plan: ProofPlan
  let borrowing: BorrowingRepository
  let remarks: [String]

  /// Settles what the request means in this repository.
  ///
  /// - Parameter directory: where the user stands.
  init(
    _ request: ProofRequest, in repository: Repository, from directory: String, session: ProofSession,
    shell: String
  ) throws {
    let span = try FixSpan.find(request.fix, before: request.before, after: request.after, in: repository)
    let borrowing = try BorrowingRepository(
      creating: "\(session.directory)/objects", borrowingFrom: repository)
    self.borrowing = borrowing
    func isInTrees(_ path: String) throws -> Bool {
      try borrowing.contains(path: path, in: span.before.id)
        || borrowing.contains(path: path, in: span.after.id)
    }
    let repro = try Repro(request.repro, from: directory, in: repository, isInTrees: isInTrees)
    let fixTest = try request.fixTest.map {
      try Repro($0, from: directory, in: repository, isInTrees: isInTrees)
    }

    let after =
      span.isUncommitted && request.after == nil ? try borrowing.snapshot(on: span.after) : span.after.id
    let changes = try borrowing.changes(from: span.before.id, to: after)
    guard !changes.isEmpty else {
      throw RepositoryError.nothingChanged(before: span.before.id.short, after: span.after.id.short)
    }
    let root = Self.directory(of: directory, in: repository)
    let script = repro.script.flatMap { $0.isOutside ? nil : $0.path }
    // A script that neither tree holds can only come from the set-up.
    if let script, request.setup == nil, try !borrowing.contains(path: script, in: after),
      try !borrowing.contains(path: script, in: span.before.id)
    {
      throw ReproError.scriptMissing(script)
    }
    let asked = request.carry.map { repository.treePath(of: $0, from: directory) ?? $0 }
    let carriage = Carriage(of: changes, carriesTests: request.carriesTests, asked: asked, script: script)
    guard carriage.unmatched.isEmpty else { throw ProofError.nothingToCarry(carriage.unmatched) }
    let before =
      carriage.items.isEmpty
      ? span.before.id
      : try borrowing.commit(
        on: span.before, applying: carriage.items.map(\.change),
        message: "Before the fix, with the tests of the fix")

    let test = ProofTally(errorBound: request.errorBound).test
    plan = ProofPlan(
      span: span, fixName: Self.name(of: request.fix), changes: changes, carriage: carriage,
      beforeCommit: before,
      afterCommit: after, repro: repro, fixTest: fixTest, directory: root, shell: shell, request: request,
      keptRuns: 0,
      pairsIfSteady: test.pairsIfSteady, pairsIfFlaky: test.pairsIfFlaky)
    remarks = span.remarks + Self.remarks(on: plan, in: repository, borrowing: borrowing)
  }

  private static func name(of fix: FixSpan.Name) -> String {
    switch fix {
    case .uncommitted: "uncommitted changes"
    case .revisions(let revisions): revisions.joined(separator: " ")
    }
  }

  /// Where the user stands in the working tree, relative to its root.
  private static func directory(of directory: String, in repository: Repository) -> String {
    repository.workTree.flatMap { Path.relative(directory, to: $0) } ?? ""
  }

  private static func remarks(
    on plan: ProofPlan, in repository: Repository, borrowing: BorrowingRepository
  ) -> [String] {
    var remarks: [String] = []
    if plan.span.after.parents.count > 1, plan.request.before == nil, plan.span.named.count == 1 {
      remarks.append(
        "The fix is a merge: the tree before it is its first parent, so all that it merged is the fix.")
    }
    if plan.carriage.items.count == plan.changes.count {
      remarks.append(
        "All that the fix changes are test files, so with them carried both trees are the same: --no-carry compares the "
          + "trees as they are.")
    }
    if borrowing.isSparse { remarks.append("The trees are sparse, as your working tree is.") }
    if !plan.carriage.leftOut.isEmpty {
      let files = plan.carriage.leftOut
      remarks.append(
        "The fix brings \(files.count) test file\(files.count == 1 ? "" : "s") that the tree before it was not given "
          + "(\(files.prefix(3).map(\.path.description).joined(separator: ", "))\(files.count > 3 ? ", …" : "")): "
          + "a failure there may be for want of \(files.count == 1 ? "it" : "them").")
    }
    let inline = inlineTests(of: plan, borrowing: borrowing)
    if let first = inline.first {
      remarks.append(
        "\(first)\(inline.count > 1 ? " and \(inline.count - 1) more" : "") of the fix hold\(inline.count > 1 ? "" : "s") "
          + "tests between the source: they cannot be carried without the fix itself.")
    }
    return remarks
  }

  /// Source files of the fix that hold tests as well, as Rust has them.
  private static func inlineTests(of plan: ProofPlan, borrowing: BorrowingRepository) -> [String] {
    let carried = Set(plan.carriage.items.map(\.change.path))
    let sources = plan.changes.filter {
      $0.kind != .deleted && !carried.contains($0.path) && $0.path.name.hasSuffix(".rs")
    }
    let found = try? borrowing.files(
      sources.prefix(50).map(\.path), containing: "#[test]", in: plan.afterCommit)
    return (found ?? []).map(\.description)
  }

  /// What makes two proofs the same, so that the runs of one can serve the other: the two trees, the commands,
  /// what counts as the symptom, and how it is run.
  var key: String {
    let request = plan.request
    var digest = SHA256()
    digest.update(field: "postmortem/proof/1")
    // Of the tree before, what it holds: its commit is made anew each time, with the same content.
    for text in [
      plan.beforeCommit.digits, plan.afterCommit.digits, plan.repro.command, plan.repro.script?.digest ?? "",
      plan.directory, plan.shell, request.setup ?? "", request.symptom.text ?? "", "\(request.timeLimit)",
      "\(request.isOffline)", "\(request.isFresh)",
    ] {
      digest.update(field: text)
    }
    for (name, value) in request.variables { digest.update(field: "\(name)=\(value ?? "")") }
    return String(digest.hexadecimal().prefix(24))
  }
}
