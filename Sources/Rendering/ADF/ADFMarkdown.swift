/// A document of ADF as Markdown that reads back as the same document, where Markdown has a word for it.
///
/// A panel is an alert, an expand `<details>`; a lozenge is its word.
public struct ADFMarkdown: Sendable {
  /// The text.
  public let text: String

  /// Writes a document.
  public init(_ document: ADFDocument) {
    let lines = Self.lines(document.blocks)
    text = lines.isEmpty ? "" : lines.joined(separator: "\n") + "\n"
  }

  /// The lines of blocks, a blank one between two of them.
  private static func lines(_ blocks: [ADFBlock]) -> [String] {
    var lines: [String] = []
    var last: (block: ADFBlock, isSecond: Bool)?
    for block in blocks {
      let isSecond = last.map { $0.block.isMarkedLike(block) && !$0.isSecond } ?? false
      let next = self.lines(block, isSecond: isSecond)
      guard !next.isEmpty else { continue }
      if let last {
        lines.append("")
        // Two quotations that follow each other would be one.
        if case (.blockquote, .blockquote) = (last.block, block) { lines += ["<!-- -->", ""] }
        if case (.panel, .blockquote) = (last.block, block) { lines += ["<!-- -->", ""] }
        if case (.blockquote, .panel) = (last.block, block) { lines += ["<!-- -->", ""] }
        if case (.panel, .panel) = (last.block, block) { lines += ["<!-- -->", ""] }
      }
      lines += next
      last = (block, isSecond)
    }
    return lines
  }

  /// - Parameter isSecond: whether a list has the other mark, for not to go on with the list before it.
  private static func lines(_ block: ADFBlock, isSecond: Bool) -> [String] {
    switch block {
    case .paragraph(let words, _): return words.isEmpty ? [] : ADFWords.lines(words)
    case .heading(let level, let words):
      let text = ADFWords.line(words)
      return [String(repeating: "#", count: level) + (text.isEmpty ? "" : " \(text)")]
    case .bulletList(let items): return items.flatMap { item($0.blocks, mark: isSecond ? "*" : "-") }
    case .orderedList(let start, let items):
      return items.enumerated().flatMap { place, held in
        item(held.blocks, mark: "\(min(start + place, 999_999_999))\(isSecond ? ")" : ".")")
      }
    case .taskList(let tasks): return lines(tasks, mark: isSecond ? "*" : "-")
    case .codeBlock(let language, let code): return fenced(code, language)
    case .blockquote(let blocks): return lines(blocks).map { $0.isEmpty ? ">" : "> \($0)" }
    case .rule: return ["***"]
    case .table(let rows): return table(rows)
    case .panel(let panel, let blocks): return lines(panel, blocks)
    case .expand(let title, let blocks):
      return ["<details>", "<summary>\(ADFWords.plain(title))</summary>", ""] + lines(blocks) + [
        "", "</details>",
      ]
    }
  }

  private static func item(_ blocks: [ADFBlock], mark: String) -> [String] {
    let indent = String(repeating: " ", count: mark.utf8.count + 1)
    return lines(blocks).enumerated().map { place, line in
      line.isEmpty ? (place == 0 ? mark : "") : (place == 0 ? "\(mark) " : indent) + line
    }.nonEmpty(or: mark)
  }

  private static func lines(_ tasks: [ADFTask], mark: String) -> [String] {
    var lines: [String] = []
    var below = 0
    for task in tasks {
      switch task {
      case .item(let isDone, let words):
        below = 0
        // A box with nothing behind it would be none: an empty link shows nothing.
        let text = words.isEmpty ? ["[]()"] : ADFWords.lines(words)
        lines.append("\(mark) [\(isDone ? "x" : " ")] \(text[0])")
        lines += text.dropFirst().map { "  \($0)" }
      case .list(let tasks):
        lines += self.lines(tasks, mark: below % 2 == 0 ? "-" : "*").map { "  \($0)" }
        below += 1
      }
    }
    return lines
  }

  private static func fenced(_ code: String, _ language: String) -> [String] {
    let sign: Character = language.contains("`") ? "~" : "`"
    var longest = 2
    var run = 0
    for character in code {
      run = character == sign ? run + 1 : 0
      longest = max(longest, run)
    }
    let fence = String(repeating: sign, count: longest + 1)
    let lines = code.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    let info = ADFWords.escaped(language)
    return ["\(fence)\(info)"] + (code.isEmpty ? [] : lines) + [fence]
  }

  private static func table(_ rows: [ADFRow]) -> [String] {
    let width = rows.map(\.cells.count).max() ?? 0
    // Without a row of headings Markdown has no table: an empty one.
    let all = rows.first?.isHeader == true ? rows : [ADFRow(isHeader: true, cells: [])] + rows
    var lines = all.map { row in
      let cells = (0..<width).map { $0 < row.cells.count ? cell(row.cells[$0]) : "" }
      return "| \(cells.joined(separator: " | ")) |"
    }
    let alignments = (0..<width).map { column -> String in
      guard let cells = rows.first?.cells, column < cells.count,
        case .paragraph(_, let alignment)? = cells[column].first
      else { return "---" }
      return alignment == .center ? ":-:" : alignment == .end ? "--:" : "---"
    }
    lines.insert("| \(alignments.joined(separator: " | ")) |", at: 1)
    return lines
  }

  private static func cell(_ blocks: [ADFBlock]) -> String {
    blocks.map { block -> String in
      if case .paragraph(let words, _) = block { return ADFWords.line(words) }
      // A cell holds prose only: other blocks are their lines.
      return lines([block]).joined(separator: "<br>")
    }.joined(separator: "<br>").replacing("|", with: "\\|")
  }

  private static func lines(_ panel: ADFPanel, _ blocks: [ADFBlock]) -> [String] {
    let kind = Alert.kinds.first { $0.panel == panel }?.title ?? "Note"
    var held = blocks[...]
    if held.first == .paragraph([.text(kind, ADFMarks(styles: .strong))]) { held.removeFirst() }
    let lines = self.lines(Array(held)).map { $0.isEmpty ? ">" : "> \($0)" }
    return ["> [!\(kind.uppercased())]"] + (lines.isEmpty ? [] : [">"] + lines)
  }
}

extension ADFBlock {
  /// Whether both are lists whose items have marks of one kind.
  fileprivate func isMarkedLike(_ other: ADFBlock) -> Bool {
    switch (self, other) {
    case (.bulletList, .bulletList), (.bulletList, .taskList), (.taskList, .bulletList),
      (.taskList, .taskList),
      (.orderedList, .orderedList):
      true
    default: false
    }
  }
}

extension [String] {
  fileprivate func nonEmpty(or line: String) -> [String] { isEmpty ? [line] : self }
}
