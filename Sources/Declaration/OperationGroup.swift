/// Operations of two words whose first word is the same and is no operation itself.
public struct OperationGroup: Sendable {
  /// The word.
  public let name: String
  /// One sentence of at most a line, without markup, on what the operations are about.
  public let abstract: String

  /// Makes a group; the operations that belong to it have names that begin with its own.
  public init(name: String, abstract: String) {
    self.name = name
    self.abstract = abstract
  }
}
