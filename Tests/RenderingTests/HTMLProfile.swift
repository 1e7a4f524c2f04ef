/// What a page of ours says, read back, and where it breaks the rules that we keep.
///
/// It knows only what we write: tags in lower case, values between double quotes, `&`, `<`, `>` and `"` as entities.
struct HTMLProfile {
  private(set) var text = ""
  private(set) var faults: [String] = []
  private var open: [String] = []
  private var ids: Set<Substring> = []

  private static let void: Set<String> = ["br", "hr", "input"]
  private static let known: Set<String> = [
    "a", "aside", "blockquote", "br", "code", "del", "details", "div", "em", "h1", "h2", "h3", "h4", "h5",
    "h6",
    "hr", "input", "li", "ol", "p", "pre", "section", "span", "strong", "summary", "sup", "table", "tbody",
    "td",
    "th", "thead", "tr", "ul",
  ]
  /// What may not stand in a paragraph or a heading.
  private static let blocks: Set<String> = [
    "aside", "blockquote", "details", "div", "h1", "h2", "h3", "h4", "h5", "h6", "hr", "li", "ol", "p", "pre",
    "section", "table", "ul",
  ]

  init(_ bytes: [UInt8]) {
    var rest = String(decoding: bytes, as: UTF8.self)[...]
    while let next = rest.firstIndex(of: "<") {
      add(rest[..<next])
      guard let end = rest[next...].firstIndex(of: ">") else {
        faults.append("an open tag")
        return
      }
      take(rest[rest.index(after: next)..<end])
      rest = rest[rest.index(after: end)...]
    }
    add(rest)
    if !open.isEmpty { faults.append("open at the end: \(open)") }
  }

  private mutating func add(_ words: Substring) {
    if words.contains(">") || words.contains("\"") { faults.append("bare: \(words)") }
    text += words.replacing("&lt;", with: "<").replacing("&gt;", with: ">").replacing("&quot;", with: "\"")
      .replacing("&amp;", with: "&")
  }

  private mutating func take(_ tag: Substring) {
    if tag.first == "/" {
      if open.popLast() != String(tag.dropFirst()) { faults.append("ends what is not open: \(tag)") }
      return
    }
    let name = String(tag.prefix { $0 != " " })
    if !Self.known.contains(name) { faults.append("unknown: \(tag)") }
    if name == "a", open.contains("a") { faults.append("a link in a link") }
    let isInProse = open.contains { $0 == "p" || ($0.first == "h" && $0 != "hr") }
    if Self.blocks.contains(name), isInProse, open.last != "summary" { faults.append("\(name) in prose") }
    if name == "a", !tag.contains(" rel=\"noopener\"") { faults.append("no rel: \(tag)") }
    if let start = tag.firstRange(of: " id=\"")?.upperBound {
      let id = tag[start...].prefix { $0 != "\"" }
      if id.isEmpty || id.contains(" ") || !ids.insert(id).inserted { faults.append("id: \(id)") }
    }
    if !Self.void.contains(name) { open.append(name) }
  }
}
