import Rendering

/// What a page of Confluence storage format says, read back by an XML parser, and where it breaks the rules we keep.
struct ConfluenceProfile {
  /// What a reader sees, as it follows.
  private(set) var text = ""
  private(set) var faults: [String] = []

  private struct Element {
    var name: String
    var attributes: [String: String] = [:]

    /// The elements in it so far; a parameter by its name, as `title=`.
    var children: [String] = []
    /// Whether a paragraph has any words.
    var hasText = false

    /// How many cells each row of a table has.
    var rows: Set<Int> = []
  }

  private var open: [Element] = []
  private var anchors: Set<String> = []
  private var tasks: Set<String> = []
  private var targets: [String] = []

  init(_ bytes: [UInt8]) throws {
    let root =
      #"<page xmlns:ac="http://atlassian.com/content" xmlns:ri="http://atlassian.com/resource/identifier">"#
    for event in try XMLEvents.of(Array(root.utf8) + bytes + Array("</page>".utf8)) {
      switch event {
      case .open(let name, let attributes): enter(Element(name: name, attributes: attributes))
      case .text(let words): add(words)
      case .close(let name): leave(name)
      }
    }
    for target in targets where !anchors.contains(target) { faults.append("leads nowhere: \(target)") }
  }

  // MARK: Rules

  /// What may hold what; an element that is not named here holds prose.
  private static let children: [String: Set<String>] = {
    let blocks: Set<String> = [
      "p", "h1", "h2", "h3", "h4", "h5", "h6", "hr", "ul", "ol", "blockquote", "table", "ac:task-list",
      "macro",
    ]
    return [
      "page": blocks, "ac:rich-text-body": blocks, "blockquote": blocks, "li": blocks.union(prose),
      "ul": ["li"], "ol": ["li"], "table": ["tbody"], "tbody": ["tr"], "tr": ["th", "td"],
      "th": prose.union(["p"]), "td": prose.union(["p"]), "ac:task-list": ["ac:task"],
      "ac:task": ["ac:task-id", "ac:task-status", "ac:task-body"], "ac:task-id": [], "ac:task-status": [],
      "ac:task-body": prose.union(["ac:task-list"]), "macro": ["ac:parameter", "ac:rich-text-body"],
      "ac:structured-macro": ["ac:parameter", "ac:rich-text-body", "ac:plain-text-body"], "ac:parameter": [],
      "ac:plain-text-body": [], "ac:link": ["ac:link-body"], "br": [], "hr": [], "code": [],
    ]
  }()

  private static let prose: Set<String> = [
    "a", "em", "strong", "del", "code", "sup", "br", "ac:link", "status", "anchor",
  ]

  /// Those that hold no words of their own.
  private static let wordless: Set<String> = [
    "page", "ac:rich-text-body", "blockquote", "ul", "ol", "table", "tbody", "tr", "ac:task-list", "ac:task",
    "ac:structured-macro", "ac:link", "br", "hr",
  ]

  /// What each macro holds.
  private static let macros: [String: [[String]]] = [
    "anchor": [["="]], "status": [["colour=", "title="]],
    "code": [["ac:plain-text-body"], ["language=", "ac:plain-text-body"]],
    "expand": [["title=", "ac:rich-text-body"]], "info": [["ac:rich-text-body"]],
    "tip": [["ac:rich-text-body"]], "note": [["ac:rich-text-body"]], "warning": [["ac:rich-text-body"]],
    "panel": [["ac:rich-text-body"]], "details": [["ac:rich-text-body"]],
  ]

  private static let languages: Set<String> = [
    "actionscript3", "applescript", "bash", "c#", "coldfusion", "cpp", "css", "delphi", "diff", "erl",
    "groovy", "java", "jfx", "js", "perl", "php", "powershell", "py", "ruby", "sass", "scala", "sql", "text",
    "vb", "xml", "yml",
  ]

  // MARK: Reading

  private mutating func enter(_ element: Element) {
    let macro = element.attributes["ac:name"] ?? ""
    if let parent = open.last {
      var kind = element.name
      if kind == "ac:structured-macro" { kind = ["status", "anchor"].contains(macro) ? macro : "macro" }
      if Self.children[parent.name, default: Self.prose].contains(kind) == false {
        faults.append("\(kind) in \(parent.name)")
      }
      open[open.count - 1].children.append(element.name == "ac:parameter" ? "\(macro)=" : element.name)
    }
    let isLink = element.name == "a" || element.name == "ac:link"
    if isLink, open.contains(where: { $0.name == "a" || $0.name == "ac:link" }) {
      faults.append("a link in a link")
    }
    if element.name == "a", element.attributes["href", default: ""].isEmpty {
      faults.append("a link to nothing")
    }
    if element.name == "ac:link" { targets.append(element.attributes["ac:anchor"] ?? "") }
    open.append(element)
  }

  private mutating func add(_ words: String) {
    let top = open.count - 1
    guard !words.isEmpty else { return }
    if open[top].name == "p" { open[top].hasText = true }
    if words.allSatisfy(\.isWhitespace) {
      text += words
      return
    }
    if Self.wordless.contains(open[top].name) { faults.append("words in \(open[top].name): \(words)") }
    switch (open[top].name, open[top].attributes["ac:name"]) {
    case ("ac:parameter", ""): if !anchors.insert(words).inserted { faults.append("twice: \(words)") }
    case ("ac:parameter", "language"):
      if !Self.languages.contains(words) { faults.append("unknown: \(words)") }
    case ("ac:parameter", "title"): if open[top - 1].attributes["ac:name"] == "status" { text += words }
    case ("ac:parameter", "colour"): break
    case ("ac:task-id", _): if !tasks.insert(words).inserted { faults.append("task \(words) twice") }
    case ("ac:task-status", _):
      if !["complete", "incomplete"].contains(words) { faults.append("status \(words)") }
    default: text += words
    }
  }

  private mutating func leave(_ name: String) {
    guard let element = open.popLast() else { return }
    switch name {
    case "ac:structured-macro":
      let macro = element.attributes["ac:name"] ?? ""
      if Self.macros[macro]?.contains(element.children) != true {
        faults.append("\(macro): \(element.children)")
      }
    case "ac:task":
      if element.children != ["ac:task-id", "ac:task-status", "ac:task-body"] {
        faults.append("task: \(element.children)")
      }
    case "tr": open[open.count - 1].rows.insert(element.children.count)
    case "tbody": if element.rows.count != 1 { faults.append("rows of different lengths") }
    case "ul", "ol", "ac:task-list", "ac:link": if element.children.isEmpty { faults.append("empty \(name)") }
    case "p": if element.children.isEmpty, !element.hasText { faults.append("empty p") }
    default: break
    }
  }
}
