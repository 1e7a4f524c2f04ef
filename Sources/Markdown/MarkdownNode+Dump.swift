extension MarkdownNode {
  /// The tree as one line of nested parentheses, made to be compared in tests.
  ///
  /// With `ranges`, each node names the bytes it was read from: `(strong@2..<7 "a"@4..<5)`.
  public func dump(ranges: Bool = false) -> String {
    var output = ""
    for event in events {
      switch event {
      case .enter(let node):
        if !output.isEmpty, node.index != index { output += " " }
        let place = ranges ? "@" + (node.range.map { "\($0.lowerBound)..<\($0.upperBound)" } ?? "?") : ""
        output += node.kind == .text ? quoted(node.literal) + place : "(" + node.label + place
        if node.kind != .text, !node.literal.isEmpty { output += " " + quoted(node.literal) }
      case .leave(let node):
        if node.kind != .text { output += ")" }
      }
    }
    return output
  }

  private var label: String {
    switch kind {
    case .document: "document"
    case .paragraph: "paragraph"
    case .heading(let level): "heading \(level)"
    case .list(let list): list.label
    case .item(nil): "item"
    case .item(.open?): "item [ ]"
    case .item(.done?): "item [x]"
    case .codeBlock(_, fenced: false): "codeBlock indented"
    case .codeBlock(let info, fenced: true): "codeBlock " + quoted(info)
    case .blockQuote: "blockQuote"
    case .thematicBreak: "thematicBreak"
    case .htmlBlock: "htmlBlock"
    case .table(let alignments): "table " + alignments.map(\.sign).joined(separator: "|")
    case .tableRow(isHeader: true): "header"
    case .tableRow(isHeader: false): "row"
    case .tableCell: "cell"
    case .text: "text"
    case .softBreak: "softBreak"
    case .hardBreak: "hardBreak"
    case .code: "code"
    case .emphasis: "emphasis"
    case .strong: "strong"
    case .strikethrough: "strikethrough"
    case .link(let url, let title): "link " + quoted(url) + (title.isEmpty ? "" : " " + quoted(title))
    case .image(let url, let title): "image " + quoted(url) + (title.isEmpty ? "" : " " + quoted(title))
    case .htmlInline: "htmlInline"
    case .footnoteReference(let number): "footnoteReference \(number)"
    case .footnoteDefinition(let number): "footnoteDefinition \(number)"
    }
  }
}

extension MarkdownList {
  fileprivate var label: String {
    let setting = isTight ? "tight" : "loose"
    guard let start else { return "list \(setting)" }
    return "list \(start)\(delimiter == .parenthesis ? ")" : ".") \(setting)"
  }
}

extension ColumnAlignment {
  fileprivate var sign: String {
    switch self {
    case .automatic: "-"
    case .left: ":-"
    case .center: ":-:"
    case .right: "-:"
    }
  }
}

private func quoted(_ text: String) -> String {
  var output = "\""
  for scalar in text.unicodeScalars {
    switch scalar {
    case "\n": output += "\\n"
    case "\r": output += "\\r"
    case "\t": output += "\\t"
    case "\"": output += "\\\""
    case "\\": output += "\\\\"
    default: output.unicodeScalars.append(scalar)
    }
  }
  return output + "\""
}
