import Casework
import Markdown
import Record
import YAML

/// A record as the rules of structure read it.
struct RecordReading {
  let record: RecordDocument

  /// What the front matter says; nil where there is none or it cannot be read.
  let frontMatter: YAMLNode?

  /// Why the front matter cannot be read.
  let frontMatterFault: YAMLError?

  init(_ record: RecordDocument) {
    self.record = record
    do throws(YAMLError) {
      (frontMatter, frontMatterFault) = (try record.readFrontMatter(), nil)
    } catch {
      (frontMatter, frontMatterFault) = (nil, error)
    }
  }

  /// What the front matter says under a name; empty where it says nothing.
  func value(_ name: String) -> String { frontMatter?[name]?.text ?? "" }

  /// Where a finding about the whole record stands: its title, or its first line.
  var place: Range<Int> {
    if let title = record.title { return trimmed(title.range) }
    let start = record.frontMatter?.range.upperBound ?? 0
    return trimmed(start..<(record.text[start...].firstIndex(of: 0x0A) ?? record.text.count))
  }

  /// A heading without its line ending.
  func heading(of section: RecordSection) -> Range<Int> { trimmed(section.headingRange) }

  /// A range without white space at its end.
  func trimmed(_ range: Range<Int>) -> Range<Int> {
    let blank = { (byte: UInt8) in byte == 0x20 || (0x09...0x0D).contains(byte) }
    let end = record.text[range].lastIndex { !blank($0) }.map { $0 + 1 } ?? range.lowerBound
    return range.lowerBound..<end
  }
}

extension RecordSection {
  /// The blocks of the body that a reader sees: no comments.
  var content: [MarkdownNode] {
    nodes.filter { node in
      switch node.kind {
      case .htmlBlock: !node.isComment
      case .thematicBreak: false
      default: true
      }
    }
  }

  /// All that a reader sees of it as text, code included.
  var text: String { content.map(\.plainText).joined(separator: "\n") }

  /// Its paragraphs without code and quotations.
  var prose: [[UInt8]] { content.flatMap(\.prose) }

  /// Whether some node below it is one of these.
  func holds(_ isWanted: (MarkdownKind) -> Bool) -> Bool {
    content.contains { isWanted($0.kind) || $0.descendants.contains { isWanted($0.kind) } }
  }

  /// The items of its lists, those of lists within them not counted.
  var items: [MarkdownNode] { content.filter(\.isList).flatMap { Array($0.children) } }
}

extension MarkdownNode {
  /// Whether it is HTML that is nothing but a comment.
  var isComment: Bool {
    let isBlank = { (byte: UInt8) in byte == 0x20 || (0x09...0x0D).contains(byte) }
    let text = literalBytes.drop(while: isBlank)
    guard text.starts(with: "<!--".utf8) else { return false }
    guard let end = text.place(of: "-->".utf8) else { return true }
    return text[(end + 3)...].allSatisfy(isBlank)
  }

  /// The words of its paragraphs, each without code and quotations; quoted paragraphs are left out.
  var prose: [[UInt8]] {
    switch kind {
    case .paragraph, .heading, .tableCell: return [words]
    case .blockQuote, .codeBlock, .htmlBlock: return []
    default: return children.flatMap(\.prose)
    }
  }

  private var words: [UInt8] {
    var output: [UInt8] = []
    for node in descendants {
      switch node.kind {
      case .text: output += node.literalBytes
      case .softBreak, .hardBreak, .code: output.append(0x20)
      default: break
      }
    }
    return Quotation.removed(from: output)
  }
}
