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
  public var plain: String { spans.reduce(into: "") { $0 += $1.text } }

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
    for span in addition.spans { text.append(span.text, span.style) }
  }

  /// Appends a piece of one style.
  public mutating func append(_ piece: some StringProtocol, _ style: Style = []) {
    guard !piece.isEmpty else { return }
    if let last = spans.indices.last, spans[last].style == style {
      spans[last].text += piece
    } else {
      spans.append(Span(text: String(piece), style: style))
    }
  }

  /// The text up to its last character that is no space.
  public var droppingTrailingSpaces: StyledText {
    var result = self
    while let last = result.spans.popLast() {
      let spaces = last.text.utf8.reversed().prefix { $0 == 0x20 }.count
      guard spaces < last.text.utf8.count else { continue }
      result.append(String(decoding: last.text.utf8.dropLast(spaces), as: UTF8.self), last.style)
      break
    }
    return result
  }
}
