/// Wiki markup of Jira as plain text: what is marked stays, the marks go where they are plainly marks.
///
/// Code and preformatted blocks keep every sign. What could be a mark or a sign, such as `*` and `_`, stays as it is
/// written. https://jira.atlassian.com/secure/WikiRendererHelpAction.jspa?section=all
public struct JiraMarkupText: Sendable {
  /// The text.
  public let text: String

  /// Reads a body.
  public init(_ markup: String) {
    var lines: [String] = []
    var block: String?
    for line in markup.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline) {
      Self.read(line, &block, into: &lines)
    }
    text = lines.joined(separator: "\n")
  }

  /// Blocks in which nothing is a mark but their end.
  private static let verbatim: Set<String> = ["code", "noformat"]

  /// Blocks and spans whose marks go, and whose content is read on.
  private static let transparent: Set<String> = ["quote", "panel", "color"]

  private static func read(_ line: Substring, _ block: inout String?, into lines: inout [String]) {
    var result = ""
    var rest = block == nil ? heading(line) : line
    // A line that held nothing but marks is none.
    var hadMarks = false
    while let open = rest.firstIndex(of: "{") {
      guard let (name, end) = macro(rest[open...]) else {
        let next = rest.index(after: open)
        if block == nil, rest[next...].hasPrefix("{"), let close = rest[next...].firstRange(of: "}}") {
          result += links(rest[..<open]) + rest[rest.index(after: next)..<close.lowerBound]
          rest = rest[close.upperBound...]
        } else {
          result += block == nil ? links(rest[..<next]) : String(rest[..<next])
          rest = rest[next...]
        }
        continue
      }
      let isMark = block.map { $0 == name } ?? (verbatim.contains(name) || transparent.contains(name))
      result += block == nil ? links(rest[..<open]) : String(rest[..<open])
      if isMark {
        hadMarks = true
        if verbatim.contains(name) { block = block == nil ? name : nil }
      } else {
        result += rest[open..<end]
      }
      rest = rest[end...]
    }
    result += block == nil ? links(rest) : String(rest)
    if !hadMarks || result.contains(where: { !$0.isWhitespace }) { lines.append(result) }
  }

  /// The macro that begins here: its name, and where it ends.
  private static func macro(_ text: Substring) -> (name: String, end: Substring.Index)? {
    guard let close = text.firstIndex(of: "}") else { return nil }
    let name = text[text.index(after: text.startIndex)..<close].prefix { $0 != ":" }
    guard verbatim.contains(String(name)) || transparent.contains(String(name)) else { return nil }
    return (String(name), text.index(after: close))
  }

  /// A line without the mark of a heading, `h2.`, at its beginning.
  private static func heading(_ line: Substring) -> Substring {
    let head = Array(line.utf8.prefix(4))
    guard head.count == 4, head[0] == UInt8(ascii: "h"), (0x31...0x36).contains(head[1]),
      head[2] == UInt8(ascii: "."), head[3] == UInt8(ascii: " ")
    else { return line }
    return line.dropFirst(4)
  }

  /// A text in which "[words|address]" is "words (address)", and "[address]" the address.
  private static func links(_ text: Substring) -> String {
    var result = ""
    var rest = text
    while let open = rest.firstIndex(of: "["), let close = rest[open...].firstIndex(of: "]") {
      let inner = rest[rest.index(after: open)..<close]
      let parts = inner.split(separator: "|", omittingEmptySubsequences: false)
      let isAddress = { (part: Substring) in part.contains("://") || part.hasPrefix("mailto:") }
      result += rest[..<open]
      if parts.count > 1, isAddress(parts[1]) {
        result += "\(parts[0]) (\(parts[1]))"
      } else if parts.count == 1, isAddress(inner) {
        result += inner
      } else {
        result += rest[open...close]
      }
      rest = rest[rest.index(after: close)...]
    }
    return result + rest
  }
}
