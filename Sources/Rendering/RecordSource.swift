import Markdown
import Record

/// A text to be rendered that is a record: it begins with front matter and has the sections that every record has.
struct RecordSource {
  /// Code of more lines than these is folded away where something can be.
  static let longestCode = 20

  let document: RecordDocument
  let frontMatter: FrontMatter

  /// The record in `text`; nil where there is no front matter, or a section is missing that every record has.
  init?(_ text: [UInt8]) {
    guard let frontMatter = FrontMatter(of: text) else { return nil }
    document = RecordDocument(text)
    guard document.missingSections.isEmpty else { return nil }
    self.frontMatter = frontMatter
  }

  /// Where its Markdown begins.
  var start: Int { frontMatter.range.upperBound }

  /// What stands between the fences of its front matter.
  var frontMatterContent: ArraySlice<UInt8> { document.text[frontMatter.content] }

  /// The sections that hold evidence.
  var evidence: [RecordSection] {
    document.sections.filter { $0.kind == .evidence && !$0.nodes.isEmpty }
  }

  /// The key that the front matter names; empty where it names none.
  var key: String { value(of: "key") }

  /// What stands behind a name of the front matter, on its line.
  func value(of name: String) -> String {
    let begin = Array("\(name):".utf8)
    for line in frontMatterContent.split(separator: 0x0A) where line.starts(with: begin) {
      return String(
        decoding: line.dropFirst(begin.count).filter { !ASCII.isSpace($0) && !"\"'".utf8.contains($0) },
        as: UTF8.self)
    }
    return ""
  }
}
