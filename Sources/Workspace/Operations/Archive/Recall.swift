import Archive
public import Declaration
import Proof
import Recognition
import Repository
import Storage

/// Finds the records that bear on a stack trace, a change or a question.
public struct Recall: WorkspaceOperation {
  /// A question.
  @Argument(help: ArgumentHelp("A question, or the message of a failure.", valueName: "words"))
  public var words: [String] = []

  /// A file with a stack trace.
  @Option(
    help: ArgumentHelp("A file with a stack trace in it, or - for standard input.", valueName: "file"),
    completion: .file)
  public var trace: String?

  /// A change.
  @Option(help: ArgumentHelp("A commit, a range, or - for a patch on standard input.", valueName: "rev"))
  public var diff: String?

  /// A stack trace itself.
  @Option(help: ArgumentHelp("A stack trace, in any text.", valueName: "text", visibility: .hidden))
  public var traceText: String?

  /// How many are told of.
  @Option(help: ArgumentHelp("Show at most so many records.", valueName: "n"))
  public var limit = 5

  /// What people are told of the operation.
  public static let configuration = OperationConfiguration(
    name: "recall",
    abstract: "Find the past records that bear on a stack trace, a change or a question.",
    discussion: """
      Without a word it is the change of the working tree that is looked at. Of a trace (Python, JVM, JavaScript, Go, Rust, \
      Swift, C and C++, Ruby, .NET, PHP, Elixir, Perl) count the functions and files of its frames, and messages without what \
      differs from run to run; of a change its files, the functions of its hunks, the names that it takes away or adds.

      What few records name counts more; what a record names where it tells of cause, symptom or fix counts most. Common words \
      alone recall nothing. Each record is shown with what met it, and where. docs/archive.md tells the rules.
      """,
    examples: [
      .init("postmortem recall", "Did what I am changing break before?"),
      .init("postmortem recall --trace crash.log", "Has anybody met this crash?"),
      .init("make check 2>&1 | postmortem recall --trace -", "From the output of a run."),
      .init("postmortem recall --diff main..fix/stream", "For a review."),
    ],
    exitStatuses: [
      .succeeded: "looked, whether anything was found or not",
      .failed: "there is no repository here, no such file or revision", .usage: "wrong usage",
    ])

  /// The fields as declared.
  public init() {}

  /// Reads what is given, and looks for them.
  ///
  /// - Throws: errors of the rooms below; `Failure` puts them into words.
  public func run(in workspace: Workspace) throws -> RecallReport {
    guard limit > 0 else { throw UsageError.notPositive("--limit") }
    let desk = try CaseDesk(in: workspace)
    var report = RecallReport()
    let cues = try cues(of: desk, in: workspace, telling: &report)
    guard let shelf = try RecordArchive(of: desk, in: workspace) else { return report }
    let recollection = try shelf.archive.recall(cues, limit: limit)
    (report.records, report.more) = (recollection.records, recollection.more)
    report.results = recollection.recalled.map { RecallReport.Result($0, in: shelf.place) }
    return report
  }

  private func cues(
    of desk: CaseDesk, in workspace: Workspace, telling report: inout RecallReport
  ) throws -> [RecallCue] {
    var cues: [RecallCue] = []
    if !words.isEmpty {
      report.question = words.joined(separator: " ")
      cues.append(.question(words.joined(separator: " ")))
    }
    if let text = try traceText.map({ Array($0.utf8) }) ?? traceBytes(in: workspace) {
      let trace = StackTrace(text)
      (report.frames, report.messages) = (trace.frames.count, trace.complaints.count)
      cues.append(.trace(trace))
    }
    if diff != nil || cues.isEmpty {
      let (files, commits) = try change(of: desk, in: workspace)
      report.files = files.count
      cues.append(.change(files, commits: commits))
    }
    return cues
  }

  private func traceBytes(in workspace: Workspace) throws -> [UInt8]? {
    try trace.map {
      try FileTree.read($0 == "-" ? RenderSource.standardInput : Path.absolute($0, from: workspace.directory))
    }
  }

  /// So much of a change is read, and so long.
  private static let (byteLimit, timeLimit) = (8 << 20, Duration.seconds(10))

  private func change(
    of desk: CaseDesk, in workspace: Workspace
  ) throws -> (files: [FileDiff], commits: [String]) {
    let repository = desk.repository
    // What an agent gives is never standard input, which its protocol has.
    if diff == "-", !workspace.isConfined {
      return (FileDiff.list(of: try FileTree.read(RenderSource.standardInput)), [])
    }
    let read = { (before: Commit, after: Commit?) in
      try repository.lineDiffs(from: before, to: after, byteLimit: Self.byteLimit, timeLimit: Self.timeLimit)
        .files
    }
    if let diff {
      let span: FixSpan
      do {
        span = try FixSpan.find(.revisions([diff]), before: nil, after: nil, in: repository)
      } catch RepositoryError.rootCommit(let id) {
        throw NoChangeToRecall(root: id)
      }
      return (try read(span.before, span.after), span.named.map(\.id.digits))
    }
    let untracked = try repository.untrackedFiles().prefix(500).map { FileDiff(new: $0) }
    return (try read(repository.commit("HEAD"), nil) + untracked, [])
  }

  /// Always 0: that there is nothing is an answer.
  public static func exitStatus(of report: RecallReport) -> ExitStatus { .succeeded }
}

/// A commit with nothing before it: what it changes is all that it holds.
struct NoChangeToRecall: Error {
  var root: ObjectID
}
