import Markdown

/// The tags of a page of HTML.
struct HTMLMarkup: PageMarkup {
  typealias Rule = HTMLRule

  static let lineBreak = "<br>\n"
  static let softBreak: UInt8 = 0x0A
  static let thematicBreak = "<hr>\n"

  /// A writer of what HTML takes.
  static var writer: MarkupWriter {
    MarkupWriter { scalar in
      switch scalar.value {
      case 0x09, 0x0A, 0x0D: false
      case ..<0x20, 0x7F...0x9F, 0xFDD0...0xFDEF: true
      default: scalar.value & 0xFFFE == 0xFFFE
      }
    }
  }

  // MARK: Prose

  func openLink(_ url: String, title: String, on page: inout Page<HTMLRule>) {
    page.openLink(url, title: title, " rel=\"noopener\"")
  }

  func closeLink(on page: inout Page<HTMLRule>) { page.put("</a>") }

  func addCall(of note: Int, count: Int, on page: inout Page<HTMLRule>) {
    let id = count == 1 ? "fnref:\(note)" : "fnref:\(note)-\(count)"
    page.put("<sup><a href=\"#fn:\(note)\" id=\"\(id)\" rel=\"noopener\">\(note)</a></sup>")
  }

  func openStanding(_ standing: Standing, on page: inout Page<HTMLRule>) {
    page.put("<span class=\"standing \(standing.rawValue)\">")
  }

  func closeStanding(on page: inout Page<HTMLRule>) { page.put("</span>") }
  func openAttestedNote(on page: inout Page<HTMLRule>) { page.put("<span class=\"note attested\">") }
  func closeAttestedNote(on page: inout Page<HTMLRule>) { page.put("</span>") }

  // MARK: Sections

  func openHeading(_ heading: MarkdownNode, level: Int, on page: inout Page<HTMLRule>) {
    page.put("<h\(level) id=\"")
    page.writer.text((page.headings.names[heading.index] ?? "").utf8)
    page.put("\">")
  }

  func closeHeading(level: Int, opensEvidence: Bool, on page: inout Page<HTMLRule>) {
    page.put(opensEvidence ? "</h\(level)></summary>\n" : "</h\(level)>\n")
  }

  func openEvidence(on page: inout Page<HTMLRule>) {
    page.put("<details class=\"evidence\">\n<summary>")
  }

  func closeEvidence(on page: inout Page<HTMLRule>) { page.put("</details>\n") }

  func addCode(_ code: PageCode, on page: inout Page<HTMLRule>) -> Bool {
    if let lines = code.foldedLines {
      page.put("<details class=\"code\">\n<summary>\(lines) lines</summary>\n")
    }
    page.put("<pre><code")
    if !code.language.isEmpty {
      page.put(" class=\"language-")
      page.writer.text(code.language.utf8)
      page.put("\"")
    }
    page.put(">")
    let isChanged = page.writer.text(code.bytes)
    page.put(code.foldedLines == nil ? "</code></pre>\n" : "</code></pre>\n</details>\n")
    return isChanged
  }

  func addFacts(_ entries: [(name: String, text: String)], on page: inout Page<HTMLRule>) -> Bool {
    page.put("<table class=\"facts\">\n")
    let isChanged = page.addRows(entries, heading: "<th scope=\"row\">")
    page.put("</table>\n")
    return isChanged
  }

  // MARK: Lists and quotations

  func openList(_ node: MarkdownNode, _ list: MarkdownList, on page: inout Page<HTMLRule>) {
    page.put(list.openingTag)
  }

  func closeList(_ list: MarkdownList, on page: inout Page<HTMLRule>) { page.put(list.closingTag) }

  func openItem(_ box: TaskLists.Box?, on page: inout Page<HTMLRule>) {
    guard let box else { return page.put("<li>") }
    let state = box.isDone ? "aria-label=\"done\" checked" : "aria-label=\"to do\""
    page.put("<li class=\"task\"><input type=\"checkbox\" disabled \(state)> ")
  }

  func closeItem(on page: inout Page<HTMLRule>) { page.put("</li>\n") }

  func openAlert(_ alert: Alert, on page: inout Page<HTMLRule>) {
    page.put("<aside class=\"alert \(alert.title.lowercased())\">\n<p class=\"kind\">\(alert.title)</p>\n")
  }

  func closeAlert(on page: inout Page<HTMLRule>) { page.put("</aside>\n") }

  // MARK: Tables

  func openTable(on page: inout Page<HTMLRule>) { page.put("<div class=\"table\"><table>\n") }

  func closeTable(_ table: MarkdownNode, on page: inout Page<HTMLRule>) {
    page.put(table.children.count > 1 ? "</tbody>\n</table></div>\n" : "</table></div>\n")
  }

  func openRow(isHeader: Bool, on page: inout Page<HTMLRule>) {
    page.put(isHeader ? "<thead>\n<tr>" : "<tr>")
  }

  func closeRow(_ row: MarkdownNode, isHeader: Bool, on page: inout Page<HTMLRule>) {
    let hasBody = isHeader && (row.parent?.children.count ?? 0) > 1
    page.put(isHeader ? "</tr>\n</thead>\n" + (hasBody ? "<tbody>\n" : "") : "</tr>\n")
  }

  func openCell(isHeader: Bool, _ alignment: ColumnAlignment, on page: inout Page<HTMLRule>) {
    let style =
      switch alignment {
      case .center: " class=\"center\""
      case .right: " class=\"end\""
      case .automatic, .left: ""
      }
    page.put(isHeader ? "<th scope=\"col\"\(style)>" : "<td\(style)>")
  }

  func closeCell(isHeader: Bool, on page: inout Page<HTMLRule>) { page.put(isHeader ? "</th>" : "</td>") }

  // MARK: Footnotes

  func openNotes(on page: inout Page<HTMLRule>) {
    page.put("<section class=\"footnotes\" aria-label=\"Footnotes\">\n<ol>\n")
  }

  func closeNotes(on page: inout Page<HTMLRule>) { page.put("</ol>\n</section>\n") }

  func openNote(_ note: MarkdownNode, number: Int, on page: inout Page<HTMLRule>) {
    page.put("<li id=\"fn:\(number)\">\n")
  }

  func closeNote(number: Int, isCalled: Bool, on page: inout Page<HTMLRule>) {
    if isCalled { page.put("<a href=\"#fnref:\(number)\" rel=\"noopener\" aria-label=\"Back\">↩</a>") }
    page.put("</li>\n")
  }
}
