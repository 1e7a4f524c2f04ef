import Markdown

/// The prose of blocks made into ADF, one after the other and without recursion.
///
/// Words that are set alike and follow each other are one text; code is set as code and, in a link, as a link.
struct ADFProse {
  private var inlines: [ADFInline] = []
  private var changes: [ADFChange] = []

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

  init(base: String?) {
    self.base = base
  }

  /// The nodes at these places of the document, set in these styles, without some bytes of the first text.
  mutating func inlines(
    _ document: MarkdownDocument, _ places: Range<Int>, styles: ADFMarks.Styles, dropping dropped: Int
  ) -> [ADFInline] {
    defer { inlines = [] }
    strong = styles.contains(.strong) ? 1 : 0
    var dropped = dropped
    for index in places {
      leave(before: index)
      let node = document.node(at: index)
      enter(node, dropping: dropped)
      dropped = 0
    }
    leave(before: places.upperBound)
    flush()
    while case .hardBreak? = inlines.last { inlines.removeLast() }
    return inlines
  }

  /// The changes so far, which are not told again.
  mutating func takeChanges() -> [ADFChange] {
    defer { changes = [] }
    return changes
  }

  private mutating func enter(_ node: MarkdownNode, dropping dropped: Int) {
    let kind = node.kind
    switch kind {
    case .text: append(node.literalBytes.dropFirst(dropped), from: node)
    case .softBreak: append(Self.blank, from: node)
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
    let address = ADFAddress(url, base: base)
    link = target(address, title)
    switch address {
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

  private func target(_ address: ADFAddress, _ title: String) -> ADFLink? {
    switch address {
    case .absolute(let href), .relative(let href):
      ADFLink(href: href, title: title.isEmpty ? "" : Printable.text(title.utf8, isProse: true).text)
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
    guard let target = target(ADFAddress(url, base: base), title) else { return }
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

  private static let blank: ArraySlice<UInt8> = [0x20]

  private mutating func append(_ bytes: ArraySlice<UInt8>, from node: MarkdownNode, isCode: Bool = false) {
    guard !bytes.isEmpty else { return }
    var styles: ADFMarks.Styles = []
    if isCode {
      styles = .code
      if emphasis + strong + strike > 0 { note(.emphasizedCode, node) }
    } else {
      if emphasis > 0 { styles.insert(.emphasis) }
      if strike > 0 { styles.insert(.strike) }
      if strong > 0 { styles.insert(.strong) }
    }
    if styles != wordsMarks.styles || link != wordsMarks.link {
      flush()
      wordsMarks = ADFMarks(styles: styles, link: link)
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
