import Casework
import Record
import Repository
import YAML

/// What git knows of a fix, for a case: everything is marked as found, with the place.
struct CaseDiscovery {
  /// Facts, in the order in which they are taken into the evidence.
  private(set) var found: [FoundValue] = []

  /// Fields of the case that they fill.
  private(set) var fields: [(path: YAMLPath, value: YAMLValue)] = []

  /// What could not be looked at.
  var remarks: [RecordRemark] = []

  /// Looks at the commits of a fix.
  ///
  /// - Throws: `RepositoryError` where one of them is unknown.
  init(fix revisions: [String], key: String, in repository: Repository) throws {
    let commits = try revisions.map { try repository.commit($0) }
    guard let first = commits.first, let last = commits.last else { return }
    take(
      "fix.commits", commits.map(\.id.digits).joined(separator: ","), "git log", field: ["fix", "commits"],
      as: .list(commits.map { .text($0.id.digits) }))
    let log = "git log \(last.id.short)"
    take("fix.subject", last.subject, log)
    take("fix.author", last.authorName, log)
    take("fix.date", last.authorDate, log)
    take("fix.committed", last.committerDate, log)
    let arrival = try repository.arrival(of: last)
    var messages = [(last, arrival.message)]
    messages += try commits.dropLast().reversed().map { ($0, try repository.message(of: $0)) }
    if let merge = arrival.firstMerge, merge.commit != last { messages.append((merge.commit, merge.message)) }
    takeRequest(messages)
    take(arrival)
    takeTickets(messages, branch: arrival.branch?.name ?? "", besides: key)
    if let release = try repository.firstRelease(holding: commits) {
      take("fix.first_release", release, "git tag --contains \(last.id.short)")
    }
    do {
      let parent = try repository.firstParent(of: first).id
      take(try repository.changes(from: parent, to: last.id), "git diff \(parent.short) \(last.id.short)")
    } catch RepositoryError.parentNotInShallowClone(let commit) {
      remarks.append(
        RecordRemark(
          message:
            "This clone is shallow and lacks the parent of \(commit.short): fix.files and fix.tests are left out, and what "
            + "git knows of branches, merges and releases may lack some.",
          remedy:
            "git fetch --unshallow --tags; then: postmortem set \(key) fix.commits=\(commits.map(\.id.short).joined(separator: ","))"
        ))
    } catch RepositoryError.rootCommit {
      // Nothing comes before it that it could change.
    }
  }

  /// What a fix changes, and the tests among it.
  private mutating func take(_ changes: [Change], _ source: String) {
    take("fix.files", changes.map(\.path.line).joined(separator: "\n"), source)
    let tests = changes.filter { $0.kind != .deleted && TestPath.reason($0.path) != nil }
    if !tests.isEmpty { take("fix.tests", tests.map(\.path.line).joined(separator: "\n"), source) }
  }

  /// The request that the fix came by; what its commits say counts before what the merge does, which may be of a
  /// branch that gathers many requests.
  private mutating func takeRequest(_ messages: [(commit: Commit, message: CommitMessage)]) {
    for (commit, message) in messages {
      guard let request = message.pullRequest else { continue }
      take(
        "fix.pull_request", request, "the message of \(commit.id.short)", field: ["fix", "pull_request"],
        as: .text(request))
      return
    }
  }

  private mutating func take(_ arrival: Arrival) {
    if let branch = arrival.branch {
      take(
        "fix.branch", branch.name,
        branch.namedBy.map { "the message of \($0.id.short)" } ?? "git branch --points-at",
        field: ["fix", "branch"], as: .text(branch.name))
    }
    if let merge = arrival.mainMerge {
      take("fix.merge_commit", merge.id.digits, "git log --first-parent")
      take("fix.merged", merge.committerDate, "git log \(merge.id.short)")
    }
  }

  private mutating func takeTickets(
    _ messages: [(commit: Commit, message: CommitMessage)], branch: String, besides key: String
  ) {
    let project = TicketKey(key)?.project
    let told =
      messages.flatMap { commit, message in
        message.ticketKeys(ofProject: project).map { ($0.description, "the message of \(commit.id.short)") }
      } + TicketKey.keys(inBranch: branch).map { ($0.description, "the branch \(branch)") }
    var known: Set<String> = [key]
    for (ticket, source) in told where known.insert(ticket).inserted {
      take("fix.other_ticket", ticket, source)
    }
  }

  /// What was found for the fix that the case named before, and is not found for this one.
  func withdrawn(from evidence: [Evidence]) -> [FoundValue] {
    let now = Set(found.map(\.field))
    let source = found.first.map { "the fix \($0.value.prefix(10))" } ?? "the fix"
    return evidence.found.keys.sorted().filter { $0.hasPrefix("fix.") && !now.contains($0) }.map {
      FoundValue(field: $0, value: "", source: source)
    }
  }

  /// The file with what was found, where it has nothing, or what was found for the fix that it named before.
  ///
  /// - Parameter given: fields that somebody gives at the same time.
  func filling(
    _ file: CaseFile, over evidence: [Evidence], besides given: [String] = []
  ) throws(YAMLError) -> CaseFile {
    var file = file
    let before = evidence.found
    for value in file.values
    where value.path.hasPrefix("fix.") && before[value.path] == value.value && !given.contains(value.path) {
      let steps = value.path.split(separator: ".").map { YAMLPath.Step.key(String($0)) }
      file = try file.setting(YAMLPath(steps), to: .null)
    }
    let filled = Set(file.values.map(\.path))
    for (path, value) in fields where !filled.contains(CaseField.path(of: path.steps)) {
      file = try file.setting(path, to: value)
    }
    return file
  }

  mutating func take(
    _ field: String, _ value: String, _ source: String, field path: YAMLPath? = nil,
    as yaml: YAMLValue = .null
  ) {
    found.append(FoundValue(field: field, value: value, source: source))
    if let path { fields.append((path, yaml)) }
  }
}
