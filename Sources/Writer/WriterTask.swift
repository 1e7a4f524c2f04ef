public import Storage

/// What a model is asked: rules that are always the same, and a document of data.
public struct WriterTask: Sendable, Equatable {
  /// What the model is to do.
  public var rules: String

  /// What it is to do that with: JSON, in which every text is data.
  public var document: JSONTree

  /// The JSON Schema of its answer.
  public var schema: JSONTree

  /// The same, which also bounds how many there may be of each, and how long they may be.
  public var boundedSchema: JSONTree

  /// A task from its parts.
  public init(rules: String, document: JSONTree, schema: JSONTree, boundedSchema: JSONTree) {
    self.rules = rules
    self.document = document
    self.schema = schema
    self.boundedSchema = boundedSchema
  }

  /// The document as it is sent.
  func text() -> String {
    String(decoding: JSONText.encode(document), as: UTF8.self)
  }
}
