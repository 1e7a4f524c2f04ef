import Markdown

extension HTMLBody {
  mutating func enterInline(_ node: MarkdownNode) {
    guard node.index >= shownFrom else { return }
    switch node.kind {
    case .text: addText(node)
    case .softBreak: addMarked([0x0A], of: node)
    case .hardBreak: writer.put("<br>\n")
    case .code:
      writer.put("<code>")
      addWords(node.literalBytes, node)
      writer.put("</code>")
    case .htmlInline: addInlineHTML(node)
    case .footnoteReference(let number): addCall(number)
    case .emphasis: writer.put("<em>")
    case .strong: writer.put("<strong>")
    case .strikethrough: writer.put("<del>")
    case .link(let url, let title), .image(let url, let title): beginLink(node, url, title)
    default: break
    }
  }

  mutating func leaveInline(_ node: MarkdownNode) {
    guard node.index >= shownFrom else { return }
    switch node.kind {
    case .emphasis: writer.put("</em>")
    case .strong: writer.put("</strong>")
    case .strikethrough: writer.put("</del>")
    case .link(let url, _):
      if linkBegins.last == wordCount, linkDepth == 1, isLinked {
        note(.emptyLink, node)
        addWords(ArraySlice(url.utf8), node)
      }
      endLink()
    case .image(let url, _): endImage(node, url)
    default: break
    }
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

  private mutating func put(_ mark: HTMLMarks.Mark) {
    switch mark {
    case .link(let url): openLink(url, title: "")
    case .endOfLink: writer.put("</a>")
    case .standing(let standing): writer.put("<span class=\"standing \(standing.rawValue)\">")
    case .attestedNote: writer.put("<span class=\"note attested\">")
    case .endOfMark: writer.put("</span>")
    }
  }

  private mutating func addWords(_ bytes: ArraySlice<UInt8>, _ node: MarkdownNode) {
    if writer.text(bytes) { note(.controlCharacter, node) }
    wordCount += bytes.count
  }

  private mutating func addInlineHTML(_ node: MarkdownNode) {
    let html = node.literalBytes
    if HTMLText.isBreak(html) { return writer.put("<br>\n") }
    guard HTMLText.isVisible(html) else { return note(.htmlComment, node) }
    note(.html, node)
    addWords(html, node)
  }

  private mutating func addCall(_ number: Int) {
    guard linkDepth == 0 else { return writer.put("<sup>\(number)</sup>") }
    let call = noteCalls[number, default: 0] + 1
    noteCalls[number] = call
    let id = call == 1 ? "fnref:\(number)" : "fnref:\(number)-\(call)"
    writer.put("<sup><a href=\"#fn:\(number)\" id=\"\(id)\" rel=\"noopener\">\(number)</a></sup>")
  }

  // MARK: Links

  /// The schemes that a page may lead to: what opens a page, a letter or a call.
  private static let safeSchemes: Set<String> = [
    "http", "https", "mailto", "tel", "ftp", "irc", "ircs", "xmpp",
  ]

  private func target(_ url: String) -> String? {
    switch ADFAddress(url, base: options.baseURL) {
    case .absolute(let text):
      ADFAddress.scheme(of: Array(text.utf8)).map(Self.safeSchemes.contains) == true ? text : nil
    case .relative(let text): text
    case .none: nil
    }
  }

  private func isUnfollowed(_ url: String) -> Bool {
    guard case .relative(let text) = ADFAddress(url, base: options.baseURL) else { return false }
    return !(text.utf8.first == UInt8(ascii: "#") && headings.taken.contains(String(text.dropFirst())))
  }

  private mutating func openLink(_ url: String, title: String) {
    writer.put("<a href=\"")
    writer.text(url.utf8)
    if !title.isEmpty {
      writer.put("\" title=\"")
      writer.text(title.utf8)
    }
    writer.put("\" rel=\"noopener\">")
  }

  private mutating func beginLink(_ node: MarkdownNode, _ url: String, _ title: String) {
    linkDepth += 1
    linkBegins.append(wordCount)
    guard linkDepth == 1 else { return }
    let target = target(url)
    isLinked = target != nil
    guard let target else { return note(.badAddress, node) }
    if isUnfollowed(url) { note(.relativeAddress, node) }
    openLink(target, title: title)
  }

  private mutating func endLink() {
    linkBegins.removeLast()
    linkDepth -= 1
    guard linkDepth == 0 else { return }
    if isLinked { writer.put("</a>") }
    isLinked = false
    for image in pendingImages {
      writer.put(" ")
      openLink(image, title: "")
      writer.put("(image)</a>")
    }
    pendingImages = []
  }

  /// What is read of an image is what stands in its place, else the name of its file.
  private mutating func endImage(_ node: MarkdownNode, _ url: String) {
    note(.image, node)
    if linkBegins.last == wordCount {
      let name = url.utf8.split(separator: UInt8(ascii: "/")).last.map { ArraySlice($0) } ?? []
      addWords(name.isEmpty ? ArraySlice("image".utf8) : name, node)
    }
    // The words lead to where the link around leads: the image has a word of its own behind it.
    if linkDepth > 1, let target = target(url) { pendingImages.append(target) }
    endLink()
  }
}
