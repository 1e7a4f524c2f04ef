import Markdown

/// The prose of blocks made into ADF, one after the other and without recursion.
///
/// Words that are set alike and follow each other are one text; code is set as code and, in a link, as a link.
struct ADFProse {
  private var changes: [ADFChange] = []

  private let base: String?

  /// How deep emphasis, strong and struck words stand in each other.
  private var emphasis = 0
  private var strong = 0
  private var strike = 0

  /// The link that words belong to: the outermost one.
  private var link: ADFLink?
  private var linkDepth = 0

  /// The words that are set alike, as far as they are known.
  private var words: [UInt8] = []
  private var wordsMarks = ADFMarks()

  /// The ends of lines behind them; those at the end of all say nothing.
  private var breaks = 0

  /// Whether a paragraph is to begin with the next words.
  private var awaitsParagraph = false

  /// How many bytes of words there are, to see whether a link has any.
  private var length = 0

  /// The nodes that are open, each with the place behind it and how many bytes stood before it.
  private var open: [(node: MarkdownNode, kind: MarkdownKind, end: Int, length: Int)] = []

  init(base: String?) {
    self.base = base
  }

  /// Writes the nodes at these places of the document as a paragraph, with what is to stand before it; nothing where
  /// there are no words.
  ///
  /// - Parameters:
  ///   - styles: how all of it is set.
  ///   - dropped: how many bytes of the first text are left out.
  mutating func paragraph(
    _ document: MarkdownDocument, _ places: Range<Int>, styles: ADFMarks.Styles, dropping dropped: Int,
    to frames: inout ADFFrames<some ADFSink>
  ) {
    awaitsParagraph = true
    strong = styles.contains(.strong) ? 1 : 0
    write(document, places, dropping: dropped, to: &frames)
    strong = 0
    if !awaitsParagraph { frames.sink.end(.paragraph()) }
    awaitsParagraph = false
  }

  /// Writes the nodes at these places of the document into what is begun.
  mutating func write(
    _ document: MarkdownDocument, _ places: Range<Int>, dropping dropped: Int,
    to frames: inout ADFFrames<some ADFSink>
  ) {
    var dropped = dropped
    for index in places {
      leave(before: index, &frames)
      enter(document.node(at: index), dropping: dropped, &frames)
      dropped = 0
    }
    leave(before: places.upperBound, &frames)
    flush(&frames)
    breaks = 0
  }

  /// The changes so far, which are not told again.
  mutating func takeChanges() -> [ADFChange] {
    defer { changes = [] }
    return changes
  }

  private mutating func enter(
    _ node: MarkdownNode, dropping dropped: Int, _ frames: inout ADFFrames<some ADFSink>
  ) {
    let kind = node.kind
    switch kind {
    case .text: append(node.literalBytes.dropFirst(dropped), from: node, to: &frames)
    case .softBreak: append(Self.blank, from: node, to: &frames)
    case .hardBreak: breaks += 1
    case .code: append(node.literalBytes, from: node, isCode: true, to: &frames)
    case .htmlInline: addHTML(node, &frames)
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

  private mutating func leave(before index: Int, _ frames: inout ADFFrames<some ADFSink>) {
    while let (node, kind, end, length) = open.last, end <= index {
      open.removeLast()
      switch kind {
      case .emphasis: emphasis -= 1
      case .strong: strong -= 1
      case .strikethrough: strike -= 1
      case .link(let url, _): endLink(node, url, isEmpty: length == self.length, &frames)
      case .image(let url, let title): endImage(node, url, title, isEmpty: length == self.length, &frames)
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

  private mutating func endLink(
    _ node: MarkdownNode, _ url: String, isEmpty: Bool, _ frames: inout ADFFrames<some ADFSink>
  ) {
    if isEmpty, linkDepth == 1, link != nil {
      note(.emptyLink, node)
      append(ArraySlice(url.utf8), from: node, to: &frames)
    } else if isNote(node, url) {
      note(.footnote, node)
      append(ArraySlice(" (\(url))".utf8), from: node, to: &frames)
    }
    linkDepth -= 1
    if linkDepth == 0 { link = nil }
  }

  /// What is read of an image is what stands in its place, else the name of its file.
  private mutating func endImage(
    _ node: MarkdownNode, _ url: String, _ title: String, isEmpty: Bool,
    _ frames: inout ADFFrames<some ADFSink>
  ) {
    note(.image, node)
    if isEmpty {
      let name = url.utf8.split(separator: UInt8(ascii: "/")).last.map { ArraySlice($0) } ?? []
      append(name.isEmpty ? ArraySlice("image".utf8) : name, from: node, to: &frames)
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
    append(ArraySlice(" (image)".utf8), from: node, to: &frames)
    link = outer
  }

  // MARK: Words

  private mutating func addHTML(_ node: MarkdownNode, _ frames: inout ADFFrames<some ADFSink>) {
    let html = node.literalBytes
    if HTMLText.isBreak(html) {
      breaks += 1
      return
    }
    guard HTMLText.isVisible(html) else { return note(.htmlComment, node) }
    note(.html, node)
    append(html, from: node, to: &frames)
  }

  private static let blank: ArraySlice<UInt8> = [0x20]

  private mutating func append(
    _ bytes: ArraySlice<UInt8>, from node: MarkdownNode, isCode: Bool = false,
    to frames: inout ADFFrames<some ADFSink>
  ) {
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
    if awaitsParagraph { beginParagraph(&frames) }
    if breaks > 0 || styles != wordsMarks.styles || link != wordsMarks.link {
      flush(&frames)
      for _ in 0..<breaks { frames.sink.hardBreak() }
      breaks = 0
      wordsMarks = ADFMarks(styles: styles, link: link)
    }
    if Printable.append(bytes, to: &words, isProse: true) { note(.controlCharacter, node) }
    length += bytes.count
  }

  /// Begins the paragraph; what is to stand before it is one text with its first words, where they are plain.
  private mutating func beginParagraph(_ frames: inout ADFFrames<some ADFSink>) {
    awaitsParagraph = false
    let prefix = frames.top.prefix
    frames.beginParagraph()
    guard !prefix.isEmpty else { return }
    words += prefix.utf8
    wordsMarks = ADFMarks()
  }

  private mutating func flush(_ frames: inout ADFFrames<some ADFSink>) {
    guard !words.isEmpty else { return }
    frames.sink.text(words[...], wordsMarks)
    words.removeAll(keepingCapacity: true)
  }

  private mutating func note(_ rule: ADFRule, _ node: MarkdownNode) {
    changes.append(ADFChange(rule: rule, node: node))
  }
}
