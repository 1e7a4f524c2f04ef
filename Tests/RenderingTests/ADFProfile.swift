import Scratch

/// The strict profile of ADF that every rendering holds to: what Atlassian's full schema lets stand in what, and what
/// its documentation asks for beyond the schema.
enum ADFProfile {
  /// All that is wrong with a document; nothing where it is valid.
  static func faults(in document: JSONValue) -> [String] {
    var check = Check()
    if document["type"].text != "doc" || document["version"].integer != 1 {
      check.faults.append("no document")
    }
    check.children(of: document, type: "doc")
    return check.faults
  }

  private static let inline: Set<String> = ["text", "hardBreak", "status"]

  private static let children: [String: Set<String>] = {
    let list: Set<String> = ["bulletList", "orderedList", "taskList"]
    let root = list.union([
      "paragraph", "heading", "codeBlock", "blockquote", "rule", "table", "panel", "expand",
    ])
    return [
      "doc": root, "expand": root.subtracting(["expand"]),
      "panel": list.union(["paragraph", "heading", "codeBlock", "rule"]),
      "blockquote": ["paragraph", "bulletList", "orderedList", "codeBlock"],
      "listItem": list.union(["paragraph", "codeBlock"]), "bulletList": ["listItem"],
      "orderedList": ["listItem"], "taskList": ["taskItem", "taskList"], "table": ["tableRow"],
      "tableRow": ["tableCell", "tableHeader"], "tableCell": ["paragraph"], "tableHeader": ["paragraph"],
      "paragraph": inline, "heading": inline, "taskItem": inline, "codeBlock": ["text"],
    ]
  }()

  private static let mayBeEmpty: Set<String> = ["doc", "paragraph", "heading", "taskItem", "codeBlock"]

  private struct Check {
    var faults: [String] = []
    var names: Set<String> = []

    mutating func children(of node: JSONValue, type: String, depth: Int = 0) {
      let children = node["content"].elements
      guard depth < 100 else { return faults.append("nested deeper than 100") }
      if children.isEmpty, !ADFProfile.mayBeEmpty.contains(type) { faults.append("\(type) is empty") }
      for child in children {
        guard let kind = child["type"].text else {
          faults.append("a node without a type in \(type)")
          continue
        }
        if ADFProfile.children[type]?.contains(kind) != true { faults.append("\(kind) in \(type)") }
        kind == "text" ? text(child, in: type) : attributes(of: child, kind, in: type)
        if ADFProfile.children[kind] != nil { self.children(of: child, type: kind, depth: depth + 1) }
      }
      let first = children.first?["type"].text
      if type == "listItem", first != "paragraph", first != "codeBlock" {
        faults.append("an item begins wrongly")
      }
      if type == "taskList", first != "taskItem" { faults.append("a list of tasks begins wrongly") }
      if type == "table", Set(children.map { $0["content"].elements.count }).count > 1 {
        faults.append("rows of unequal length")
      }
    }

    private mutating func attributes(of node: JSONValue, _ type: String, in parent: String) {
      let attributes = node["attrs"]
      let isRight =
        switch type {
        case "heading": (1...6).contains(attributes["level"].integer ?? 0)
        case "orderedList": attributes == .null || (attributes["order"].integer ?? -1) >= 0
        case "codeBlock": attributes == .null || attributes["language"].text?.isEmpty == false
        case "panel":
          ["info", "note", "success", "warning", "error"].contains(attributes["panelType"].text ?? "")
        case "expand": attributes["title"].text != nil
        case "status": attributes["text"].text?.isEmpty == false && attributes["color"].text != nil
        case "taskItem": ["TODO", "DONE"].contains(attributes["state"].text ?? "")
        default: true
        }
      if !isRight { faults.append("\(type) has wrong attributes") }
      if type == "taskList" || type == "taskItem" {
        let name = attributes["localId"].text ?? ""
        if name.isEmpty || !names.insert(name).inserted { faults.append("\(type) is named “\(name)”") }
      }
      if node["marks"] != .null, parent != "tableCell" && parent != "tableHeader" {
        faults.append("marks on \(type)")
      }
    }

    private mutating func text(_ node: JSONValue, in parent: String) {
      let text = node["text"].text ?? ""
      if text.isEmpty { faults.append("empty text in \(parent)") }
      if text.unicodeScalars.contains(where: { $0.value < 0x20 && !"\n\t\r".unicodeScalars.contains($0) }) {
        faults.append("control character")
      }
      let marks = node["marks"].elements.map { $0["type"].text ?? "" }
      if Set(marks).count < marks.count { faults.append("the same mark twice") }
      if marks.contains("code"), !Set(marks).isSubset(of: ["code", "link"]) {
        faults.append("code with \(marks)")
      }
      if !Set(marks).isSubset(of: ["code", "em", "link", "strike", "strong"]) {
        faults.append("unknown mark")
      }
      if parent == "codeBlock", !marks.isEmpty { faults.append("marks in code") }
      for mark in node["marks"].elements where mark["type"].text == "link" {
        if mark["attrs"]["href"].text?.isEmpty != false { faults.append("a link without address") }
        if mark["attrs"]["title"].text?.isEmpty == true { faults.append("an empty title") }
      }
    }
  }
}
