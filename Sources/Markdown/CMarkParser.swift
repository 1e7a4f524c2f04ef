private import CMarkGFM
internal import Synchronization

/// The only place that calls libcmark-gfm: parses, and copies its tree into ours.
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
  static func parse(
    _ source: CleanSource, hasFootnotes: Bool = true, longest: Int = maximumLength, needs: SyntaxNeeds? = nil
  ) -> ParsedTree {
    guard source.bytes.count <= longest else { return .plain(source.bytes) }
    let lines = LineIndex(source.bytes)
    let needs = needs ?? SyntaxNeeds(of: source.bytes)
    return turn.withLock { _ in
      // The tree and all that belongs to it goes in one piece, when it has been copied.
      defer { ParserMemory.reset() }
      let parser = cmark_parser_new_with_mem(
        hasFootnotes && needs.footnotes ? CMARK_OPT_FOOTNOTES : CMARK_OPT_DEFAULT, ParserMemory.allocator)
      if needs.tables, TableCost(of: source.bytes, lines: lines).isBearable {
        cmark_parser_attach_syntax_extension(parser, tables)
      }
      if needs.strikethrough { cmark_parser_attach_syntax_extension(parser, strikethrough) }
      if needs.bareLinks { cmark_parser_attach_syntax_extension(parser, bareLinks) }
      if needs.tasks { cmark_parser_attach_syntax_extension(parser, tasks) }
      source.bytes.withUnsafeBytes { bytes in
        guard let address = bytes.baseAddress else { return }
        cmark_parser_feed(parser, address.assumingMemoryBound(to: CChar.self), bytes.count)
      }
      guard let root = cmark_parser_finish(parser) else {
        preconditionFailure("The Markdown parser always returns a document.")
      }
      var copy = TreeCopy(into: ParsedTree(needs: needs, lines: lines))
      copy.take(root, length: source.bytes.count)
      return copy.tree
    }
  }

  /// Copies a tree of the library node by node, in reading order, without recursion.
  private struct TreeCopy {
    private(set) var tree: ParsedTree
    private var notes: Int32 = 0

    init(into tree: ParsedTree) {
      self.tree = tree
    }

    /// Takes the tree of a text of so many bytes.
    mutating func take(_ root: OpaquePointer, length: Int) {
      tree.pool.reserveCapacity(length)
      // More would be too much for most texts, less has it copied again and again.
      tree.rows.reserveCapacity(length / 24)
      var node = root
      var parent = 0
      while true {
        let index = tree.rows.count
        let row = row(of: node, parent: parent)
        // Where it splits a text the library may leave nothing of one half.
        if row.tag != .text || !row.literal.range.isEmpty { tree.rows.append(row) }
        if let child = cmark_node_first_child(node) {
          node = child
          parent = index
          continue
        }
        while true {
          guard node != root else { return }
          if let next = cmark_node_next(node) {
            node = next
            break
          }
          guard let above = cmark_node_parent(node) else { return }
          tree.rows[parent].end = Int32(tree.rows.count)
          node = above
          parent = Int(tree.rows[parent].parent)
        }
      }
    }

    private mutating func row(of node: OpaquePointer, parent: Int) -> MarkdownTree.Row {
      let tag = Self.tag(of: node)
      let end = Int32(tree.rows.count + 1)
      var row = MarkdownTree.Row(tag: tag, parent: Int32(parent), end: end)
      switch tag {
      case .heading:
        row.number = cmark_node_get_heading_level(node)
      case .bulletList, .orderedList:
        row.number = cmark_node_get_list_start(node)
        row.flag = cmark_node_get_list_tight(node) != 0
        row.title = keepDelimiter(of: node)
      case .item:
        row.number = Self.task(of: node)
      case .codeBlock:
        row.literal = keep(cmark_node_get_literal(node))
        row.title = keep(cmark_node_get_fence_info(node))
        row.flag = Self.isFenced(node)
      case .htmlBlock, .text, .code, .htmlInline:
        row.literal = keep(cmark_node_get_literal(node))
      case .footnoteReference:
        // The library has put the note's number in the label's place.
        row.number = cmark_node_get_literal(node).map { Int32(clamping: atol($0)) } ?? 0
      case .footnoteDefinition:
        notes += 1
        row.number = notes
      case .link, .image:
        row.literal = keep(cmark_node_get_url(node))
        row.title = keep(cmark_node_get_title(node))
      case .table:
        row.literal = keepAlignments(of: node)
      case .tableRow:
        row.flag = cmark_gfm_extensions_get_table_row_is_header(node) != 0
      default:
        break
      }
      if tag == .htmlBlock {
        row.range = rangeOfHTML(node, literal: tree.pool[row.literal.range])
      } else if !tag.isInline {
        row.range = range(of: node)
      }
      return row
    }

    private mutating func keep(_ text: UnsafePointer<CChar>?) -> MarkdownTree.Span32 {
      let start = Int32(tree.pool.count)
      guard let text else { return .init(start: start, end: start) }
      let bytes = UnsafeRawBufferPointer(start: text, count: strlen(text))
      tree.pool.append(contentsOf: bytes)
      return .init(start: start, end: Int32(tree.pool.count))
    }

    private mutating func keepDelimiter(of list: OpaquePointer) -> MarkdownTree.Span32 {
      let start = Int32(tree.pool.count)
      if cmark_node_get_list_delim(list) == CMARK_PAREN_DELIM { tree.pool.append(Byte.rightParenthesis) }
      return .init(start: start, end: Int32(tree.pool.count))
    }

    private mutating func keepAlignments(of table: OpaquePointer) -> MarkdownTree.Span32 {
      let start = Int32(tree.pool.count)
      let columns = UnsafeBufferPointer(
        start: cmark_gfm_extensions_get_table_alignments(table),
        count: Int(cmark_gfm_extensions_get_table_columns(table)))
      tree.pool.append(contentsOf: columns)
      return .init(start: start, end: Int32(tree.pool.count))
    }

    /// The bytes from the first to the last column the library names, or none where it names nonsense.
    private func range(of node: OpaquePointer) -> MarkdownTree.Span32 {
      let start = tree.lines.offset(
        line: Int(cmark_node_get_start_line(node)), column: Int(cmark_node_get_start_column(node)))
      // The last column is the last byte's own.
      let end = tree.lines.offset(
        line: Int(cmark_node_get_end_line(node)), column: Int(cmark_node_get_end_column(node)) + 1)
      guard let start, let end, start <= end else { return .unknown }
      return .init(start: Int32(start), end: Int32(end))
    }

    /// The bytes from the first column to the end of the last line: the library leaves out a line that ends the block.
    private func rangeOfHTML(_ node: OpaquePointer, literal: ArraySlice<UInt8>) -> MarkdownTree.Span32 {
      let first = Int(cmark_node_get_start_line(node))
      let isEnded = literal.last.map(Byte.isLineEnd) == true
      let last = first + LineIndex(Array(literal)).count - (isEnded ? 2 : 1)
      guard let start = tree.lines.offset(line: first, column: Int(cmark_node_get_start_column(node))),
        last >= first, last <= tree.lines.count
      else { return .unknown }
      var end = tree.lines.range(ofLine: last).upperBound
      // The end of the line is no part of it; behind the last line of a text there may be none.
      if last < tree.lines.count { end -= literal.suffix(2).elementsEqual([0x0D, 0x0A]) ? 2 : 1 }
      return .init(start: Int32(start), end: Int32(max(start, end)))
    }

    /// 0 for an item without a box, 1 for an open task, 2 for one that is done.
    private static func task(of item: OpaquePointer) -> Int32 {
      guard typeName(of: item, is: "tasklist") else { return 0 }
      return cmark_gfm_extensions_get_tasklist_item_checked(item) ? 2 : 1
    }

    private static func isFenced(_ block: OpaquePointer) -> Bool {
      var length: Int32 = 0
      var offset: Int32 = 0
      var character: CChar = 0
      return cmark_node_get_fenced(block, &length, &offset, &character) != 0
    }

    private static func typeName(of node: OpaquePointer, is name: StaticString) -> Bool {
      guard let type = cmark_node_get_type_string(node) else { return false }
      // A static string ends with a NUL, as those of C do.
      return strcmp(type, UnsafeRawPointer(name.utf8Start).assumingMemoryBound(to: CChar.self)) == 0
    }

    private static func tag(of node: OpaquePointer) -> MarkdownTree.Tag {
      switch cmark_node_get_type(node) {
      case CMARK_NODE_TEXT: .text
      case CMARK_NODE_SOFTBREAK: .softBreak
      case CMARK_NODE_CODE: .code
      case CMARK_NODE_PARAGRAPH: .paragraph
      case CMARK_NODE_EMPH: .emphasis
      case CMARK_NODE_STRONG: .strong
      case CMARK_NODE_LINK: .link
      case CMARK_NODE_ITEM: .item
      case CMARK_NODE_LIST: cmark_node_get_list_type(node) == CMARK_ORDERED_LIST ? .orderedList : .bulletList
      case CMARK_NODE_HEADING: .heading
      case CMARK_NODE_CODE_BLOCK: .codeBlock
      case CMARK_NODE_BLOCK_QUOTE: .blockQuote
      case CMARK_NODE_IMAGE: .image
      case CMARK_NODE_LINEBREAK: .hardBreak
      case CMARK_NODE_HTML_INLINE: .htmlInline
      case CMARK_NODE_HTML_BLOCK: .htmlBlock
      case CMARK_NODE_THEMATIC_BREAK: .thematicBreak
      case CMARK_NODE_DOCUMENT: .document
      case CMARK_NODE_FOOTNOTE_REFERENCE: .footnoteReference
      case CMARK_NODE_FOOTNOTE_DEFINITION: .footnoteDefinition
      default: extensionTag(of: node)
      }
    }

    /// The extensions number their types when they are registered; only the names are fixed.
    private static func extensionTag(of node: OpaquePointer) -> MarkdownTree.Tag {
      if typeName(of: node, is: "table_cell") { return .tableCell }
      if typeName(of: node, is: "table_row") || typeName(of: node, is: "table_header") { return .tableRow }
      if typeName(of: node, is: "table") { return .table }
      if typeName(of: node, is: "strikethrough") { return .strikethrough }
      preconditionFailure("Only the four extensions that were attached make nodes.")
    }
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
