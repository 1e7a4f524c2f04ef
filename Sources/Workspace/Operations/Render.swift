import Casework
public import Declaration
public import Rendering
import Storage

extension RenderTarget: ExpressibleByArgument {}
extension SourceForm: ExpressibleByArgument {}

/// Renders Markdown to what a destination takes, or what a destination holds to Markdown.
public struct Render: WorkspaceOperation {
  /// What is rendered.
  @Argument(
    help: ArgumentHelp(
      "A file, a case, or - for standard input; with --batch a directory.", valueName: "record"),
    completion: .file)
  public var record: String?

  /// Where a batch goes.
  @Argument(
    help: ArgumentHelp("With --batch: where the files go.", valueName: "directory"), completion: .directory)
  public var directory: String?

  /// The format.
  @Option(help: ArgumentHelp("What to render to.", valueName: "target"))
  public var to: RenderTarget

  /// What the text is written in.
  @Option(help: ArgumentHelp("What the text is written in.", valueName: "form"))
  public var from: SourceForm = .markdown

  /// Where relative addresses begin.
  @Option(
    help: ArgumentHelp("Take relative links from here.", valueName: "url"))
  public var baseURL: String?

  /// Whether only the content is wanted.
  @Flag(help: "With html: only what stands within the page, to be put into another.")
  public var fragment = false

  /// The language of a page.
  @Option(
    help: ArgumentHelp("With html: the language the text is in, en where nothing is said.", valueName: "tag"))
  public var lang: String?

  /// Whether to shorten logs.
  @Flag(help: "With adf, jira and github: shorten logs until the text fits into a comment.")
  public var fit = false

  /// Whether to list changes.
  @Flag(help: "List on standard error what had to change its form, and why.")
  public var explain = false

  /// Whether a directory is rendered.
  @Flag(
    help:
      "Render every .md below a directory into another, under the same names; with --from adf every .json.")
  public var batch = false

  /// Whether texts are parted by NULs.
  @Flag(help: "Read texts from standard input, each ended by a NUL, and write their renderings so.")
  public var null = false

  /// What people are told of the operation.
  public static let configuration = OperationConfiguration(
    name: "render",
    abstract: "Render Markdown to what a destination takes, or back from it, and print it.",
    discussion: """
      The text is a record or any other Markdown, of CommonMark with GitHub's extensions. The target adf is Atlassian \
      Document Format, which comments of Jira Cloud and pages of Confluence Cloud are made of; it is always valid. The \
      target confluence is Confluence storage format, which pages of a wiki are made of; it is always well-formed. The \
      target html is a page that needs nothing but itself, in which nothing of the source is markup or a program. The \
      target text is plain text for letters and commit messages, 72 columns wide. The target jira is the wiki markup \
      of Jira Data Center, in which words that it would take for markup are escaped. The target github is Markdown for \
      a pull request, an issue or a comment, in which nothing notifies anybody or closes anything.

      With --from adf the text is the JSON of a document of Atlassian Document Format, or of what an API answers and a \
      document is in: a comment, an issue, a page. --to markdown prints it as Markdown, and every other target renders \
      that Markdown, which is also what --explain counts lines in. What is not known becomes its visible text.

      All visible text is kept in order. What has another form than in Markdown is listed by --explain, with its place \
      and the name of the rule; docs/adf.md and docs/rendering.md tell them all. In JSON the changes of a single text are \
      always there. Nothing is sent anywhere.

      A record is named by its case or by its file. The same text gives the same bytes every time.
      """,
    examples: [
      .init("postmortem render RILL-142 --to adf", "The record of a case, as the body of a comment."),
      .init(
        "postmortem render notes.md --to adf --explain >notes.json", "Any Markdown; what changed its form?"),
      .init("postmortem render RILL-142 --to confluence >RILL-142.xml", "The body of a page of Confluence."),
      .init("postmortem render --to adf --batch docs out", "A whole directory."),
      .init(
        "postmortem render RILL-142 --to html >RILL-142.html", "A page for people without the repository."),
      .init("postmortem render RILL-142 --to jira --fit", "The record as a comment of Jira Data Center."),
      .init(
        "postmortem render RILL-142 --to github --fit | gh pr comment 67 --body-file -",
        "A comment on a pull request."),
      .init("postmortem render comment.json --from adf --to markdown", "A comment of Jira, to be read."),
    ],
    exitStatuses: [
      .succeeded: "rendered", .failed: "there is no such text, or it cannot be read", .usage: "wrong usage",
    ])

  /// The fields as declared.
  public init() {}

