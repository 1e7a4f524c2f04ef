import Casework
import Repository
import YAML

/// What git knows of a fix, for a case: everything is marked as found, with the place.
struct CaseDiscovery {
  /// Facts, in the order in which they are taken into the evidence.
  private(set) var found: [FoundValue] = []

  /// Fields of the case that they fill.
  private(set) var fields: [(path: YAMLPath, value: YAMLValue)] = []

  /// Looks at the commits of a fix.
  ///
  /// - Throws: `RepositoryError` where one of them is unknown.
  init(fix revisions: [String], key: String, in repository: Repository) throws {
    let commits = try revisions.map { try repository.commit($0) }
    guard let first = commits.first, let last = commits.last else { return }
    take(
      "fix.commits", commits.map(\.id.digits).joined(separator: ","), "git log", field: ["fix", "commits"],
      as: .list(commits.map { .text($0.id.digits) }))
    take("fix.subject", last.subject, "git log \(last.id.short)")
    take("fix.author", last.authorName, "git log \(last.id.short)")
    take("fix.date", last.authorDate, "git log \(last.id.short)")
    let message = try repository.message(of: last)
    if let request = try commits.lazy.reversed().compactMap({ try repository.message(of: $0).pullRequest })
      .first
    {
      take(
        "fix.pull_request", request, "the message of \(last.id.short)", field: ["fix", "pull_request"],
        as: .text(request))
    }
    for other in message.ticketKeys(ofProject: TicketKey(key)?.project) where other.description != key {
      take("fix.other_ticket", other.description, "the message of \(last.id.short)")
    }
    if let parent = try? repository.firstParent(of: first) {
      let changes = try repository.changes(from: parent.id, to: last.id)
      take(
        "fix.files", changes.map(\.path.description).joined(separator: "\n"),
        "git diff \(parent.id.short) \(last.id.short)")
      let tests = changes.filter { $0.kind != .deleted && TestPath.reason($0.path) != nil }
      if !tests.isEmpty {
        take(
          "fix.tests", tests.map(\.path.description).joined(separator: "\n"),
          "git diff \(parent.id.short) \(last.id.short)")
      }
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
    for value in file.values where before[value.path] == value.value && !given.contains(value.path) {
      let steps = value.path.split(separator: ".").map { YAMLPath.Step.key(String($0)) }
      file = try file.setting(YAMLPath(steps), to: .null)
    }
    let filled = Set(file.values.map(\.path))
    for (path, value) in fields where !filled.contains(CaseField.path(of: path.steps)) {
      file = try file.setting(path, to: value)
    }
    return file
  }

  private mutating func take(
    _ field: String, _ value: String, _ source: String, field path: YAMLPath? = nil,
    as yaml: YAMLValue = .null
  ) {
    found.append(FoundValue(field: field, value: value, source: source))
    if let path { fields.append((path, yaml)) }
  }
}

/// What the repository says of a case's fix, for the gate.
struct CaseLook {
  /// Looks.
  static func look(at facts: Case, in repository: Repository) throws -> Gate.Look {
    var look = Gate.Look()
    var commits: [Commit] = []
    for text in facts.fix.commits {
      do {
        commits.append(try repository.commit(text))
      } catch RepositoryError.unknownRevision {
        look.unknownCommits.append(text)
      }
    }
    look.commits = commits.map(\.id.digits)
    if let main = try repository.mainBranch() {
      look.mainBranch = main.replacing("refs/heads/", with: "").replacing("refs/remotes/", with: "")
      let branches = try commits.map { ($0, try repository.branches(holding: $0)) }
      look.unmergedCommits = branches.filter { !$0.1.contains { isDelivered($0, main: main) } }.map(
        \.0.id.digits)
    }
    if let first = commits.first, let last = commits.last, let parent = try? repository.firstParent(of: first)
    {
      var patch = try repository.patch(from: parent, to: last)
      look.triviality = Triviality.reason(for: patch)
      // The diffs that a ledger keeps are full of probes, and are committed with the fix.
      patch.files.removeAll { $0.path.description.hasPrefix(".postmortem/") }
      look.probeTags = ProbeTag.added(by: patch).map { tag in
        Gate.Look.ProbeTag(tag.text, in: tag.paths.map(\.description))
      }
    }
    return look
  }

  /// Whether a branch is one that is delivered from: the main one, here or at a remote, or one for a release.
  private static func isDelivered(_ branch: String, main: String) -> Bool {
    if branch == main { return true }
    let mainName = main.split(separator: "/").last.map(String.init) ?? main
    var name = branch[...]
    if name.hasPrefix("refs/heads/") {
      name = name.dropFirst("refs/heads/".count)
    } else {
      // "refs/remotes/REMOTE/NAME"
      name = name.dropFirst("refs/remotes/".count)
      name = name.firstIndex(of: "/").map { name[name.index(after: $0)...] } ?? name
    }
    if name == mainName { return true }
    // "release/2.1", "stable-3", "maint", and not "releasenotes".
    let first = name.prefix { $0.isLetter }
    let rest = name.dropFirst(first.count)
    let isVersion = rest.isEmpty || rest.dropFirst().first?.isNumber == true || rest.first?.isNumber == true
    return ["release", "releases", "stable", "maint", "support"].contains(first.lowercased())
      && (isVersion || rest.first == "/")
  }
}
