import Markdown

/// Whether code in prose can be set: Jira sets nothing that touches a letter or a digit.
///
/// What touches it is what a reader sees next to it, whatever signs stand between them.
enum JiraCodeSpan {
  /// Whether the code at this place of some prose can.
  static func isHeld(_ inlines: [ADFInline], at index: Int) -> Bool {
    let code = inlines[index].text.unicodeScalars
    let before = index > 0 ? edge(inlines[index - 1]) { $0.last } : nil
    let after = index + 1 < inlines.count ? edge(inlines[index + 1]) { $0.first } : nil
    return isHeld(code, between: before, and: after)
  }

  private static func edge(
    _ inline: ADFInline, _ scalar: (String.UnicodeScalarView) -> Unicode.Scalar?
  ) -> Unicode.Scalar? {
    switch inline {
    case .text(_, let marks) where marks.styles.contains(.code): nil
    case .text(let text, _): scalar(text.unicodeScalars)
    case .status, .hardBreak: nil
    }
  }

  /// Whether a node of a document that is code can.
  static func isHeld(_ node: MarkdownNode, of document: MarkdownDocument) -> Bool {
    isHeld(
      node.literal.unicodeScalars,
      between: edge(stride(from: node.index - 1, to: 0, by: -1), of: document) { $0.last },
      and: edge(stride(from: node.index + 1, to: document.nodeCount, by: 1), of: document) { $0.first })
  }

  /// The nearest character that is seen at these places, in prose.
  private static func edge(
    _ places: StrideTo<Int>, of document: MarkdownDocument,
    _ scalar: (String.UnicodeScalarView) -> Unicode.Scalar?
  ) -> Unicode.Scalar? {
    for place in places {
      let node = document.node(at: place)
      switch node.kind {
      case .text:
        if let found = scalar(node.literal.unicodeScalars) { return found }
      case .htmlInline:
        if HTMLText.isVisible(node.literalBytes) { return nil }
      case .emphasis, .strong, .strikethrough: continue
      // One without words shows where it leads.
      case .link, .image: if node.children.isEmpty { return "a" }
      default: return nil
      }
    }
    return nil
  }

  private static func isHeld(
    _ code: String.UnicodeScalarView, between before: Unicode.Scalar?, and after: Unicode.Scalar?
  ) -> Bool {
    let isFree = { (edge: Unicode.Scalar?, neighbour: Unicode.Scalar?) in
      edge?.properties.isWhitespace == true || neighbour.map(JiraNotation.isWord) != true
    }
    return isFree(code.first, before) && isFree(code.last, after)
  }
}
