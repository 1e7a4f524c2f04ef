import Markdown

/// The prose of one block made into ADF, without recursion.
///
/// Words that are set alike and follow each other are one text; code is set as code and, in a link, as a link.
struct ADFProse {
  private(set) var inlines: [ADFInline] = []
  private(set) var changes: [ADFChange] = []

  private let base: String?

  /// How deep emphasis, strong and struck words stand in each other.
  private var emphasis = 0
  private var strong = 0
  private var strike = 0

  /// The link that words belong to: the outermost one.
  private var link: ADFLink?
  private var linkDepth = 0

  private var words: [UInt8] = []
  private var wordsMarks = ADFMarks()

  /// How many bytes of words there are, to see whether a link has any.
  private var length = 0

  /// The nodes that are open, each with the place behind it and how many bytes stood before it.
  private var open: [(node: MarkdownNode, kind: MarkdownKind, end: Int, length: Int)] = []

  init(styles: ADFMarks.Styles, base: String?) {
    self.base = base
    strong = styles.contains(.strong) ? 1 : 0
  }

  /// Takes the nodes at these places of the document, leaving out some bytes of the first text.
  mutating func take(_ document: MarkdownDocument, _ places: Range<Int>, dropping dropped: Int) {
    var dropped = dropped
    for index in places {
      leave(before: index)
      let node = document.node(at: index)
      enter(node, dropping: dropped)
      dropped = 0
    }
    leave(before: places.upperBound)
    flush()
    while inlines.last == .hardBreak { inlines.removeLast() }
  }

  private mutating func enter(_ node: MarkdownNode, dropping dropped: Int) {
    let kind = node.kind
    switch kind {
    case .text: append(node.literalBytes.dropFirst(dropped), from: node)
    case .softBreak: append([0x20], from: node)
    case .hardBreak: addBreak()
    case .code: append(node.literalBytes, from: node, isCode: true)
    case .htmlInline: addHTML(node)
    case .emphasis: begin(node, kind) { $0.emphasis += 1 }
    case .strong: begin(node, kind) { $0.strong += 1 }
    case .strikethrough: begin(node, kind) { $0.strike += 1 }
    case .link(let url, let title): begin(node, kind) { $0.beginLink(node, url, title) }
    case .image(let url, let title): begin(node, kind) { $0.beginLink(node, url, title) }
    default: preconditionFailure("Blocks of prose hold prose.")
    }
  }

  private mutating func begin(_ node: MarkdownNode, _ kind: MarkdownKind, _ change: (inout Self) -> Void) {
    open.append((node, kind, node.children.endIndex, length))
    change(&self)
  }

  private mutating func leave(before index: Int) {
    while let (node, kind, end, length) = open.last, end <= index {
      open.removeLast()
      switch kind {
      case .emphasis: emphasis -= 1
      case .strong: strong -= 1
      case .strikethrough: strike -= 1
      case .link(let url, _): endLink(node, url, isEmpty: length == self.length)
      case .image(let url, let title): endImage(node, url, title, isEmpty: length == self.length)
      default: break
      }
    }
  }

  // MARK: Links

  private mutating func beginLink(_ node: MarkdownNode, _ url: String, _ title: String) {
    linkDepth += 1
    guard linkDepth == 1, !isNote(node, url) else { return }
    link = target(url, title)
    switch ADFAddress(url, base: base) {
    case .absolute: break
    case .relative: note(.relativeAddress, node)
    case .none: note(.badAddress, node)
    }
  }

  /// Whether it is the call of a footnote of one word, which CommonMark takes for an address.
  private func isNote(_ node: MarkdownNode, _ url: String) -> Bool {
    guard let text = node.children.first, text.literalBytes.first == UInt8(ascii: "^"),
      case .relative = ADFAddress(url, base: nil)
    else { return false }
    return true
  }

  private func target(_ url: String, _ title: String) -> ADFLink? {
    switch ADFAddress(url, base: base) {
    case .absolute(let href), .relative(let href):
      ADFLink(href: href, title: Printable.text(Array(title.utf8), isProse: true).text)
    case .none: nil
    }
  }

  private mutating func endLink(_ node: MarkdownNode, _ url: String, isEmpty: Bool) {
    if isEmpty, linkDepth == 1, link != nil {
      note(.emptyLink, node)
      append(ArraySlice(url.utf8), from: node)
    } else if isNote(node, url) {
      note(.footnote, node)
      append(ArraySlice(" (\(url))".utf8), from: node)
    }
    linkDepth -= 1
    if linkDepth == 0 { link = nil }
  }

  /// What is read of an image is what stands in its place, else the name of its file.
  private mutating func endImage(_ node: MarkdownNode, _ url: String, _ title: String, isEmpty: Bool) {
    note(.image, node)
    if isEmpty {
      let name = url.utf8.split(separator: UInt8(ascii: "/")).last.map { ArraySlice($0) } ?? []
      append(name.isEmpty ? ArraySlice("image".utf8) : name, from: node)
    }
    linkDepth -= 1
    guard linkDepth > 0 else {
      link = nil
      return
    }
    // The words lead to where the link around leads: the image has a word of its own.
    guard let target = target(url, title) else { return }
    let outer = link
    link = target
    append(ArraySlice(" (image)".utf8), from: node)
    link = outer
  }

  // MARK: Words

  private mutating func addHTML(_ node: MarkdownNode) {
    let html = node.literalBytes
    if HTMLText.isBreak(html) { return addBreak() }
    guard HTMLText.isVisible(html) else { return note(.htmlComment, node) }
    note(.html, node)
    append(html, from: node)
  }

  private mutating func addBreak() {
    flush()
    inlines.append(.hardBreak)
  }

  private mutating func append(_ bytes: ArraySlice<UInt8>, from node: MarkdownNode, isCode: Bool = false) {
    guard !bytes.isEmpty else { return }
    var marks = ADFMarks(styles: [], link: link)
    if isCode {
      marks.styles = .code
      if emphasis + strong + strike > 0 { note(.emphasizedCode, node) }
    } else {
      if emphasis > 0 { marks.styles.insert(.emphasis) }
      if strike > 0 { marks.styles.insert(.strike) }
      if strong > 0 { marks.styles.insert(.strong) }
    }
    if marks != wordsMarks {
      flush()
      wordsMarks = marks
    }
    if Printable.append(bytes, to: &words, isProse: true) { note(.controlCharacter, node) }
    length += bytes.count
  }

  private mutating func flush() {
    guard !words.isEmpty else { return }
    inlines.append(.text(String(decoding: words, as: UTF8.self), wordsMarks))
    words.removeAll(keepingCapacity: true)
  }

  private mutating func note(_ rule: ADFRule, _ node: MarkdownNode) {
    changes.append(ADFChange(rule: rule, node: node))
  }
}
