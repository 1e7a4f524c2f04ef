public import Declaration

/// The front door: a tool's name and operations, and how its command line is read.
public struct CommandLineTool: Sendable {
  /// The name of the program.
  public let name: String
  /// One sentence on what the tool is for.
  public let abstract: String
  /// The version as text.
  public let version: String
  /// The day of the version, such as `2026-11-25`, for manual pages; empty where it is not known.
  public let date: String
  /// All operations, in the order in which help lists them; the tool's own come last.
  public let operations: [any Operation.Type]
  /// The first words of operations of two, where they are no operations themselves.
  public let groups: [OperationGroup]

  /// Makes a tool of its operations; `help`, `completions` and `manual` come with it.
  public init(
    name: String, abstract: String, version: String, date: String = "", operations: [any Operation.Type],
    groups: [OperationGroup] = []
  ) {
    self.name = name
    self.abstract = abstract
    self.version = version
    self.date = date
    self.groups = groups
    self.operations = operations + [HelpOperation.self, CompletionsOperation.self, ManualOperation.self]
  }

  /// The operations that people are told of.
  var shownOperations: [any Operation.Type] {
    operations.filter { !$0.configuration.isHidden }
  }
}
