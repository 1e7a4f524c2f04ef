extension MarkdownDocument {
  /// Where in `text` the bytes of a text's literal are written, for offsets in the literal that grow.
  ///
  /// An offset at an escape or entity is that of its first byte. Nil where that is not known. The text is to be UTF-8
  /// without NULs, and no bare address, in which backslashes are no escapes.
  public func sourceOffsets(of offsets: [Int], in node: MarkdownNode) -> [Int]? {
    guard let range = node.range else { return nil }
    let literal = node.literalBytes
    var alignment = LiteralAlignment(literal: literal, source: text[range], as: .prose)
    var found: [Int] = []
    for offset in offsets {
      while alignment.literalOffset < literal.startIndex + offset {
        guard alignment.step() else { return nil }
      }
      found.append(alignment.sourceOffset)
    }
    return found
  }
}
