/// A text with names in it that facts are put in for.
///
/// The tags are those of Mustache (https://mustache.github.io/mustache.5.html), without partials, lambdas and changed
/// delimiters: `{{name}}` puts a text in, `{{#name}}…{{/name}}` is shown where there is something, once or for each
/// element, `{{^name}}…{{/name}}` where there is nothing, `{{! … }}` is a remark. Other than there, nothing is escaped,
/// a name that is not known is an error, and blank lines that blocks leave behind are one.
public struct Template: Sendable, Equatable {
  /// A part of it.
  indirect enum Part: Sendable, Equatable {
    /// Text as it stands.
    case literal(String)

    /// A name, and whether it is put in as a sentence.
    case value(String, asSentence: Bool)

    /// What is shown where there is something, once or for each element.
    case block(String, [Part])

    /// What is shown where there is nothing.
    case inverted(String, [Part])
  }

  let parts: [Part]

  /// Reads a template, in which the names given are known.
  ///
  /// - Parameter file: what errors call it.
  /// - Throws: all that is wrong with it, each with its place.
  public init(_ text: [UInt8], file: String, names: [TemplateName]) throws(TemplateErrors) {
    var parser = TemplateParser(text, file: file, names: names)
    parts = try parser.parse()
  }

  /// The text with facts put in, without white space around it.
  public func rendered(with values: [String: TemplateValue]) -> String {
    var rendering = TemplateRendering()
    rendering.add(parts, values: values)
    return rendering.text
  }
}
