import Casework
import Repository
import Storage

/// Judges whether a record is to be offered for a fix, and remembers what was offered.
struct OfferDesk {
  let desk: CaseDesk
  private let state: StateDirectory
  private let offered: [OfferedFix]

  /// - Throws: `StateDirectoryError` where nothing can be remembered: then nothing may be offered, either.
  init(in workspace: Workspace) throws {
    desk = try CaseDesk(in: workspace)
    state = try StateDirectory(environment: workspace.environment, outside: desk.root)
    let (fixes, _) = UnreadableLine.parting(try Self.journal(in: state).numbered(), by: OfferedFix.self)
    offered = fixes
  }

  private static func journal(in state: StateDirectory) -> AppendedLines {
    AppendedLines("\(state.path)/offers")
  }

  /// What is to be offered for some commits; each belongs to a fix of its own unless they name the same ticket.
  func verdicts(on commits: [LandedCommit]) throws -> [OfferReport.Verdict] {
    var verdicts: [OfferReport.Verdict] = []
    guard !commits.isEmpty, let main = try desk.repository.mainBranch() else { return [] }
    let cases = try KnownCases(desk.store)
    // The oldest first, as a case lists them.
    for commit in commits.reversed() {
      let ticket = commit.message.ticketKeys().first?.description
      let whole = try desk.repository.commit(commit.id.digits)
      let brought = try desk.repository.brought(by: whole, limit: Self.limit)
      if let ticket, let place = verdicts.firstIndex(where: { $0.ticket == ticket }) {
        verdicts[place].commits.append(commit.id.digits)
        verdicts[place].brought += brought
        continue
      }
      var verdict = OfferReport.Verdict(
        commits: [commit.id.digits], subject: commit.message.subject, ticket: ticket, reason: .offer,
        brought: brought)
      verdict.reason = try reason(for: whole, verdict, cases, main: main)
      verdicts.append(verdict)
    }
    return verdicts
  }

  /// How many commits of a merge are looked at: it may bring years.
  static let limit = 200

  private func reason(
    for whole: Commit, _ verdict: OfferReport.Verdict, _ cases: KnownCases, main: String
  ) throws -> OfferReport.Reason {
    let ticket = verdict.ticket
    if let ticket, try cases.hasKey(ticket) || hasRecord(named: ticket) { return .recorded }
    if try cases.hasFix(of: verdict.brought) || hasRecord(naming: verdict.brought) { return .recorded }
    let before = offered.contains { $0.covers(verdict, in: desk.repository.commonDirectory) }
    if before { return .offeredBefore }
    if try !CaseLook.isDelivered(whole, main: main, in: desk.repository) { return .notMerged }
    if let parent = try? desk.repository.firstParent(of: whole),
      Triviality.reason(for: try desk.repository.patch(from: parent, to: whole)) != nil
    {
      return .trivial
    }
    return .offer
  }

  private func hasRecord(named ticket: String) throws -> Bool {
    let settings = try ProjectFiles(root: desk.root).settings()
    return FileTree.isFile("\(desk.root)/\(settings.recordPath(key: ticket, title: "", fixed: ""))")
  }

  /// Whether some record names one of the commits, by at least the digits that people write.
  private func hasRecord(naming commits: [ObjectID]) throws -> Bool {
    let directory = "\(desk.root)/\(try ProjectFiles(root: desk.root).settings().recordDirectory)"
    guard FileTree.isDirectory(directory) else { return false }
    let digits = commits.map { Array($0.digits.utf8.prefix(7)) }
    return try FileTree.files(endingIn: ".md", below: directory).contains { path in
      guard let text = try? FileTree.read("\(directory)/\(path)") else { return false }
      return digits.contains { text.firstRange(of: $0) != nil }
    }
  }

  /// Remembers that fixes were offered: before they are shown, so that they are shown once at most.
  func remember(_ verdicts: [OfferReport.Verdict]) throws {
    guard !verdicts.isEmpty else { return }
    try FileTree.makeDirectory(state.path)
    let fixes = verdicts.map {
      OfferedFix(
        repository: desk.repository.commonDirectory, ticket: $0.ticket, commits: $0.brought.map(\.digits))
    }
    try Self.journal(in: state).append(fixes.map { try JSONText.encode($0) })
  }
}

/// The keys and the fixes of all cases, read once.
private struct KnownCases {
  private let keys: Set<String>
  private let fixes: [String]

  init(_ store: CaseStore) throws {
    let keys = try store.keys()
    self.keys = Set(keys.map { $0.uppercased() })
    // A case that does not read has no fix that anybody knows.
    fixes = keys.flatMap { (try? store.read($0).file.facts().fix.commits) ?? [] }
  }

  /// Keys that differ in capitals only are one.
  func hasKey(_ key: String) -> Bool { keys.contains(key.uppercased()) }

  func hasFix(of commits: [ObjectID]) -> Bool {
    fixes.contains { fix in commits.contains { CommitName.isSame(fix, $0.digits) } }
  }
}

/// A fix for which a record was offered.
struct OfferedFix: Codable, Equatable {
  /// The directory of the repository: tickets of two projects may have the same key.
  var repository: String

  /// The ticket, where the message named one.
  var ticket: String?

  /// Its commits; of a merge also those that it brought.
  var commits: [String]

  /// Whether it is the same fix, or a part of it.
  func covers(_ fix: OfferReport.Verdict, in repository: String) -> Bool {
    fix.brought.contains { commits.contains($0.digits) }
      || (ticket != nil && ticket == fix.ticket && repository == self.repository)
  }
}
