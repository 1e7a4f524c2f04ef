import Markdown
public import Rendering

/// What was rendered.
public struct RenderReport: Sendable, Encodable {
  /// Something that could not keep its form.
  public struct Change: Sendable, Encodable {
    /// The file or case it stands in.
    public var source: String

    /// Its line, counted from 1.
    public var line: Int

    /// Its byte in the line, counted from 1.
    public var column: Int

    /// The rule's name.
    public var rule: String

    /// What became of it.
    public var sentence: String
  }

  /// The name and version of this document's format.
  public var schema = "postmortem/render/1"

  /// The format.
  public var target: RenderTarget

  /// The text as it is to be sent; nil where files were written.
  public var text: RenderedText?

  /// The files that were written.
  public var outputs: [String]?

  /// What had to change its form; of many texts it is told only where that is asked for.
  public var changes: [Change] = []

  /// How it goes beyond what its destination takes, in sentences; only where one text is rendered.
  public var warnings: [String] = []

  /// Whether the person asked for the changes.
  public var isExplained: Bool

  private enum CodingKeys: String, CodingKey {
    case schema, target, text, outputs, changes, warnings
  }

  init(target: RenderTarget, isExplained: Bool) {
    self.target = target
    self.isExplained = isExplained
  }

  /// Takes over the changes of a rendering.
  mutating func addChanges(_ rendering: Rendering, of source: String) {
    changes += rendering.changes.map {
      Change(
        source: source, line: $0.position.line, column: $0.position.column, rule: $0.rule,
        sentence: $0.sentence)
    }
  }
}

/// Text that was rendered; in JSON a string.
public struct RenderedText: Sendable, Encodable {
  /// The text.
  public var bytes: [UInt8]

  /// Writes it as a string.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(String(decoding: bytes, as: UTF8.self))
  }
}
