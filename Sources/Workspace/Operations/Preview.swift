public import Declaration
import Proof
import Rendering
import Storage

/// Shows what a comment of Jira will look like, and says to the byte what would be posted.
public struct Preview: WorkspaceOperation {
  /// What is shown.
  @Argument(
    help: ArgumentHelp("A file, a case, or - for standard input.", valueName: "record"), completion: .file)
  public var record: String

  /// Whether a page is written and opened.
  @Flag(help: "Write a page that looks as Jira will, and open it in a browser.")
  public var open = false

  /// Where the page goes.
  @Option(
    help: ArgumentHelp("Write the page to this file; without it, it goes to the cache.", valueName: "file"),
    completion: .file)
  public var output: String?

  /// Where relative addresses begin.
  @Option(
    help: ArgumentHelp("Take relative links from here.", valueName: "url"))
  public var baseURL: String?

  /// What people are told of the operation.
  public static let configuration = OperationConfiguration(
    name: "preview",
    abstract: "Show what a comment of Jira will look like, and what exactly would be posted.",
    discussion: """
      The text is rendered to Atlassian Document Format, as it would be posted: logs are shortened where a comment could \
      not hold them. What is drawn is that document, not the Markdown it was made from. Below it stand the size of the \
      JSON and its SHA-256, its length against the limit, and what had to change its form.

      With --open or --output the drawing is a page of HTML instead, which loads nothing and in which nothing of the text \
      is markup or a program. $BROWSER says what opens it; without a browser its path is told. Nothing is sent anywhere.

      The digest is that of the bytes that render --to adf --fit prints, without the line end behind them.
      """,
    examples: [
      .init("postmortem preview RILL-142", "In the terminal."),
      .init("postmortem preview RILL-142 --open", "In a browser."),
      .init("postmortem preview RILL-142 --json", "The size, the digest and the rest for a program."),
    ],
    exitStatuses: [
      .succeeded: "shown", .failed: "there is no such text, or it does not fit", .usage: "wrong usage",
    ])

  /// The fields as declared.
  public init() {}

  /// Renders and, where it is asked for, writes the page and opens it.
  ///
  /// - Throws: errors of the rooms below; `Failure` puts them into words.
  public func run(in workspace: Workspace) throws -> PreviewReport {
    let source = try RenderSource(record, in: workspace)
    var options = try RenderingOptions(baseURL: baseURL, in: workspace)
    options.whole = source.whole ?? options.whole
    let preview = try ADFPreview(try source.text, options: options)
    var report = PreviewReport(preview, of: source.name)
    guard open || output != nil else { return report }
    let path = try pagePath(of: source, in: workspace)
    try FileTree.write(
      preview.page(title: "Preview of \(source.name)", facts: report.facts), to: path,
      mode: output == nil ? 0o600 : 0o644)
    report.page = path
    guard open else { return report }
    let browser = Browser(environment: workspace.environment)
    try browser?.open(path, in: workspace)
    report.browser = browser?.name
    report.lacksBrowser = browser == nil
    return report
  }

  /// Where the page goes: the same text has the same place in the cache.
  private func pagePath(of source: RenderSource, in workspace: Workspace) throws -> String {
    if let output { return Path.absolute(output, from: workspace.directory) }
    let environment = workspace.environment
    let cache = ProofCache.defaultDirectory(environment: environment) ?? environment["TMPDIR"] ?? "/tmp"
    let directory = Path.absolute("previews", from: Path.absolute(cache, from: workspace.directory))
    do {
      try FileTree.makeDirectory(directory)
    } catch {
      throw CacheError(cause: error)
    }
    let name = source.whole.map { Path.name($0) } ?? "standard-input"
    return "\(directory)/\(name.hasSuffix(".md") ? String(name.dropLast(3)) : name).html"
  }

  /// Always 0: what cannot be shown is an error.
  public static func exitStatus(of report: PreviewReport) -> ExitStatus { .succeeded }
}
