import Markdown

/// The prose of blocks made into ADF, one after the other and without recursion.
///
/// Words that are set alike and follow each other are one text; code is set as code and, in a link, as a link.
struct ADFProse {
  private var changes: [ADFChange] = []

  private let document: MarkdownDocument
  private let base: String?

  /// How deep emphasis, strong and struck words stand in each other.
  private var emphasis = 0
  private var strong = 0
  private var strike = 0

  /// The link that words belong to: the outermost one.
  private var link: ADFLink?
  private var linkDepth = 0

  /// How words are set that have begun, or those before.
  private var wordsMarks = ADFMarks()

  /// Whether words have begun that are set alike.
  private var isInWords = false

  /// The ends of lines behind them; those at the end of all say nothing.
  private var breaks = 0

  /// Whether a paragraph is to begin with the next words.
  private var awaitsParagraph = false

  /// How many bytes of words there are, to see whether a link has any.
  private var length = 0

  /// The nodes that are open, each with the place behind it and how many bytes stood before it.
  private var open: [Open] = []

  private struct Open {
    var kind: MarkdownInline.Kind
    var index: Int
    var end: Int
    var length: Int
  }

  init(of document: MarkdownDocument, base: String?) {
    self.document = document
    self.base = base
  }

  /// Writes the nodes at these places of the document as a paragraph, with what is to stand before it; nothing where
  /// there are no words.
  ///
  /// - Parameters:
  ///   - styles: how all of it is set.
  ///   - dropped: how many bytes of the first text are left out.
  mutating func paragraph(
    _ places: Range<Int>, styles: ADFMarks.Styles, dropping dropped: Int,
    to frames: inout ADFFrames<some ADFSink>
  ) {
    awaitsParagraph = true
    strong = styles.contains(.strong) ? 1 : 0
    write(places, dropping: dropped, to: &frames)
    strong = 0
    if !awaitsParagraph { frames.sink.end(.paragraph()) }
    awaitsParagraph = false
  }

  /// Writes the nodes at these places of the document into what is begun.
  mutating func write(
    _ places: Range<Int>, dropping dropped: Int, to frames: inout ADFFrames<some ADFSink>
  ) {
    var dropped = dropped
    document.forEachInline(in: places) { node, words in
      leave(before: node.index, &frames)
      enter(node, words.extracting(droppingFirst: dropped), &frames)
      dropped = 0
    }
    leave(before: places.upperBound, &frames)
    endWords(&frames)
    breaks = 0
  }

  /// Adds the changes so far to `all`; they are not told again.
  mutating func moveChanges(to all: inout [ADFChange]) {
    guard !changes.isEmpty else { return }
    all += changes
    changes.removeAll(keepingCapacity: true)
  }

  private mutating func enter(
    _ inline: MarkdownInline, _ words: Span<UInt8>, _ frames: inout ADFFrames<some ADFSink>
  ) {
    switch inline.kind {
    case .text: append(words, at: inline.index, to: &frames)
    case .softBreak: append(Self.blank.span, at: inline.index, to: &frames)
    case .hardBreak: breaks += 1
    case .code: append(words, at: inline.index, isCode: true, to: &frames)
    case .html: addHTML(at: inline.index, &frames)
    case .emphasis: begin(inline) { $0.emphasis += 1 }
    case .strong: begin(inline) { $0.strong += 1 }
    case .strikethrough: begin(inline) { $0.strike += 1 }
    case .link, .image: begin(inline) { $0.beginLink($0.document.node(at: inline.index)) }
    case .footnoteReference: preconditionFailure("Footnotes are not read.")
    }
  }

  private mutating func begin(_ inline: MarkdownInline, _ change: (inout Self) -> Void) {
    open.append(Open(kind: inline.kind, index: inline.index, end: inline.end, length: length))
    change(&self)
  }

  private mutating func leave(before index: Int, _ frames: inout ADFFrames<some ADFSink>) {
    while let last = open.last, last.end <= index {
      open.removeLast()
      switch last.kind {
      case .emphasis: emphasis -= 1
      case .strong: strong -= 1
      case .strikethrough: strike -= 1
      case .link, .image:
        endLink(document.node(at: last.index), isEmpty: last.length == length, &frames)
      default: break
      }
    }
  }

  // MARK: Links