  /// Renders.
  ///
  /// - Throws: errors of the rooms below; `Failure` puts them into words.
  public func run(in workspace: Workspace) throws -> RenderReport {
    try checkFlags()
    return switch (record, directory, batch, null) {
    case (let input?, let output?, true, false): try renderAll(from: input, to: output, in: workspace)
    case (nil, nil, false, true): try renderParts(in: workspace)
    case (let name?, nil, false, false): try renderOne(name, in: workspace)
    default: throw UsageError.notWhatIsRendered
    }
  }

  /// A flag that would do nothing is refused: whoever gives it expects something of it.
  private func checkFlags() throws(UsageError) {
    let flags: [(name: String, isGiven: Bool, targets: [RenderTarget])] = [
      ("--fragment", fragment, [.html]), ("--lang", lang != nil, [.html]),
      ("--fit", fit, [.adf, .github, .jira]),
      ("--base-url", baseURL != nil, RenderTarget.allCases.filter { $0 != .text && $0 != .markdown }),
    ]
    if to == .markdown, from == .markdown { throw .markdownAlready }
    for flag in flags where flag.isGiven && !flag.targets.contains(to) {
      throw .notForTarget(flag: flag.name, target: to.rawValue, targets: flag.targets.map(\.rawValue))
    }
  }

  private func renderOne(_ name: String, in workspace: Workspace) throws -> RenderReport {
    let source = try RenderSource(name, in: workspace)
    var report = RenderReport(target: to, isExplained: explain)
    var options = try options(in: workspace)
    options.whole = source.whole ?? options.whole
    let rendering = try to.render(markdown(of: source.text, named: source.name), options: options)
    report.warnings = rendering.excesses
    report.addChanges(rendering, of: source.name)
    report.text = RenderedText(bytes: rendering.bytes + [0x0A])
    return report
  }

  /// A text as Markdown.
  ///
  /// - Throws: `UnreadableADF`.
  private func markdown(of text: [UInt8], named name: String) throws(UnreadableADF) -> [UInt8] {
    do { return try from.markdown(of: text) } catch { throw UnreadableADF(name: name, fault: error) }
  }

  private func options(in workspace: Workspace) throws -> RenderingOptions {
    var options = try RenderingOptions(baseURL: baseURL, in: workspace)
    options.fits = fit
    options.isFragment = fragment
    options.language = lang ?? options.language
    return options
  }

  private func renderParts(in workspace: Workspace) throws -> RenderReport {
    var report = RenderReport(target: to, isExplained: explain)
    let options = try options(in: workspace)
    KeptMemory.keep()
    var text: [UInt8] = []
    // Room that is taken as it is written, rather than copied each time that there is too little.
    text.reserveCapacity(Self.roomForParts)
    var input = try NullEndedTexts(of: RenderSource.standardInput)
    var count = 0
    while let part = try input.next() {
      count += 1
      let name = "text \(count)"
      let rendering = try to.render(markdown(of: part, named: name), options: options)
      text += rendering.bytes
      text.append(0)
      if explain { report.addChanges(rendering, of: name) }
    }
    report.text = RenderedText(bytes: text)
    return report
  }

  private static let roomForParts = 1 << 25

  private func renderAll(from input: String, to output: String, in workspace: Workspace) throws
    -> RenderReport
  {
    var report = RenderReport(target: to, isExplained: explain)
    let source = Path.absolute(input, from: workspace.directory)
    let target = Path.absolute(output, from: workspace.directory)
    let options = try options(in: workspace)
    KeptMemory.keep()
    var outputs: [String] = []
    var directories: Set<String> = []
    let ending = ".\(from.fileExtension)"
    for name in try FileTree.files(endingIn: ending, below: source) {
      let text = try markdown(of: FileTree.read("\(source)/\(name)"), named: name)
      let rendering = try to.render(text, options: options)
      let path = "\(target)/\(name.dropLast(ending.count)).\(to.fileExtension)"
      if directories.insert(Path.parent(path)).inserted {
        try FileTree.makeDirectory(Path.parent(path), mode: 0o755)
      }
      // Whole or not there; what can be made again is not flushed, which would take longer than all the rest.
      let file = try OpenFile(creating: "\(path).tmp", mode: 0o644, shownAs: path)
      try file.append(rendering.bytes + [0x0A])
      try file.move(to: path)
      if explain { report.addChanges(rendering, of: name) }
      outputs.append(path)
    }
    try FileTree.makeDirectory(target, mode: 0o755)
    report.outputs = outputs
    return report
  }

  /// Always 0: what cannot be rendered is an error.
  public static func exitStatus(of report: RenderReport) -> ExitStatus { .succeeded }
}
