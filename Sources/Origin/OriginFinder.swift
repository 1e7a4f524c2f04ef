import Proof
public import Repository
import Subprocess

/// Finds the commit where a bug began, from the fix and the history before it.
///
/// Without a model of language and without a network: who last touched the lines that the fix removes, those next to
/// what it changes, and those of the functions around; the last changes of the files; and which of these commits have
/// words of code in common with the fix. A linear score weighs it. docs/origin.md has the method and its figures.
public struct OriginFinder: Sendable {
  private let repository: Repository
  private let model = OriginModel.fitted

  /// How many candidates a report holds.
  private static let reported = 10

  private let graph: CommitGraph?

  /// A finder in a repository.
  ///
  /// - Parameter graph: a list of its commits, which is made or added to meanwhile and used from the next time on.
  public init(in repository: Repository, with graph: CommitGraph? = nil) {
    self.repository = graph.map(repository.reading) ?? repository
    self.graph = graph
  }

  /// Looks for the origin of a fix.
  ///
  /// - Parameter search: runs the repro; nil where history is all.
  /// - Throws: `RepositoryError`, or `FixSpanError` where the commits of the fix do not stand in one line; and what
  ///   `search` throws.
  public func find(_ request: OriginRequest, by search: OriginSearch? = nil) throws -> OriginReport {
    let span = try FixSpan.find(.revisions(request.fix), before: request.before, after: nil, in: repository)
    if span.before.tree == span.after.tree {
      throw RepositoryError.nothingChanged(before: span.before.id.short, after: span.after.id.short)
    }
    let improvement = try graph.map { graph in
      // What is asked for now must not wait for it longer than for the history itself.
      try Meanwhile { graph.improve(timeLimit: request.timeLimit * 0.8) }
    }
    var budget = OriginBudget(request.timeLimit)
    let reading = try FixReading(span, in: repository, within: budget)
    // How far the fix went does not hang on where the bug began: it is found out while that is judged.
    let spread = try search == nil ? spread(of: span, reading, budget) : nil
    let weighing = try OriginWeighing(reading, in: repository, within: budget)
    var report = self.report(weighing)
    if !request.isBlind { report.named = try statements(of: span) }
    report.notes += span.remarks
    report.repository = repository.cloneAddress
    var unread = weighing.unread
    report.judge(above: model.threshold, unread)
    var reach = try spread.flatMap { try self.reach(of: report, $0, reading, budget) }
    let earlier = try EarlierAttempts(
      at: span, weighing, ticket: request.ticket, in: repository, within: budget)
    report.attempts = earlier.attempts
    unread.add(earlier.unread)
    if let search {
      let (running, remarks) = try search.run(after: report)
      report.take(running)
      report.notes += remarks.filter { !report.notes.contains($0) }
      // Running took its own time.
      budget = OriginBudget(request.timeLimit)
      reach = try self.reach(of: report, self.spread(of: span, reading, budget), reading, budget)
    }
    if let named = report.origin, let reach {
      let origin = try repository.commit(named.commit)
      let circumstances = try Circumstances(
        at: origin, to: weighing, attempts: report.attempts, in: repository, within: budget)
      report.slipped = circumstances.facts + (report.running?.fixTest.map { [.init($0, at: named)] } ?? [])
      unread.add(circumstances.unread)
      let reached = try reach.value()
      report.reach = reached.report
      unread.add(reached.unread)
    }
    report.unread = unread.gaps
    report.notes += unread.notes
    try improvement?.value()
    return report
  }

  private func spread(
    of span: FixSpan, _ reading: FixReading, _ budget: OriginBudget
  ) throws -> Meanwhile<FixSpread> {
    try Meanwhile { [repository] in try FixSpread(of: span, reading, in: repository, within: budget) }
  }

