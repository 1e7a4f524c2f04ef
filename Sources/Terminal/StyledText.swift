/// Text whose pieces may be styled; whether the styles show is decided when it is rendered.
public struct StyledText: Sendable, Equatable, ExpressibleByStringInterpolation {
  struct Span: Sendable, Equatable {
    var text: String
    let style: Style
  }

  var spans: [Span]

  /// Makes text of one style.
  public init(_ text: String, _ style: Style = []) {
    spans = text.isEmpty ? [] : [Span(text: text, style: style)]
  }

  /// Makes plain text.
  public init(stringLiteral text: String) {
    self.init(text)
  }

  /// The text without its styles.
  public var plain: String { spans.map(\.text).joined() }

  /// The number of terminal columns it fills.
  public var columns: Int { plain.terminalColumns }

  /// The text with escape sequences, or plain.
  public func rendered(color: Bool) -> String {
    guard color else { return plain }
    return spans.map { $0.style.isEmpty ? $0.text : $0.style.sequence + $0.text + Style.reset }.joined()
  }

  /// The text followed by spaces up to a number of columns.
  public func padded(to columns: Int) -> StyledText {
    self + StyledText(String(repeating: " ", count: max(0, columns - self.columns)))
  }

  /// One text behind the other.
  public static func + (first: StyledText, second: StyledText) -> StyledText {
    var result = first
    result += second
    return result
  }

  /// Appends a text.
  public static func += (text: inout StyledText, addition: StyledText) {
    for span in addition.spans {
      if let last = text.spans.indices.last, text.spans[last].style == span.style {
        text.spans[last].text += span.text
      } else {
        text.spans.append(span)
      }
    }
  }
}
