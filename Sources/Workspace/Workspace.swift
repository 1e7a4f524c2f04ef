public import Declaration
public import Delivery
import Network
public import Origin
public import Proof
public import Subprocess
public import Writer

/// Where operations are carried out: what they know of the world comes to them as values.
public struct Workspace: Sendable {
  /// The absolute path of the directory that the user stands in.
  public var directory: String

  /// The user's environment, which programs get; the token for Jira is not in it.
  public var environment: [String: String]

  /// The user's wish to stop.
  public var interrupt: Interrupt

  /// Is told what happens while an operation runs.
  public var observe: @Sendable (WorkspaceEvent) -> Void

  /// The person at the terminal; nil where there is none.
  public var conversation: Conversation?

  /// How the person is asked to sign; nil where there is no terminal to ask at.
  public var signOff: SignOff?

  /// The coding agent through which the user acts, where there is one: evidence says so.
  public var agent: String?

  /// Whether nothing is read but what is in the repository: links that lead out of it are refused.
  public var isConfined = false

  /// The user's home as the system knows it, from no variable; nil where it knows none.
  let home: String?

  /// The token for Jira that the user's environment held.
  let jiraToken: Secret?

  /// A workspace from its parts.
  ///
  /// - Parameter home: the user's home, from no variable.
  public init(
    directory: String, environment: [String: String], home: String? = nil, interrupt: Interrupt,
    observe: @escaping @Sendable (WorkspaceEvent) -> Void = { _ in }
  ) {
    self.directory = directory
    self.home = home
    // No program that is started here is to see it, nor what it prints to be kept with it.
    var environment = environment
    let token = environment.removeValue(forKey: "POSTMORTEM_JIRA_TOKEN")
    jiraToken = token.flatMap { $0.isEmpty ? nil : Secret($0) }
    self.environment = environment
    self.interrupt = interrupt
    self.observe = observe
  }

  /// Can be read as soon as the user wishes to stop; below zero where nobody ever does.
  public var interruptDescriptor: Int32 { interrupt.descriptor }

  /// The root of the working tree that the directory is in.
  ///
  /// - Throws: an error where there is none; `Failure` puts it into words.
  public func root() throws -> String { try CaseDesk(in: self).root }

  /// The tracker that the records of a repository go to.
  ///
  /// - Throws: why there is none, or why it does not answer.
  func tracker(of desk: CaseDesk) throws -> any Tracker { try JiraAccess(in: self, of: desk).tracker() }

  /// What starts programs here.
  var spawner: Spawner { Spawner(interrupt: interrupt) }

  /// What runs the user's commands here.
  var commandSpawner: Spawner { Spawner(interrupt: interrupt, ownsStrays: true) }
}

/// What happens while an operation runs.
public enum WorkspaceEvent: Sendable {
  /// A proof goes on.
  case proof(ProofEvent)

  /// An experiment goes on.
  case experiment(ExperimentEvent)

  /// A tracker is asked again after a wait.
  case waiting(TrackerWait)

  /// The search for an origin goes on.
  case origin(OriginEvent)

  /// A language model is asked.
  case writer(WriterEvent)
}

/// What happens while a language model is asked.
public enum WriterEvent: Sendable {
  /// These facts are about to be sent.
  case sending(WriterSheet)

  /// An answer is waited for: the first, or the second.
  case asking(writer: String, round: Int)

  /// The server has no time, and is asked again after a wait.
  case waiting(Duration)

  /// A sentence of an answer is not in the record.
  case dropped(DroppedSentence)
}

/// What happens while an origin is looked for.
public enum OriginEvent: Sendable {
  /// The history is being read.
  case reading

  /// The repro is run at commits.
  case searching(SearchEvent)

  /// What was found is being kept.
  case keeping
}

/// What happens while an experiment runs.
public enum ExperimentEvent: Sendable {
  /// The command printed this, on either stream.
  case printed(ArraySlice<UInt8>)
}

/// An operation that can be carried out in a workspace.
public protocol WorkspaceOperation: Operation {
  /// What it results in: one document.
  associatedtype Output: Encodable & Sendable

  /// Carries it out.
  ///
  /// - Throws: any error; `Failure` puts it into words.
  func run(in workspace: Workspace) throws -> Output

  /// What the process says to its caller, given the result.
  static func exitStatus(of output: Output) -> ExitStatus
}
