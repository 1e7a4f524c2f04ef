import Proof
import Repository

/// Commits before a fix that may have been tries at the same bug: each for a person to confirm.
struct EarlierAttempts {
  /// The attempts, the newest first.
  private(set) var attempts: [OriginReport.Attempt] = []

  /// What was not read to its end.
  private(set) var unread = Unread()

  private let repository: Repository
  private let weighing: OriginWeighing

  /// So many commits that name the ticket, and so many reverts, are looked at.
  private static let limit = 20

  /// - Parameter ticket: the key of the case; those that the messages of the fix name count as well.
  init(
    at span: FixSpan, _ weighing: OriginWeighing, ticket: String?, in repository: Repository,
    within budget: OriginBudget
  ) throws {
    self.repository = repository
    self.weighing = weighing
    try addSameTicket(span, ticket, within: budget)
    try addReverted(within: budget)
    addMendedAgain()
    attempts.sort { ($0.commit.date, $1.commit.commit) > ($1.commit.date, $0.commit.commit) }
  }

  // MARK: The same ticket

  private mutating func addSameTicket(_ span: FixSpan, _ ticket: String?, within budget: OriginBudget) throws
  {
    var keys = ticket.flatMap { TicketKey($0) }.map { [$0] } ?? []
    for commit in span.named {
      keys += try repository.message(of: commit).ticketKeys(ofProject: keys.first?.project).filter {
        !keys.contains($0)
      }
    }
    guard !keys.isEmpty else { return }
    let read = try repository.commits(
      upTo: span.before, saying: keys.map(\.description), limit: Self.limit,
      timeLimit: budget.left(for: .attempts))
    unread.note(.attempts, read.end)
    for id in read.commits {
      let commit = try repository.commit(id.digits)
      // "RILL-1" stands in "RILL-142", too.
      let named = try repository.message(of: commit).ticketKeys(ofProject: keys.first?.project)
      guard let key = keys.first(where: named.contains) else { continue }
      try add(.sameTicket, .init(repository.head(of: commit)), "names \(key), as the fix does")
    }
  }

  // MARK: Reverted

  private mutating func addReverted(within budget: OriginBudget) throws {
    let weighed = weighing.table.candidates
    let reverts = try repository.commits(
      among: weighed.map(\.id), saying: "This reverts commit ", timeLimit: budget.left(for: .attempts))
    unread.note(.attempts, reverts.end)
    for id in reverts.commits.prefix(Self.limit) {
      let revert = try repository.commit(id.digits)
      let stated = StatedOrigin.all(in: try repository.message(of: revert).lines)
      for name in stated.filter({ $0.kind == .revert }).map(\.name) {
        guard let (_, candidate, head) = weighed.first(where: { $0.id.digits.hasPrefix(name) }),
          candidate.touchesChange || weighed.first(where: { $0.id == id })?.candidate.touchesChange == true
        else { continue }
        add(
          .reverted, .init(head),
          "changes what the fix changes, and was reverted by \(id.short) (\(revert.committerDate.prefix(10)))"
        )
      }
    }
  }

  // MARK: Mended again

  private mutating func addMendedAgain() {
    let removed = weighing.change.files.reduce(0) { $0 + $1.removed.count }
    for (_, candidate, head) in weighing.table.candidates where candidate.removedCodeLines > 0 {
      guard SubjectWords(head.subject).saysRepair, !head.subject.hasPrefix("Revert") else { continue }
      add(
        .mendedAgain, .init(head),
        "says that it repairs something, and last touched "
          + "\(OriginReasons.part(candidate.removedLines, of: removed)) that the fix removes")
    }
  }

  private mutating func add(
    _ kind: OriginReport.Attempt.Kind, _ commit: OriginReport.CommitFacts, _ reason: String
  ) {
    let place = attempts.firstIndex { $0.commit == commit } ?? attempts.count
    if place == attempts.count { attempts.append(.init(commit: commit, kinds: [], reasons: [])) }
    guard !attempts[place].kinds.contains(kind) else { return }
    attempts[place].kinds.append(kind)
    attempts[place].reasons.append(reason)
  }
}

extension Candidate {
  /// Whether it has to do with the very lines or functions that the fix changes.
  fileprivate var touchesChange: Bool {
    changesFunction || undoneLines > 0 || restoredLine != nil || removedLines > 0 || adjacentLines > 0
  }
}
