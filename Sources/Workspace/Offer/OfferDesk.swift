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
    guard let main = try desk.repository.mainBranch() else { return [] }
    let keys = try Set(desk.store.keys().map { $0.uppercased() })
    let named = try namedInRecords(commits.map(\.id))
    // The oldest first, as a case lists them.
    for commit in commits.reversed() {
      let ticket = commit.message.ticketKeys().first?.description
      if let ticket, let place = verdicts.firstIndex(where: { $0.ticket == ticket }) {
        verdicts[place].commits.append(commit.id.digits)
        continue
      }
      var verdict = OfferReport.Verdict(
        commits: [commit.id.digits], subject: commit.message.subject, ticket: ticket, reason: .offer)
      verdict.reason = try reason(for: commit, ticket, among: keys, named, main: main)
      verdicts.append(verdict)
    }
    return verdicts
  }

  private func reason(
    for commit: LandedCommit, _ ticket: String?, among keys: Set<String>, _ named: Set<ObjectID>, main: String
  ) throws -> OfferReport.Reason {
    let whole = try desk.repository.commit(commit.id.digits)
    if try !desk.cases(fixedBy: commit.id.digits).isEmpty { return .recorded }
    if let ticket, try keys.contains(ticket.uppercased()) || hasRecord(named: ticket) { return .recorded }
    if named.contains(commit.id) { return .recorded }
    if offered.contains(where: { $0.covers(commit.id.digits, ticket, in: desk.repository.commonDirectory) }) {
      return .offeredBefore
    }
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

  /// The commits that some record names, by at least the digits that people write.
  private func namedInRecords(_ commits: [ObjectID]) throws -> Set<ObjectID> {
    let directory = "\(desk.root)/\(try ProjectFiles(root: desk.root).settings().recordDirectory)"
    guard !commits.isEmpty, FileTree.isDirectory(directory) else { return [] }
    var named: Set<ObjectID> = []
    for path in try FileTree.files(endingIn: ".md", below: directory) {
      guard let text = try? FileTree.read("\(directory)/\(path)") else { continue }
      for commit in commits where text.firstRange(of: Array(commit.digits.utf8.prefix(7))) != nil {
        named.insert(commit)
      }
    }
    return named
  }

  /// Remembers that fixes were offered: before they are shown, so that they are shown once at most.
  func remember(_ verdicts: [OfferReport.Verdict]) throws {
    guard !verdicts.isEmpty else { return }
    try FileTree.makeDirectory(state.path)
    let fixes = verdicts.map {
      OfferedFix(repository: desk.repository.commonDirectory, ticket: $0.ticket, commits: $0.commits)
    }
    try Self.journal(in: state).append(fixes.map { try JSONText.encode($0) })
  }
}

/// A fix for which a record was offered.
struct OfferedFix: Codable, Equatable {
  /// The directory of the repository: tickets of two projects may have the same key.
  var repository: String

  var ticket: String?

  var commits: [String]

  func covers(_ commit: String, _ ticket: String?, in repository: String) -> Bool {
    commits.contains(commit) || (ticket != nil && ticket == self.ticket && repository == self.repository)
  }
}
