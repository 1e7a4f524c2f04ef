import Scratch

/// A document of ADF on one line, short enough to be read in a table of tests: `p("a" strong"b")`.
enum ADFOutline {
  static func of(_ document: JSONValue) -> String {
    children(document)
  }

  private static let names = [
    "paragraph": "p", "bulletList": "ul", "orderedList": "ol", "listItem": "li", "taskList": "tasks",
    "taskItem": "task", "blockquote": "quote", "codeBlock": "pre", "tableRow": "tr", "tableHeader": "th",
    "tableCell": "td", "hardBreak": "br", "rule": "hr",
  ]

  private static func children(_ node: JSONValue) -> String {
    node["content"].elements.map(outline).joined(separator: " ")
  }

  private static func outline(_ node: JSONValue) -> String {
    let type = node["type"].text ?? "?"
    let marks = node["marks"].elements.map(mark).joined()
    guard type != "text" else { return marks + quoted(node["text"].text ?? "?") }
    let attributes = node["attrs"]
    var values = ["level", "order"].compactMap { attributes[$0].integer.map { "\($0)" } }
    values += ["panelType", "title", "language", "color", "text"].compactMap { attributes[$0].text }
    if attributes["state"].text == "DONE" { values.append("done") }
    let head = ([marks + (names[type] ?? type)] + values).joined(separator: ":")
    return node["content"] == .null ? head : "\(head)(\(children(node)))"
  }

  private static func mark(_ mark: JSONValue) -> String {
    let attributes = mark["attrs"]
    switch mark["type"].text {
    case "link":
      return "<\(attributes["href"].text ?? "?")\(attributes["title"].text.map { " \($0)" } ?? "")>"
    case "alignment": return "\(attributes["align"].text ?? "?")-"
    case let type: return "\(type ?? "?")"
    }
  }

  private static func quoted(_ text: String) -> String {
    "\"" + text.replacing("\n", with: "\\n") + "\""
  }
}
