/// A YAML text with one document in it, parsed, that can be edited without harm to its layout.
///
/// Every scalar is a text, except nothing: what YAML programs take for numbers, dates or booleans is not
/// guessed at. Anchors, aliases, tags and directives are refused, for files that people read do without.
public struct YAMLDocument: Sendable {
  /// What the document says.
  public let root: YAMLNode

  let source: SourceText

  /// Parses a text.
  ///
  /// - Parameters:
  ///   - text: The bytes of a file or of a part of one.
  ///   - name: The file's name, for errors.
  ///   - firstLine: The number of the text's first line in the file.
  /// - Throws: `YAMLError` where the text is no document for us.
  public init(text: [UInt8], name: String, firstLine: Int = 1) throws(YAMLError) {
    source = SourceText(bytes: text, name: name, firstLine: firstLine)
    try source.check()
    root = try TreeBuilder(source).root()
  }

  /// Parses a text.
  ///
  /// - Throws: `YAMLError` where the text is no document for us.
  public init(text: String, name: String, firstLine: Int = 1) throws(YAMLError) {
    try self.init(text: Array(text.utf8), name: name, firstLine: firstLine)
  }

  /// The file's name.
  public var name: String { source.name }

  /// The whole text.
  public var bytes: [UInt8] { source.bytes }

  /// The whole text.
  public var text: String { String(decoding: source.bytes, as: UTF8.self) }
}