  /// How far the bug went, if a commit is taken for its origin.
  private func reach(
    of report: OriginReport, _ spread: Meanwhile<FixSpread>, _ reading: FixReading, _ budget: OriginBudget
  ) throws -> Meanwhile<Reach>? {
    guard let origin = report.origin?.commit else { return nil }
    return try Meanwhile { [repository] in
      try Reach(from: repository.commit(origin), to: spread, of: reading, in: repository, within: budget)
    }
  }

  /// A commit and what is weighed of it.
  public struct Weighed: Sendable, Codable {
    /// The commit.
    public var commit: String
    /// Its features; what is absent is 0.
    public var features: [String: Double]
  }

  /// All candidates with their features, and what was not read: what the weights are fitted to.
  ///
  /// - Throws: as `find` does.
  public func weighed(_ request: OriginRequest) throws -> (candidates: [Weighed], unread: [OriginGap]) {
    let span = try FixSpan.find(.revisions(request.fix), before: request.before, after: nil, in: repository)
    let budget = OriginBudget(request.timeLimit)
    let reading = try FixReading(span, in: repository, within: budget)
    let weighing = try OriginWeighing(reading, in: repository, within: budget)
    let table = weighing.table
    return (
      zip(table.candidates, table.features).map { .init(commit: $0.id.digits, features: Self.named($1)) },
      weighing.unread.gaps
    )
  }

  private static func named(_ features: [Feature: Double]) -> [String: Double] {
    Dictionary(uniqueKeysWithValues: features.map { ($0.key.rawValue, rounded($0.value)) })
  }

  private func report(_ weighing: OriginWeighing) -> OriginReport {
    let (table, head) = (weighing.table, weighing.head)
    let (each, outside) = model.probabilities(table.features)
    let words = OriginReasons(weighing.change, rarity: table.rarity)
    let ranked = table.candidates.indices.sorted { (each[$0], $1) > (each[$1], $0) }
    return OriginReport(
      verdict: .notDetermined, sentence: "",
      fix: .init(
        after: .init(head), before: weighing.before.id.digits, files: weighing.changed.count,
        addedLines: weighing.changed.reduce(0) { $0 + ($1.addedLines ?? 0) },
        deletedLines: weighing.changed.reduce(0) { $0 + ($1.deletedLines ?? 0) },
        searched: weighing.files.chosen.map(\.path.line)),
      named: [],
      candidates: ranked.prefix(Self.reported).map { place in
        let (_, candidate, commit) = table.candidates[place]
        return .init(
          commit: .init(commit), probability: Self.rounded(each[place]),
          daysBeforeFix: max(0, (head.authorTime - commit.authorTime) / 86_400),
          reasons: words.reasons(for: candidate), features: Self.named(table.features[place]))
      }, reach: nil, considered: table.candidates.count, outside: Self.rounded(outside),
      isCut: weighing.linesAtEdge > 0,
      unread: [], notes: weighing.notes)
  }

  private static func rounded(_ number: Double) -> Double { (number * 10_000).rounded() / 10_000 }

  /// The commits that the fix's messages name, as far as they are there and come before it.
  private func statements(of span: FixSpan) throws -> [OriginReport.Statement] {
    var statements: [OriginReport.Statement] = []
    for commit in span.named {
      for stated in StatedOrigin.all(in: try repository.message(of: commit).lines) {
        guard let named = try self.commit(named: stated.name),
          try repository.isAncestor(named, of: span.before)
        else { continue }
        let facts = OriginReport.CommitFacts(try repository.head(of: named))
        if !statements.contains(where: { $0.commit == facts }) {
          statements.append(.init(commit: facts, kind: stated.kind.rawValue, line: stated.line))
        }
      }
    }
    return statements
  }
  /// The commit whose digits begin so; nil where there is none here, or more than one.
  private func commit(named digits: String) throws -> Commit? {
    do {
      let commit = try repository.commit(digits)
      // A branch or a tag may have a name that looks like a commit's.
      return commit.id.digits.hasPrefix(digits) ? commit : nil
    } catch RepositoryError.unknownRevision {
      return nil
    }
  }
}
