import Markdown

extension PageWalk {
  mutating func enterInline(_ node: MarkdownNode) {
    guard node.index >= shownFrom else { return }
    switch node.kind {
    case .text: addText(node)
    case .softBreak: addMarked([Markup.softBreak], of: node)
    case .hardBreak: page.put(Markup.lineBreak)
    case .code:
      page.put("<code>")
      addWords(node.literalBytes, node)
      page.put("</code>")
    case .htmlInline: addInlineHTML(node)
    case .footnoteReference(let number): addCall(number)
    case .emphasis: open(\.emphasis, "<em>")
    case .strong: open(\.strong, "<strong>")
    case .strikethrough: open(\.strike, "<del>")
    case .link(let url, let title), .image(let url, let title): beginLink(node, url, title)
    default: break
    }
  }

  mutating func leaveInline(_ node: MarkdownNode) {
    guard node.index >= shownFrom else { return }
    switch node.kind {
    case .emphasis: close(\.emphasis, "</em>")
    case .strong: close(\.strong, "</strong>")
    case .strikethrough: close(\.strike, "</del>")
    case .link(let url, _):
      if linkBegins.last == wordCount, linkDepth == 1, isLinked {
        page.note(.emptyLink, node)
        addWords(ArraySlice(url.utf8), node)
      }
      endLink()
    case .image(let url, _): endImage(node, url)
    default: break
    }
  }

  /// What is stressed already is not stressed again.
  private mutating func open(_ style: WritableKeyPath<Self, Int>, _ tag: String) {
    if self[keyPath: style] == 0 { page.put(tag) }
    self[keyPath: style] += 1
  }

  private mutating func close(_ style: WritableKeyPath<Self, Int>, _ tag: String) {
    self[keyPath: style] -= 1
    if self[keyPath: style] == 0 { page.put(tag) }
  }

  // MARK: Words

  private mutating func addText(_ node: MarkdownNode) {
    let bytes = node.literalBytes.dropFirst(dropped)
    dropped = 0
    addMarked(bytes, of: node)
  }

  /// Words with the marks between them.
  private mutating func addMarked(_ bytes: ArraySlice<UInt8>, of node: MarkdownNode) {
    var start = bytes.startIndex
    let base = bytes.endIndex - (node.kind == .softBreak ? 1 : node.literalBytes.count)
    for (offset, mark) in marks.marks(at: node.index) {
      let place = min(max(start, base + offset), bytes.endIndex)
      addWords(bytes[start..<place], node)
      start = place
      put(mark)
    }
    addWords(bytes[start...], node)
  }

  private mutating func put(_ mark: PageMarks.Mark) {
    switch mark {
    case .link(let url): markup.openLink(url, title: "", on: &page)
    case .endOfLink: markup.closeLink(on: &page)
    case .standing(let standing): markup.openStanding(standing, on: &page)
    case .endOfStanding: markup.closeStanding(on: &page)
    case .attestedNote: markup.openAttestedNote(on: &page)
    case .endOfNote: markup.closeAttestedNote(on: &page)
    }
  }

  private mutating func addWords(_ bytes: ArraySlice<UInt8>, _ node: MarkdownNode) {
    if page.writer.text(bytes) { page.note(.controlCharacter, node) }
    wordCount += bytes.count
  }

  private mutating func addInlineHTML(_ node: MarkdownNode) {
    let html = node.literalBytes
    if HTMLText.isBreak(html) { return page.put(Markup.lineBreak) }
    guard HTMLText.isVisible(html) else { return page.note(.htmlComment, node) }
    page.note(.html, node)
    addWords(html, node)
  }

  private mutating func addCall(_ number: Int) {
    guard linkDepth == 0 else { return page.put("<sup>\(number)</sup>") }
    let count = noteCalls[number, default: 0] + 1
    noteCalls[number] = count
    markup.addCall(of: number, count: count, on: &page)
  }

  // MARK: Links

  private func target(_ url: String) -> String? {
    switch ADFAddress(url, base: options.baseURL) {
    case .absolute(let text): PageSchemes.isSafe(text) ? text : nil
    case .relative(let text): text
    case .none: nil
    }
  }

  private func isUnfollowed(_ url: String) -> Bool {
    guard case .relative(let text) = ADFAddress(url, base: options.baseURL) else { return false }
    return page.headings.name(of: text) == nil
  }

  private mutating func beginLink(_ node: MarkdownNode, _ url: String, _ title: String) {
    linkDepth += 1
    linkBegins.append(wordCount)
    guard linkDepth == 1 else { return }
    let target = target(url)
    isLinked = target != nil
    guard let target else { return page.note(.badAddress, node) }
    if isUnfollowed(url) { page.note(.relativeAddress, node) }
    if page.writer.refuses(anyIn: target + title) { page.note(.controlCharacter, node) }
    markup.openLink(target, title: title, on: &page)
  }

  private mutating func endLink() {
    linkBegins.removeLast()
    linkDepth -= 1
    guard linkDepth == 0 else { return }
    if isLinked { markup.closeLink(on: &page) }
    isLinked = false
    for image in pendingImages {
      page.put(" ")
      markup.openLink(image, title: "", on: &page)
      page.put("(image)")
      markup.closeLink(on: &page)
    }
    pendingImages = []
  }

  /// What is read of an image is what stands in its place, else the name of its file.
  private mutating func endImage(_ node: MarkdownNode, _ url: String) {
    page.note(.image, node)
    if linkBegins.last == wordCount {
      let name = url.utf8.split(separator: UInt8(ascii: "/")).last.map { ArraySlice($0) } ?? []
      addWords(name.isEmpty ? ArraySlice("image".utf8) : name, node)
    }
    // The words lead to where the link around leads: the image has a word of its own behind it.
    if linkDepth > 1, let target = target(url) { pendingImages.append(target) }
    endLink()
  }
}
