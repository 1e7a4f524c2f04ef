private import CMarkGFM
internal import Synchronization

/// Reads Markdown with libcmark-gfm; only `TreeCopy` calls it as well, to copy what was read.
enum CMarkParser {
  /// The longest text that is parsed: the library aborts where its counters of 32 bits or the memory end.
  static let maximumLength = 1 << 26

  // While it reads inline text the library switches on the extensions' special characters in a global table,
  // and off again after it: two parsers at once would undo each other's.
  private static let turn = Mutex(())

  // Found once; the library keeps them as long as it is loaded. Used in turn.
  private nonisolated(unsafe) static let (tables, strikethrough, bareLinks, tasks) = {
    cmark_gfm_core_extensions_ensure_registered()
    return (
      cmark_find_syntax_extension("table"), cmark_find_syntax_extension("strikethrough"),
      cmark_find_syntax_extension("autolink"), cmark_find_syntax_extension("tasklist")
    )
  }()

  /// What the library makes of `source`: blocks with their ranges in `source.bytes`, inline nodes without any.
  ///
  /// Text longer than `longest` is one paragraph of plain text.
  ///
  /// - Parameters:
  ///   - needs: what of GitHub's extensions is looked for; by default what there are signs of.
  ///   - partLength: from which length on the text is read in parts.
  static func parse(
    _ source: CleanSource, hasFootnotes: Bool = true, longest: Int = maximumLength, needs: SyntaxNeeds? = nil,
    partLength: Int = SourcePart.ordinaryLength
  ) -> ParsedTree {
    let bytes = source.bytes
    guard bytes.count <= longest else { return .plain(bytes) }
    let lines = LineIndex(bytes)
    var syntax = needs ?? SyntaxNeeds(of: bytes)
    let known = syntax
    if !hasFootnotes { syntax.footnotes = false }
    if syntax.tables { syntax.tables = TableCost(of: bytes, lines: lines).isBearable }
    let parts = SourcePart.all(of: bytes, lines: lines, length: partLength)
    let whole = SourcePart(bytes: 0..<bytes.count, firstLine: 0, lineCount: lines.count, group: 0)
    return turn.withLock { _ in
      for parts in [parts, [whole]] {
        let empty = ParsedTree(needs: known, lines: lines)
        if let tree = tree(of: parts, in: bytes, syntax, into: empty) { return tree }
      }
      preconditionFailure("The last part of a text leaves nothing open for another.")
    }
  }

  /// The tree of all parts; nil where one of them leaves something open for the next.
  private static func tree(
    of parts: [SourcePart], in source: [UInt8], _ syntax: SyntaxNeeds, into empty: ParsedTree
  ) -> ParsedTree? {
    var copy = TreeCopy(into: empty, length: source.count)
    let groups = Dictionary(grouping: parts.indices) { parts[$0].group }
    for index in parts.indices {
      // What depends on each other is read as one text, when it is the first one's turn.
      if let members = groups[index] {
        let group = members.map { parts[$0] }
        let needed = parts.count > 1 ? syntax.within(group.map(\.bytes), of: source) : syntax
        guard read(group, of: source, needed, { copy.take($0, of: group, members) }) else { return nil }
      }
      copy.append(index)
    }
    return copy.finished()
  }

  /// Reads parts as one text, and gives the tree to `take`: then it is gone, and all that belongs to it.
  private static func read(
    _ parts: [SourcePart], of source: [UInt8], _ syntax: SyntaxNeeds, _ take: (OpaquePointer) -> Bool
  ) -> Bool {
    defer { ParserMemory.reset() }
    let parser = cmark_parser_new_with_mem(
      syntax.footnotes ? CMARK_OPT_FOOTNOTES : CMARK_OPT_DEFAULT, ParserMemory.allocator)
    if syntax.tables { cmark_parser_attach_syntax_extension(parser, tables) }
    if syntax.strikethrough { cmark_parser_attach_syntax_extension(parser, strikethrough) }
    if syntax.bareLinks { cmark_parser_attach_syntax_extension(parser, bareLinks) }
    if syntax.tasks { cmark_parser_attach_syntax_extension(parser, tasks) }
    source.withUnsafeBytes { bytes in
      guard let address = bytes.baseAddress?.assumingMemoryBound(to: CChar.self) else { return }
      for part in parts {
        cmark_parser_feed(parser, address + part.bytes.lowerBound, part.bytes.count)
      }
    }
    guard let root = cmark_parser_finish(parser) else {
      preconditionFailure("The Markdown parser always returns a document.")
    }
    return take(root)
  }
}

extension ParsedTree {
  /// One paragraph that holds `bytes` as they are.
  fileprivate static func plain(_ bytes: [UInt8]) -> Self {
    let whole = MarkdownTree.Span32(start: 0, end: Int32(clamping: bytes.count))
    let rows = [
      MarkdownTree.Row(tag: .document, parent: 0, end: 3, range: whole),
      MarkdownTree.Row(tag: .paragraph, parent: 0, end: 3, range: whole),
      MarkdownTree.Row(tag: .text, parent: 1, end: 3, literal: whole, range: whole),
    ]
    return Self(rows: rows, pool: bytes, lines: LineIndex(bytes))
  }
}
