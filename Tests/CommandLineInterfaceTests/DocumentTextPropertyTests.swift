import Markdown
import Rendering
import Terminal
import Testing

@testable import CommandLineInterface

/// What holds of the page of any document.
struct DocumentTextPropertyTests {
  /// What documents are made of; `@` stands for a word that occurs nowhere else.
  private static let pieces = [
    "@ ", "@ ", "@ ", "@ @ @ @ @ @ @ @ ", "@\n", "\n", "\n\n", "> ", "> ", "- ", "- ", "  ", "    ", "\t",
    "1. ",
    "99) ", "999999999. ", "- [x] ", "# ", "\n### ", "*", "**", "~~", "`", "```\n", "[", "](u) ", "![",
    "<b> ",
    "\n<div>\n", "&amp; ", "\\\n", "---\n", "[^n] ", "\n\n[^n]: ", "日本語、@ ", "👩‍👩‍👧 ", "\u{1B}[31m ",
  ]

  private static func document(seed: Int) -> String {
    var random = SeededRandom(seed: seed)
    var words = 0
    return (0..<Int.random(in: 1...60, using: &random)).map { _ in
      pieces.randomElement(using: &random)?.map { letter in
        guard letter == "@" else { return String(letter) }
        words += 1
        return "w\(words)x"
      }.joined() ?? ""
    }.joined()
  }

  /// The words that were put in, as they stand in a text.
  private static func words(in text: String) -> [String] {
    text.split { !($0.isASCII && ($0.isLetter || $0.isNumber)) }.map(String.init).filter {
      $0.hasPrefix("w") && $0.hasSuffix("x")
    }
  }

  /// Signs of the margin: a line that has one word beside them cannot be broken.
  private static let marks: Set<Character> = ["│", "•", "◦", "▪"]

  private static func wordCount(_ line: StyledText) -> Int {
    line.plain.split(separator: " ").drop {
      $0.allSatisfy(marks.contains) || $0.hasSuffix(".") || $0.hasSuffix(")") || $0.hasPrefix("[")
        || $0 == "]"
    }.count
  }

  @Test(arguments: 0..<80)
  func `All words are on the page in order, and no line is wider but code and single words`(seed: Int) {
    let text = Self.document(seed: seed)
    let document = MarkdownDocument(text: Array(text.utf8))
    let nodes = document.root.descendants
    let expected = nodes.flatMap { Self.words(in: $0.literal) }
    let code = Set(
      nodes.filter { if case .codeBlock = $0.kind { true } else { false } }
        .flatMap { FileText($0.literalBytes).lines.map { $0.expandingTabs(every: 8) } })
    for width in [20, 21 + seed % 60, 100] {
      let lines = DocumentText(document, width: width, usesColor: true).lines
      #expect(Self.words(in: lines.map { $0.plain + "\n" }.joined()) == expected, "\(width): \(text)")
      for line in lines where line.columns > width && Self.wordCount(line) > 1 {
        #expect(code.contains { line.plain.hasSuffix($0) }, "\(width): \(line.plain) in \(text)")
      }
      #expect(lines.allSatisfy { $0.plain.unicodeScalars.allSatisfy { $0.value >= 0x20 } })
    }
  }

  @Test(arguments: 0..<60)
  func `All words of a table are on the page, whatever its width`(seed: Int) {
    var random = SeededRandom(seed: seed)
    var count = 0
    let columns = Int.random(in: 1...8, using: &random)
    var rows = (0..<5).map { _ in
      (0..<columns).map { _ in
        let words = (0..<Int.random(in: 0...6, using: &random)).map { _ -> String in
          count += 1
          return "w\(count)x"
        }
        return " " + words.joined(separator: " ") + " "
      }.joined(separator: "|")
    }.map { "|\($0)|\n" }
    rows.insert(String(repeating: "|---", count: columns) + "|\n", at: 1)
    let document = MarkdownDocument(text: Array(rows.joined().utf8))
    for width in [20, 40, 80] {
      let lines = DocumentText(document, width: width, usesColor: true).lines
      let found = Set(Self.words(in: lines.map { $0.plain + "\n" }.joined()))
      #expect(found == Set((0..<count).map { "w\($0 + 1)x" }), "\(width): \(rows.joined())")
      #expect(lines.allSatisfy { $0.columns <= width })
    }
  }

  static let hostile = [
    "> ", "- ", "1. ", "> - ", "*a ", "**", "[", "![", "`", "word ", "x", "日本", "a\u{301}", "\u{1F1E8}",
    "- a\n", "# ",
    "    a\tb", "<div>", "|a", "\t", "\u{1B}", "[^1]",
  ]

  @Test(arguments: hostile)
  func `A page grows in proportion to its document, however deep that is nested`(unit: String) {
    let sizes = [2_500, 5_000].map { count in
      let document = MarkdownDocument(text: Array((String(repeating: unit, count: count) + "x").utf8))
      return DocumentText(document, width: 80, usesColor: true).lines.reduce(0) {
        $0 + $1.plain.utf8.count + 1
      }
    }
    #expect(sizes[1] <= 2 * sizes[0] + 200)
    #expect(sizes[1] <= 16 * (5_000 * unit.utf8.count + 20))
  }
}
