private import CMarkGFM

/// Copies trees of the library node by node, in reading order, without recursion.
struct TreeCopy {
  private var tree: ParsedTree
  private let length: Int
  private var notes: Int32 = 0

  /// What is to be added to the number of a line for the line in the whole text.
  private var lineShift = 0

  /// The nodes of parts that were read before their turn, and the footnotes, which come last.
  private var held: [Int: Held] = [:]
  private var notesHeld: [Held] = []

  /// Nodes side by side, with the place that they were copied to first.
  private struct Held {
    var rows: [MarkdownTree.Row] = []
    var start = 0
  }

  /// - Parameter length: how long the text is.
  init(into tree: ParsedTree, length: Int) {
    self.tree = tree
    self.length = length
    self.tree.pool.reserveCapacity(length)
    // Room that is never touched costs nothing; too little has all of it copied again and again.
    self.tree.rows.reserveCapacity(length / 12)
    self.tree.rows.append(MarkdownTree.Row(tag: .document, parent: 0, end: 0))
  }

  // MARK: Parts

  /// Takes the tree of parts that were read as one text; false where one of them leaves something open for the next.
  ///
  /// - Parameter places: where the parts stand among all. The nodes of the first are appended at once: it is its turn.
  mutating func take(_ root: OpaquePointer, of parts: [SourcePart], _ places: [Int]) -> Bool {
    guard let starts = take(root, of: parts) else { return false }
    guard parts.count > 1 else { return true }
    let ends = starts.dropFirst() + [tree.rows.count]
    for (place, (start, end)) in zip(places, zip(starts, ends)).dropFirst() {
      held[place] = Held(rows: Array(tree.rows[start..<end]), start: start)
    }
    tree.rows.removeSubrange(starts[1]...)
    return true
  }

  /// Appends the nodes of a part that was read before its turn.
  mutating func append(_ place: Int) {
    if let nodes = held.removeValue(forKey: place) { append(nodes) }
  }

  /// The tree of all that was taken.
  consuming func finished() -> ParsedTree {
    for notes in notesHeld { append(notes) }
    tree.rows[0].end = Int32(tree.rows.count)
    return tree
  }

  private mutating func append(_ held: Held) {
    let shift = Int32(tree.rows.count - held.start)
    for row in held.rows {
      var row = row
      row.end += shift
      if row.parent > 0 { row.parent += shift }
      tree.rows.append(row)
    }
  }

  /// Takes what the document node of the library holds, and says where the nodes of each part begin.
  private mutating func take(_ root: OpaquePointer, of parts: [SourcePart]) -> [Int]? {
    // How many lines of the library's stand before each part, and behind the last.
    let lines = parts.reduce(into: [0]) { $0.append(($0.last ?? 0) + $1.lineCount) }
    var starts = [tree.rows.count]
    var last: OpaquePointer?
    var next = cmark_node_first_child(root)
    while let node = next, cmark_node_get_type(node) != CMARK_NODE_FOOTNOTE_DEFINITION {
      while starts.count < parts.count, Int(cmark_node_get_start_line(node)) > lines[starts.count] {
        if isOpen(last, behind: lines[starts.count]) { return nil }
        starts.append(tree.rows.count)
      }
      lineShift = parts[starts.count - 1].firstLine - lines[starts.count - 1]
      take(node)
      last = node
      next = cmark_node_next(node)
    }
    let isLast = parts.last?.bytes.upperBound == length
    guard starts.count == parts.count, isLast || !isOpen(last, behind: lines[parts.count]) else { return nil }
    return takeNotes(from: next, of: parts, lines) ? starts : nil
  }

  /// Takes the footnotes, which come last, wherever they are written; false where one goes on behind its part.
  private mutating func takeNotes(
    from first: OpaquePointer?, of parts: [SourcePart], _ lines: [Int]
  ) -> Bool {
    guard first != nil else { return true }
    let start = tree.rows.count
    var next = first
    while let node = next {
      let line = Int(cmark_node_get_start_line(node))
      let part = max(0, min(parts.count, lines.partitioningIndex { $0 >= line }) - 1)
      if parts[part].bytes.upperBound < length, isOpen(node, behind: lines[part + 1]) { return false }
      lineShift = parts[part].firstLine - lines[part]
      take(node)
      next = cmark_node_next(node)
    }
    notesHeld.append(Held(rows: Array(tree.rows[start...]), start: start))
    tree.rows.removeSubrange(start...)
    return true
  }

  /// Whether a block of the first level, or what stands last in it, goes on behind a line, which is empty.
  ///
  /// All but code and HTML ends there, or at the heading below. Code in a list ends there as well, but the library then
  /// says that it holds the heading.
  private func isOpen(_ block: OpaquePointer?, behind line: Int) -> Bool {
    var next = block
    while let node = next {
      let type = cmark_node_get_type(node)
      if type == CMARK_NODE_HTML_BLOCK || type == CMARK_NODE_CODE_BLOCK && Self.isFenced(node) {
        return Int(cmark_node_get_end_line(node)) >= line
      }
      next = cmark_node_last_child(node)
    }
    return false
  }

  // MARK: Nodes

  /// Takes a node of the first level and all that it holds.
  private mutating func take(_ root: OpaquePointer) {
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

  /// A line of the whole text; 0, which is none, stays so.
  private func line(_ number: Int32) -> Int {
    number > 0 ? Int(number) + lineShift : 0
  }

  /// The bytes from the first to the last column the library names, or none where it names nonsense.
  private func range(of node: OpaquePointer) -> MarkdownTree.Span32 {
    let start = tree.lines.offset(
      line: line(cmark_node_get_start_line(node)), column: Int(cmark_node_get_start_column(node)))
    // The last column is the last byte's own.
    let end = tree.lines.offset(
      line: line(cmark_node_get_end_line(node)), column: Int(cmark_node_get_end_column(node)) + 1)
    guard let start, let end, start <= end else { return .unknown }
    return .init(start: Int32(start), end: Int32(end))
  }

  /// The bytes from the first column to the end of the last line: the library leaves out a line that ends the block.
  private func rangeOfHTML(_ node: OpaquePointer, literal: ArraySlice<UInt8>) -> MarkdownTree.Span32 {
    let first = line(cmark_node_get_start_line(node))
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