  private mutating func beginLink(_ node: MarkdownNode) {
    linkDepth += 1
    guard linkDepth == 1, let (url, title) = node.kind.target, !isNote(node, url) else { return }
    let address = ADFAddress(url, base: base)
    link = target(address, title)
    switch address {
    case .absolute: break
    case .relative: note(.relativeAddress, node.index)
    case .none: note(.badAddress, node.index)
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

  private mutating func endLink(_ node: MarkdownNode, isEmpty: Bool, _ frames: inout ADFFrames<some ADFSink>)
  {
    switch node.kind {
    case .link(let url, _):
      if isEmpty, linkDepth == 1, link != nil {
        note(.emptyLink, node.index)
        append(url, at: node.index, to: &frames)
      } else if isNote(node, url) {
        note(.footnote, node.index)
        append(" (\(url))", at: node.index, to: &frames)
      }
      linkDepth -= 1
      if linkDepth == 0 { link = nil }
    case .image(let url, let title): endImage(node.index, url, title, isEmpty: isEmpty, &frames)
    default: preconditionFailure("Only links and images lead somewhere.")
    }
  }

  /// What is read of an image is what stands in its place, else the name of its file.
  private mutating func endImage(
    _ index: Int, _ url: String, _ title: String, isEmpty: Bool, _ frames: inout ADFFrames<some ADFSink>
  ) {
    note(.image, index)
    if isEmpty {
      let name = url.utf8.split(separator: UInt8(ascii: "/")).last.map { Array($0) } ?? []
      append((name.isEmpty ? Array("image".utf8) : name).span, at: index, to: &frames)
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
    append(" (image)", at: index, to: &frames)
    link = outer
  }

  // MARK: Words

  private mutating func addHTML(at index: Int, _ frames: inout ADFFrames<some ADFSink>) {
    let html = document.node(at: index).literalBytes
    if HTMLText.isBreak(html) {
      breaks += 1
      return
    }
    guard HTMLText.isVisible(html) else { return note(.htmlComment, index) }
    note(.html, index)
    append(html.span, at: index, to: &frames)
  }

  private static let blank: [UInt8] = [0x20]

  private mutating func append(_ words: String, at index: Int, to frames: inout ADFFrames<some ADFSink>) {
    append(Array(words.utf8).span, at: index, to: &frames)
  }

  private mutating func append(
    _ words: Span<UInt8>, at index: Int, isCode: Bool = false, to frames: inout ADFFrames<some ADFSink>
  ) {
    guard !words.isEmpty else { return }
    var styles: ADFMarks.Styles = []
    if isCode {
      styles = .code
      if emphasis + strong + strike > 0 { note(.emphasizedCode, index) }
    } else {
      if emphasis > 0 { styles.insert(.emphasis) }
      if strike > 0 { styles.insert(.strike) }
      if strong > 0 { styles.insert(.strong) }
    }
    if awaitsParagraph { beginParagraph(&frames) }
    if breaks > 0 || styles != wordsMarks.styles || link != wordsMarks.link {
      endWords(&frames)
      for _ in 0..<breaks { frames.sink.hardBreak() }
      breaks = 0
      wordsMarks = ADFMarks(styles: styles, link: link)
    }
    beginWords(&frames)
    if Printable.add(words, to: &frames.sink) { note(.controlCharacter, index) }
    length += words.count
  }

  /// Begins the paragraph; what is to stand before it is one text with its first words, where they are plain.
  private mutating func beginParagraph(_ frames: inout ADFFrames<some ADFSink>) {
    awaitsParagraph = false
    let prefix = frames.top.prefix
    frames.beginParagraph()
    guard !prefix.isEmpty else { return }
    wordsMarks = ADFMarks()
    beginWords(&frames)
    frames.sink.add(Array(prefix.utf8).span)
  }

  private mutating func beginWords(_ frames: inout ADFFrames<some ADFSink>) {
    guard !isInWords else { return }
    isInWords = true
    frames.sink.beginText(wordsMarks)
  }

  private mutating func endWords(_ frames: inout ADFFrames<some ADFSink>) {
    guard isInWords else { return }
    isInWords = false
    frames.sink.endText()
  }

  private mutating func note(_ rule: ADFRule, _ index: Int) {
    changes.append(ADFChange(rule: rule, node: document.node(at: index)))
  }
}

extension MarkdownKind {
  /// Where a link or an image leads, and the title of that.
  fileprivate var target: (url: String, title: String)? {
    switch self {
    case .link(let url, let title), .image(let url, let title): (url, title)
    default: nil
    }
  }
}
