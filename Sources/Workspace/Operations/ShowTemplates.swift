public import Declaration
import Record
import Storage
import Templates

/// Shows and checks the templates of sections.
public struct ShowTemplates: WorkspaceOperation {
  /// The section.
  @Argument(help: ArgumentHelp("A section, to print its template: root-cause.", valueName: "section"))
  public var section: String?

  /// Whether to list the names.
  @Flag(help: "List the names that templates may use.")
  public var names = false

  /// What people are told of the operation.
  public static let configuration = OperationConfiguration(
    name: "templates",
    abstract: "Show the templates that sections are drafted from, and check those of the team.",
    discussion: """
      A file .postmortem/templates/SECTION.md takes the place of the tool's own template of that section. Its tags are \
      those of Mustache: {{name}} puts a fact in, {{#name}}…{{/name}} is shown where there is one (once for each \
      element of a list), {{^name}}…{{/name}} where there is none. A name that is not known is an error, with its \
      place. Outside of a repository only the tool's own are there. docs/templates.md tells more.
      """,
    examples: [
      .init("postmortem templates", "Which are there, and are they in order?"),
      .init("postmortem templates summary > .postmortem/templates/summary.md", "Begin with the tool's own."),
      .init("postmortem templates --names", "What may stand between the braces?"),
    ],
    exitStatuses: [
      .succeeded: "all are in order", .failed: "one of the team's is not", .usage: "no such section",
    ])

  /// The fields as declared.
  public init() {}

  /// Reads them.
  ///
  /// - Throws: errors of the rooms below; `Failure` puts them into words.
  public func run(in workspace: Workspace) throws -> TemplateList {
    var list = TemplateList()
    if names {
      list.names = RecordNames.all.map { TemplateList.Name($0) }
      return list
    }
    let files = try ProjectFiles.around(workspace)
    let own = try files?.ownTemplates() ?? [:]
    if let section {
      let known = SectionTemplates.files
      let wanted = section.hasSuffix(".md") ? section : "\(section).md"
      guard
        let (name, kind) = known.first(where: {
          $0.name == wanted || $0.kind == SectionKind(heading: section)
        })
      else { throw UnknownSection(name: section, known: known.map { String($0.name.dropLast(3)) }) }
      let bytes = own[kind]?.text ?? Array((SectionTemplates.text(of: kind) ?? "").utf8)
      list.sections = [TemplateList.Section(name, kind, isOwn: own[kind] != nil)]
      list.text = String(decoding: bytes, as: UTF8.self)
      list.bytes = bytes
      return list
    }
    _ = try files?.templates()
    list.sections = SectionTemplates.files.map {
      TemplateList.Section($0.name, $0.kind, isOwn: own[$0.kind] != nil)
    }
    return list
  }

  /// Always 0: what is not in order is an error.
  public static func exitStatus(of list: TemplateList) -> ExitStatus { .succeeded }
}

/// The templates of sections, or the names for them.
public struct TemplateList: Sendable, Encodable {
  /// The templates.
  public var sections: [Section] = []

  /// The text of the one that was asked for.
  public var text: String?

  /// What its file holds.
  public var bytes: [UInt8]?

  /// The names that templates may use.
  public var names: [Name] = []

  private enum CodingKeys: CodingKey {
    case sections, text, names
  }

  /// The template of a section.
  public struct Section: Sendable, Encodable {
    /// The name of the file that overrides it.
    public var file: String

    /// The heading of the section.
    public var section: String

    /// Whether the team has one of its own.
    public var isOwn: Bool

    init(_ name: String, _ kind: SectionKind, isOwn: Bool) {
      file = "\(ProjectFiles.templateDirectory)/\(name)"
      section = kind.heading
      self.isOwn = isOwn
    }
  }

  /// A name.
  public struct Name: Sendable, Encodable {
    /// The name.
    public var name: String

    /// "text", "flag" or "list".
    public var kind: String

    /// What it stands for.
    public var help: String

    /// The names that elements of a list have.
    public var elements: [Name]?

    init(_ name: TemplateName) {
      self.name = name.name
      help = name.help
      switch name.kind {
      case .text: kind = "text"
      case .flag: kind = "flag"
      case .list(let names):
        kind = "list"
        elements = names.map { Name($0) }
      }
    }
  }
}

/// No section of that name has a template.
struct UnknownSection: Error {
  var name: String
  var known: [String]
}
