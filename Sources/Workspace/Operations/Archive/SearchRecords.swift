import Archive
public import Declaration
import Record
import Storage

/// Finds the records that answer a question.
public struct SearchRecords: WorkspaceOperation {
  /// What is asked.
  @Argument(help: ArgumentHelp("A question, or words and names of the code.", valueName: "words"))
  public var words: [String]

  /// The section.
  @Option(help: ArgumentHelp("Only what stands in this section: root-cause.", valueName: "section"))
  public var section: String?

  /// How many are told of.
  @Option(help: ArgumentHelp("Show at most so many records.", valueName: "n"))
  public var limit = 10

  /// What people are told of the operation.
  public static let configuration = OperationConfiguration(
    name: "search",
    abstract: "Find the records that answer a question.",
    discussion: """
      Looked for are all words in any order; those that few records have, names of the code and words of the title count \
      more (BM25). `streamCount` finds stream_count as well, and `hangs` hanging; what has dots, slashes or dashes in it, \
      such as src/scheduler.c or RILL-142, must stand so. No character has a meaning of its own. A record that has less \
      than a third of what the words weigh is not shown. docs/archive.md tells more.

      The index is in the cache and is brought up to date first; deleting it loses nothing.
      """,
    examples: [
      .init("postmortem search why does evaluation hang", "Ask."),
      .init("postmortem search scheduler_submit --section root-cause", "Whose cause names it?"),
      .init("postmortem search --json event wait", "For programs."),
    ],
    exitStatuses: [
      .succeeded: "looked, whether anything was found or not", .failed: "there is no repository here",
      .usage: "wrong usage",
    ])

  /// The fields as declared.
  public init() {}

  /// Looks for them.
  ///
  /// - Throws: errors of the rooms below; `Failure` puts them into words.
  public func run(in workspace: Workspace) throws -> SearchReport {
    guard limit > 0 else { throw UsageError.notPositive("--limit") }
    let kind = try section.map { try SectionKind(named: $0) }
    let question = words.joined(separator: " ")
    guard let shelf = try RecordArchive(of: CaseDesk(in: workspace), in: workspace) else {
      return SearchReport(question: question, records: 0)
    }
    let findings = try shelf.archive.search(question, limit: limit, in: kind)
    var report = SearchReport(question: question, records: findings.records)
    report.results = findings.found.map { SearchReport.Result($0, in: shelf.place) }
    (report.more, report.unknown) = (findings.more, findings.unknown)
    return report
  }

  /// Always 0: that there is nothing is an answer.
  public static func exitStatus(of report: SearchReport) -> ExitStatus { .succeeded }
}

extension SectionKind {
  /// The section that a word of the command line means.
  ///
  /// - Throws: `UnknownSection` where it means none.
  fileprivate init(named name: String) throws {
    guard let kind = SectionKind(heading: name.replacing("-", with: " ")) else {
      throw UnknownSection(
        name: name, known: SectionKind.allCases.map { $0.heading.lowercased().replacing(" ", with: "-") })
    }
    self = kind
  }
}

/// What a search found.
public struct SearchReport: Sendable, Encodable {
  /// A record that was found.
  public struct Result: Sendable, Encodable {
    /// Its key.
    public var key: String

    /// Its title.
    public var title: String

    /// The day of the fix, or else of the draft; empty where the record names none.
    public var date: String

    /// Its file, from the root of the working tree.
    public var path: String

    /// The section that says most of what was asked for; nil above the first one.
    public var section: String?

    /// The line that does, from 1.
    public var line: Int

    /// What it says.
    public var excerpt: String

    /// The words of the question that the record has.
    public var matched: [String]

    init(_ found: Found, in place: String) {
      (key, title, date) = (found.key, found.title, found.date)
      path = "\(place)/\(found.path)"
      (section, line, excerpt) = (found.passage.section, found.passage.line, found.passage.text)
      matched = found.matched
    }
  }

  /// The name and version of this document's format.
  public var schema = "postmortem/search/1"

  /// What was asked.
  public var question: String

  /// How many records there are.
  public var records: Int

  /// What was found, the best first.
  public var results: [Result] = []

  /// How many more there are.
  public var more = 0

  /// Words of the question that no record has.
  public var unknown: [String] = []

  init(question: String, records: Int) {
    (self.question, self.records) = (question, records)
  }
}
