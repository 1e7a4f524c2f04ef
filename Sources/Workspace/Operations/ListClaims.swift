public import Declaration
public import Grounding
import Markdown
import Record
import Storage

/// Lists what a record claims, and what supports it.
public struct ListClaims: WorkspaceOperation {
  /// What is looked at.
  @Argument(help: ArgumentHelp("A file or a case.", valueName: "record"), completion: .file)
  public var record: String

  /// What people are told of the operation.
  public static let configuration = OperationConfiguration(
    name: "claims",
    abstract: "List what a record names, and where it was found.",
    discussion: """
      A claim is what can be looked up: a name of the code, a file, a line, a commit, a release, a reference; figures and \
      quoted output where a run is told of. Each is measured (a run printed it), found (the repository has it), attested \
      (somebody named states it), unsupported, or unverifiable: what would have it is not here, such as the tracker, or the \
      history that a shallow clone lacks.
      """,
    examples: [
      .init("postmortem claims RILL-142", "With their sources."),
      .init("postmortem claims RILL-142 --json", "The same for programs."),
    ],
    exitStatuses: [
      .succeeded: "listed", .failed: "there is no such text, or no repository here", .usage: "wrong usage",
    ])

  /// The fields as declared.
  public init() {}

  /// Looks each of them up.
  ///
  /// - Throws: errors of the rooms below; `Failure` puts them into words.
  public func run(in workspace: Workspace) throws -> ClaimsReport {
    let source = try RenderSource(record, in: workspace)
    let desk = try CaseDesk(in: workspace)
    let document = RecordDocument(try source.text)
    let lines = LineIndex(document.text)
    let claims = try RecordGrounding(desk).claims(in: document).map { judged in
      ClaimsReport.Entry(
        line: lines.lineNumber(of: judged.claim.range.lowerBound), section: judged.claim.section?.heading,
        kind: judged.claim.kind, text: judged.claim.text, standing: JudgedClaim.word(for: judged.standing),
        source: judged.source,
        suggestion: judged.suggestion)
    }
    return ClaimsReport(record: source.name, claims: claims)
  }

  /// Always 0: `check` judges.
  public static func exitStatus(of report: ClaimsReport) -> ExitStatus { .succeeded }
}

/// What a record claims.
public struct ClaimsReport: Sendable, Encodable {
  /// A claim, and what was found of it.
  public struct Entry: Sendable, Encodable {
    /// Its line, counted from 1.
    public var line: Int

    /// The section it stands in.
    public var section: String?

    /// What it claims to be.
    public var kind: Claim.Kind

    /// As it is written.
    public var text: String

    /// How it stands: the word of a standing, or “unverifiable”.
    public var standing: String

    /// Where it was found, or why it could not be looked up; empty where nothing has it.
    public var source: String

    /// What was meant, where something there is nearly the same.
    public var suggestion: String?
  }

  /// The name and version of this document's format.
  public var schema = "postmortem/claims/1"

  /// The file or case.
  public var record: String

  /// The claims, by place.
  public var claims: [Entry]
}
