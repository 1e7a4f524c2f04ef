extension MarkdownNode {
  /// What a reader sees of it, without any markup.
  ///
  /// Blocks stand on lines of their own, cells of a row are parted by tabs, a soft break is a space. HTML and the
  /// calls of footnotes are left out, an image gives the text that stands in its place.
  public var plainText: String {
    // Most headings and cells hold one text.
    if let only = children.first, children.index(after: only.index) == children.endIndex, only.kind == .text {
      return only.literal
    }
    var output: [UInt8] = []
    for event in events {
      switch event {
      case .enter(let node): node.appendPlainText(to: &output)
      case .leave(let node): node.closePlainText(in: &output)
      }
    }
    // Blocks end their lines; the last one has none to be parted from.
    if !isInline, output.last == 0x0A { output.removeLast() }
    return String(decoding: output, as: UTF8.self)
  }

  private func appendPlainText(to output: inout [UInt8]) {
    switch kind {
    case .text, .code, .codeBlock: output.append(contentsOf: literalBytes)
    case .softBreak: output.append(0x20)
    case .hardBreak: output.append(0x0A)
    default: break
    }
  }

  private func closePlainText(in output: inout [UInt8]) {
    switch kind {
    case .tableCell:
      output.append(0x09)
    case .tableRow:
      if output.last == 0x09 { output.removeLast() }
      output.append(0x0A)
    case .paragraph, .heading, .codeBlock, .item:
      if output.last != 0x0A, !output.isEmpty { output.append(0x0A) }
    default:
      break
    }
  }
}
