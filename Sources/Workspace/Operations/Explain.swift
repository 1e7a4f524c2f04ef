public import Declaration
import Record
public import Review
import Storage

/// Tells what a rule is for.
public struct Explain: WorkspaceOperation {
  /// The rule.
  @Argument(help: ArgumentHelp("A rule; without one, all are listed.", valueName: "rule"))
  public var rule: String?

  /// Whether Markdown is wanted.
  @Flag(help: "Print Markdown: how docs/rules.md is made.")
  public var markdown = false

  /// What people are told of the operation.
  public static let configuration = OperationConfiguration(
    name: "explain",
    abstract: "Tell what a rule of the review finds, why, and how to turn it off.",
    discussion: "The rules are those that `postmortem check` holds records against.",
    examples: [
      .init("postmortem explain", "All rules, a line each."),
      .init("postmortem explain cause-mechanism", "The page of one."),
    ],
    exitStatuses: [.succeeded: "told", .usage: "there is no such rule"])

  /// The fields as declared.
  public init() {}

  /// Looks it up.
  ///
  /// - Throws: `UnknownRule`.
  public func run(in workspace: Workspace) throws -> RulePages {
    // A file of the team's that cannot be read keeps nobody from the tool's own pages.
    if let id = rule, let rule = RuleCatalogue.builtIn.rule(id) {
      return RulePages(rules: [rule], isList: false, isMarkdown: markdown)
    }
    let catalogue = try ProjectFiles.around(workspace)?.review().catalogue ?? .builtIn
    guard let id = rule else { return RulePages(rules: catalogue.all, isList: true, isMarkdown: markdown) }
    guard let rule = catalogue.rule(id) else { throw UnknownRule(id: id, nearest: catalogue.nearest(to: id)) }
    return RulePages(rules: [rule], isList: false, isMarkdown: markdown)
  }

  /// Always 0: a rule that does not exist is an error.
  public static func exitStatus(of pages: RulePages) -> ExitStatus { .succeeded }
}

/// What rules are for.
public struct RulePages: Sendable, Encodable {
  /// The rules.
  public var rules: [ReviewRule]

  /// Whether a line each is enough.
  public var isList: Bool

  /// Whether Markdown is wanted.
  public var isMarkdown: Bool

  /// Those of all rules of the tool's own, with the list before them, as docs/rules.md has them.
  public static let all = RulePages(rules: RuleCatalogue.builtIn.all, isList: true, isMarkdown: true)

  private enum CodingKeys: CodingKey {
    case rules
  }

  /// The pages as Markdown; with the list before them where they are all.
  public var markdown: String {
    guard isList else { return rules.map(\.page).joined(separator: "\n") }
    var text = """
      # The rules of the review

      `postmortem check` holds records against these. This page is made by `postmortem explain --markdown`.

      | rule | looks at | weighs | finds |
      |---|---|---|---|

      """
    for rule in rules {
      text +=
        "| [`\(rule.id)`](#\(rule.id)) | \(rule.family.rawValue) | \(rule.severity.rawValue) | \(rule.title) |\n"
    }
    return text + "\n" + Self.settings + "\n" + rules.map(\.page).joined(separator: "\n")
  }

  private static let settings = """
    ## Weighing and allowing

    A project weighs rules in `.postmortem/config.yaml`, for all records or by path; the last pattern that matches decides.
    `*` stands for anything within a name, `**` for any number of directories. A team adds rules of its own, with a dot in
    their names: [team-rules.md](team-rules.md).

    ```yaml
    review:
      rules:
        unknown-section: off
        summary-alone: error
      paths:
        - path: docs/postmortems/2019/
          rules:
            symptom-verbatim: warning
    ```

    One finding is allowed where it stands, with a reason; an allowance without one, for no rule, or that matches nothing any
    more is a finding itself. It covers the paragraph it stands in, or the block below it: below the heading's line the whole
    section, above the first section the whole record.

    ```markdown
    <!-- postmortem: allow fix-reason the pull request tells it at length -->
    ```

    Errors that nobody allows keep a record from being posted, and make `check` end with exit status 8; `--fail-on` sets
    another threshold.

    ## In continuous integration

    ```yaml
    - run: postmortem check --format github --fail-on warning
    ```

    annotates the lines of a pull request on GitHub. For code scanning, write SARIF and upload it:

    ```yaml
    - run: postmortem check --format sarif >findings.sarif
    - uses: github/codeql-action/upload-sarif@v3
      if: always()
      with: {sarif_file: findings.sarif}
    ```

    `--format junit` and `--format checkstyle` serve other servers. Columns count Unicode characters (scalars) from 1.

    """
}

extension ReviewRule: Encodable {
  private enum CodingKeys: CodingKey {
    case id, family, severity, title, reason, scene, bad, good, source
  }

  /// Writes what its page tells.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(id, forKey: .id)
    try container.encode(family, forKey: .family)
    try container.encode(severity, forKey: .severity)
    try container.encode(title, forKey: .title)
    try container.encode(reason, forKey: .reason)
    try container.encodeIfPresent(scene, forKey: .scene)
    try container.encode(bad.map(\.text), forKey: .bad)
    try container.encode(good.map(\.text), forKey: .good)
    try container.encodeIfPresent(source, forKey: .source)
  }
}

/// A rule that does not exist.
struct UnknownRule: Error {
  var id: String

  /// The id that it was meant to be.
  var nearest: String?
}

extension ReviewRule {
  /// Its page as Markdown.
  fileprivate var page: String {
    var text = "## \(id)\n\nFinds \(title). (\(family.rawValue), \(severity.rawValue))\n\n\(reason)\n"
    if let scene { text += "\n\(scene)\n" }
    for (name, examples) in [("Found", bad), ("Left alone", good)] where !examples.isEmpty {
      text += "\n\(name):\n"
      for example in examples {
        let body = example.section.map { "## \($0.heading)\n\n\(example.text)" } ?? example.text
        text += "\n~~~markdown\n\(body)\(body.hasSuffix("\n") ? "" : "\n")~~~\n"
      }
    }
    return text
  }
}
