public import Declaration
import Delivery
import Network
import Repository
import Subprocess

/// Says what works here and what does not.
public struct Doctor: WorkspaceOperation {
  /// The ticket.
  @Argument(help: ArgumentHelp("A ticket, to ask whether you may comment on it.", valueName: "key"))
  public var key: String?

  /// What people are told of the operation.
  public static let configuration = OperationConfiguration(
    name: "doctor",
    abstract: "Say what works and what does not: git, Jira, the login, the permission to comment.",
    discussion: """
      Each thing that does not work comes with what to do. Nothing is written, here or there.
      """,
    examples: [
      .init("postmortem doctor", "Is everything in place?"),
      .init("postmortem doctor RILL-142", "And may I comment on that ticket?"),
    ],
    exitStatuses: [
      .succeeded: "all works", .failed: "git or libcurl does not",
      .configuration: "a login, a setting or a permission is missing or wrong",
      .network: "the site cannot be reached",
    ])

  /// The fields as declared.
  public init() {}

  /// Looks at one thing after the other.
  ///
  /// - Throws: `ConversationInterrupted`.
  public func run(in workspace: Workspace) throws -> DoctorReport {
    var report = DoctorReport()
    try report.check("git") { try Self.gitVersion(workspace) }
    report.checks.append(Self.repository(workspace))
    try report.check("libcurl") {
      guard let version = LibCurl.version else { throw LibCurlUnfit(reason: LibCurl.fault ?? "") }
      return "version \(version)"
    }
    let access = try report.check("settings") {
      try JiraAccess(in: workspace)
    } words: { access in
      let count = access.settings.sites.count
      return "\(access.settings.path): \(count) \(count == 1 ? "login" : "logins")"
    }
    let choice = try report.check("site", after: access) {
      try $0.choice()
    } words: { choice in
      "\(choice.address), token from the \(choice.token.name)"
    }
    guard let access, let choice else {
      report.skip("reach", "login", because: "there is no site to ask")
      return report
    }
    let server = try report.check("reach", after: choice) { choice in
      try workspace.asking { try access.door(certificates: choice.certificates).server(at: choice.address) }
    } words: {
      "\($0.kind.title)\($0.version.map { " \($0)" } ?? "") answers"
    }
    let tracker = try report.check("login", after: server) { server in
      var known = choice
      known.kind = server.kind
      return try access.tracker(of: known)
    } words: {
      "as \($0.destination.account)"
    }
    if let key { try look(at: key, tracker, in: workspace, &report) }
    return report
  }

  private func look(
    at key: String, _ tracker: JiraTracker?, in workspace: Workspace, _ report: inout DoctorReport
  ) throws {
    let ticket = try report.check("ticket", after: tracker) { tracker in
      try workspace.asking { try tracker.ticket(key) }
    } words: {
      "\($0.key): \($0.summary)" + ($0.servesCustomers ? " (customers read it, too)" : "")
    }
    _ = try report.check("comment", after: ticket) { ticket in
      guard let tracker, try workspace.asking({ try tracker.mayComment(on: ticket.key) }) else {
        throw MayNotComment(key: ticket.key)
      }
    } words: {
      "you may comment on it"
    }
  }

  private static func gitVersion(_ workspace: Workspace) throws -> String {
    let capture: Capture
    do {
      capture = try workspace.spawner.capture(
        Command(
          "git", ["--version"], environment: workspace.environment, workingDirectory: workspace.directory),
        timeLimit: .seconds(10))
    } catch SubprocessError.programNotFound {
      throw RepositoryError.gitMissing
    }
    let words = String(decoding: capture.output, as: UTF8.self).split(whereSeparator: \.isWhitespace)
    return "version \(words.dropFirst(2).first ?? "unknown")"
  }

  /// To stand outside of a repository is no fault: only what needs one fails there.
  private static func repository(_ workspace: Workspace) -> DoctorReport.Check {
    do {
      return .init("repository", .works, try CaseDesk(in: workspace).root)
    } catch {
      let failure = Failure(error)
      return .init("repository", .skipped, failure.message, failure: failure)
    }
  }

  /// That of the first thing that does not work.
  public static func exitStatus(of report: DoctorReport) -> ExitStatus {
    report.checks.first { $0.state == .fails }?.status ?? .succeeded
  }
}

/// libcurl is missing or too old.
struct LibCurlUnfit: Error {
  var reason: String
}

/// The account may read a ticket, and not comment on it.
struct MayNotComment: Error {
  var key: String
}

/// What works and what does not.
public struct DoctorReport: Sendable, Encodable {
  /// The name and version of this document's format.
  public var schema = "postmortem/doctor/1"

  /// What was looked at, in its order.
  public var checks: [Check] = []

  /// What can come out.
  public enum State: String, Sendable, Encodable {
    case works, fails, skipped
  }

  /// One thing that was looked at.
  public struct Check: Sendable, Encodable {
    /// What, in a word that stays the same.
    public var name: String

    /// What came out.
    public var state: State

    /// What was seen.
    public var message: String

    /// What to do; absent where nothing is to be done.
    public var remedy: String?

    /// What the process says where this is the first that fails.
    var status: ExitStatus

    init(_ name: String, _ state: State, _ message: String, failure: Failure? = nil) {
      self.name = name
      self.state = state
      self.message = message
      remedy = failure.flatMap { $0.remedy.isEmpty ? nil : $0.remedy }
      status = failure?.status ?? .succeeded
    }

    private enum CodingKeys: CodingKey {
      case name, state, message, remedy
    }
  }

  fileprivate mutating func check(_ name: String, _ body: () throws -> String) throws {
    _ = try check(name, body, words: { $0 })
  }

  /// Looks at something, and keeps what came out; what is returned is what the next look needs.
  fileprivate mutating func check<Value>(
    _ name: String, _ body: () throws -> Value, words: (Value) -> String
  ) throws -> Value? {
    do {
      let value = try body()
      checks.append(Check(name, .works, words(value)))
      return value
    } catch let error as ConversationInterrupted {
      throw error
    } catch {
      let failure = Failure(error)
      checks.append(Check(name, .fails, failure.message, failure: failure))
      return nil
    }
  }

  /// The same, where something that it needs may be missing.
  fileprivate mutating func check<Needed, Value>(
    _ name: String, after needed: Needed?, _ body: (Needed) throws -> Value, words: (Value) -> String
  ) throws -> Value? {
    guard let needed else {
      skip(name, because: "what it needs does not work")
      return nil
    }
    return try check(name, { try body(needed) }, words: words)
  }

  fileprivate mutating func skip(_ names: String..., because reason: String) {
    for name in names { checks.append(Check(name, .skipped, reason)) }
  }
}
