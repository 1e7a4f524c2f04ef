import Casework
public import Declaration
import Masking
import Proof
import Storage
import Subprocess

/// Runs an experiment and keeps it in the ledger of a case.
public struct Try: WorkspaceOperation {
  /// The key.
  @Argument(help: ArgumentHelp("The case.", valueName: "key"))
  public var key: String

  /// What was changed.
  @Option(help: ArgumentHelp("What is different in this run, in your words.", valueName: "text"))
  public var changed: String?

  /// What is expected.
  @Option(help: ArgumentHelp("What you expect to see.", valueName: "text"))
  public var expect: String?

  /// Hypotheses that it supports.
  @Option(help: ArgumentHelp("A hypothesis that this run supports.", valueName: "entry"))
  public var rulesIn: [EntryLabel] = []

  /// Hypotheses that it contradicts.
  @Option(help: ArgumentHelp("A hypothesis that this run contradicts.", valueName: "entry"))
  public var rulesOut: [EntryLabel] = []

  /// The time limit.
  @Option(help: ArgumentHelp("End the command after so long.", valueName: "time"))
  public var timeout: TimeSpan = .minutes(10)

  /// Variables.
  @Option(help: ArgumentHelp("Set a variable, or record one of yours.", valueName: "name[=value]"))
  public var env: [String] = []

  /// The command.
  @Argument(parsing: .postTerminator, help: ArgumentHelp("The command and its arguments.", valueName: "cmd"))
  public var command: [String]

  /// Secrets that are let through.
  @OptionGroup(title: "Secrets") public var secrets: SecretMasking

  /// What people are told of the operation.
  public static let configuration = OperationConfiguration(
    name: "try",
    abstract: "Run an experiment, and keep it in the ledger of a case.",
    discussion: """
      The command runs where you stand, with your environment and an empty standard input; what it prints is shown on \
      standard error as it comes. Kept are: the words that you give, the commit and the diff of the working tree \
      (untracked files included, ignored ones not; index and files are only read), the variables named by --env, the \
      exit status or signal, the time, and the output. A time limit that is reached, or Ctrl-C, ends the command and is \
      recorded as well.

      Rulings that come to you later: `postmortem note KEY --rules-out L3 --by L7`.
      """,
    examples: [
      .init("postmortem try RILL-142 --changed 'small queue' --rules-out L2 -- ./repro.sh", "Run one."),
      .init(
        "postmortem try RILL-142 --env SEED=4 -- sh -c 'make && ./soak | tail'", "Run a line of the shell."),
    ],
    exitStatuses: [
      .succeeded: "recorded, whatever the command's own status", .failed: "the command could not be run",
      .usage: "wrong usage", .interrupted: "interrupted, and recorded",
    ])

  /// The fields as declared.
  public init() {}

  /// Runs it.
  ///
  /// - Throws: errors of the rooms below; `Failure` puts them into words.
  public func run(in workspace: Workspace) throws -> LedgerAddition {
    guard timeout.milliseconds > 0 else { throw UsageError.notPositive("--timeout") }
    let wishes = try env.map { text throws(UsageError) in try VariableWish(text) }
    let masker = try secrets.masker()
    let desk = try CaseDesk(in: workspace)
    let journal = try desk.store.ledger(of: key)
    let ledger = try journal.read()
    var experiment = Experiment(command: command)
    experiment.changed = changed
    experiment.expected = expect
    experiment.rulesIn = try numbers(rulesIn, in: ledger)
    experiment.rulesOut = try numbers(rulesOut, in: ledger)
    if !wishes.isEmpty {
      experiment.variables = wishes.map { wish in
        Experiment.Variable(name: wish.name, value: wish.value ?? workspace.environment[wish.name])
      }
    }
    let person = desk.userName(environment: workspace.environment)
    var places: [MaskedPlace]
    do {
      (experiment, places) = try ExperimentRun(
        workspace: workspace, repository: desk.repository, ledger: journal, masker: masker
      )
      .carryOut(
        experiment, setting: wishes.reduce(into: [:]) { $0[$1.name] = $1.value },
        timeLimit: timeout.duration)
    } catch SubprocessError.programNotFound(let name) where command.count == 1 && name.contains(" ") {
      throw UsageError.notOneProgram(name)
    }
    let (told, more) = try masker.mask(document: experiment, named: "experiment")
    places += more
    let entry = try journal.append(.experiment(told), by: person, at: CaseDesk.now())
    var addition = LedgerAddition(key: key, path: journal.path, entry: entry)
    addition.masked = MaskedPlace.once(places)
    return addition
  }

  private func numbers(_ labels: [EntryLabel], in ledger: Ledger) throws -> [Int]? {
    labels.isEmpty ? nil : try labels.map { try ledger.hypothesis($0.number) }
  }

  /// 0 where the experiment was recorded, whatever its own status; 130 where it was interrupted.
  public static func exitStatus(of addition: LedgerAddition) -> ExitStatus {
    if case .experiment(let experiment) = addition.entry.content, experiment.cutoff == .interrupt {
      return .interrupted
    }
    return .succeeded
  }
}
