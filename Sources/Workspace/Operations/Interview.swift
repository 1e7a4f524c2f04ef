public import Casework
public import Declaration
public import Masking
public import Record
import Repository
import Storage
import YAML

/// Asks a person for what a case lacks.
public struct Interview: WorkspaceOperation {
  /// The key.
  @Argument(help: ArgumentHelp("The case.", valueName: "key"))
  public var key: String

  /// Who says so.
  @Option(help: ArgumentHelp("Who attests it; git's user.name unless given.", valueName: "name"))
  public var by: String?

  /// Secrets that are let through.
  @OptionGroup(title: "Secrets") public var secrets: SecretMasking

  /// What people are told of the operation.
  public static let configuration = OperationConfiguration(
    name: "interview",
    abstract: "Be asked for what a case lacks, one question at a time.",
    discussion: """
      First what the gate misses, then what a draft would ask for, then what makes a record better. Each answer is checked \
      as `set` and `gate` check it, and stands in the case at once, attested by you: you can leave at any question, and go \
      on later by the same command.

      Enter or - skips a question, ? tells more of it, = takes what is suggested, e opens your editor (see `postmortem \
      edit`), q or Ctrl-D leaves, Ctrl-C leaves with exit status 130. Where several lines help, an empty line, or a line \
      that holds only a dot, ends the answer; of a symptom, which is kept as it was printed, only the dot.

      It needs a terminal. Elsewhere it names the `set` commands that do the same.
      """,
    examples: [
      .init("postmortem interview RILL-142", "Fill in what is missing."),
      .init(
        "postmortem interview RILL-142 --by 'Mei-Lin Hart'", "The same, for somebody who sits beside you."),
    ],
    exitStatuses: [
      .succeeded: "asked, or nothing is missing", .usage: "no terminal, or no such case",
      .interrupted: "interrupted; the answers before are kept",
    ])

  /// The fields as declared.
  public init() {}

  /// Asks.
  ///
  /// - Throws: errors of the rooms below; `Failure` puts them into words.
  public func run(in workspace: Workspace) throws -> InterviewReport {
    let desk = try CaseDesk(in: workspace)
    let attesting = try CaseAttesting(at: desk, masking: secrets, by: by, in: workspace)
    var standing = try InterviewStanding(of: key, at: attesting)
    guard let conversation = workspace.conversation else {
      throw NoTerminal(key: key, steps: standing.plan.steps)
    }
    let asking = InterviewAsking(
      conversation: conversation, attesting: attesting,
      editor: Editor(in: workspace, repository: desk.repository),
      key: key, directory: try desk.store.directory(of: key))
    do {
      return try interview(asking, &standing)
    } catch is Interrupted {
      throw ConversationInterrupted()
    }
  }

  private func interview(_ asking: InterviewAsking, _ standing: inout InterviewStanding) throws
    -> InterviewReport
  {
    let conversation = asking.conversation
    var report = InterviewReport(key: key)
    var done: Set<String> = []
    while let step = standing.plan.steps.first(where: { !done.contains($0.name) }) {
      done.insert(step.name)
      switch step {
      case .command(let why, let line): conversation.tell(.command(why: why, line))
      case .ask(let question):
        switch try asking.ask(question) {
        case .left:
          report.isLeft = true
          return report.ended(standing)
        case .skipped: continue
        case .stored(let state):
          conversation.tell(.stored(state))
          report.set += state.set
          report.masked = MaskedPlace.once((report.masked ?? []) + (state.masked ?? []))
          // Of a list there may be more.
          if question.field.contains(".new") { done.remove(question.field) }
          standing = try InterviewStanding(of: key, at: asking.attesting)
        }
      }
    }
    return report.ended(standing)
  }

  /// Always 0: a case with gaps is a case.
  public static func exitStatus(of report: InterviewReport) -> ExitStatus { .succeeded }
}

/// What an interview came to.
public struct InterviewReport: Sendable, Encodable, MaskingResult {
  /// The name and version of this document's format.
  public var schema = "postmortem/interview/1"

  /// The case.
  public var key: String

  /// The fields that were set.
  public var set: [String] = []

  /// Whether the person left before the last question.
  public var isLeft = false

  /// What a draft still asks for.
  public var needs: [RecordNeed] = []

  /// The command that goes on from here.
  public var next = ""

  /// The secrets that are masked in what is kept; absent where there are none.
  public var masked: [MaskedPlace]?

  /// The gate as it stands now; absent only while it is asked.
  public var gate: GateReport?

  init(key: String) {
    self.key = key
  }

  fileprivate func ended(_ standing: InterviewStanding) -> InterviewReport {
    var report = self
    report.gate = standing.gate
    report.needs = standing.needs
    // What a question supplies is asked for again; the rest is for its own command.
    let commands = standing.plan.steps.compactMap { step -> String? in
      if case .command(_, let line) = step { line } else { nil }
    }
    let isComplete = standing.gate.isOpen && standing.needs.isEmpty
    report.next = commands.first ?? (isComplete ? "postmortem draft \(key)" : "postmortem interview \(key)")
    return report
  }
}

/// What is known and what is missing, at one time of an interview.
struct InterviewStanding {
  let gate: GateReport
  let needs: [RecordNeed]
  let plan: InterviewPlan

  init(of key: String, at attesting: CaseAttesting) throws {
    let desk = attesting.desk
    let snapshot = try desk.store.read(key)
    gate = try desk.gate(of: snapshot)
    let facts = try desk.recordFacts(
      of: snapshot.file.facts(), evidence: snapshot.evidence, masking: attesting.masker)
    needs = facts.needs
    plan = InterviewPlan(gate, facts, of: snapshot.file)
  }
}

/// Nobody can be asked.
struct NoTerminal: Error {
  var key: String
  var steps: [InterviewPlan.Step]
}
