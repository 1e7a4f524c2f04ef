import Markdown
import Record
import Tone

/// What a sentence may look like: one line of words and code spans.
///
/// Anything else of Markdown could be more than a sentence: a heading, a list, a link that leads elsewhere, a comment
/// that tells the review what to allow.
enum SentenceShape {
  static func fault(of text: String) -> String? {
    let bytes = Array(text.utf8)
    guard bytes.contains(where: { $0 > 0x20 }) else { return "it is empty" }
    guard bytes.count <= SupportCheck.longestSentence else {
      return "it has \(bytes.count) bytes; \(SupportCheck.longestSentence) are the most"
    }
    let isPrintable = text.unicodeScalars.allSatisfy { scalar in
      switch scalar.properties.generalCategory {
      case .control, .format, .lineSeparator, .paragraphSeparator, .privateUse, .surrogate, .unassigned: false
      default: true
      }
    }
    guard isPrintable else { return "it holds line ends or characters that cannot be seen" }
    let blocks = Array(MarkdownDocument(text: bytes).root.children)
    guard blocks.count == 1, blocks[0].kind == .paragraph,
      blocks[0].children.allSatisfy({ $0.kind == .code || $0.kind == .text && isPlain($0.literalBytes) })
    else { return "it holds markup, or marks of it, outside of code between backticks" }
    guard let last = text.last(where: { !$0.isWhitespace }), !"?!".contains(last) else {
      return "it asks or exclaims; a record states"
    }
    let sentences = ProseBlock.all(in: RecordDocument(bytes)).flatMap(\.sentences)
    return sentences.count == 1 ? nil : "it is \(sentences.count) sentences; each stands by itself"
  }

  /// Whether words are nothing but that beside those of any other sentence, too: two marks make a pair.
  private static func isPlain(_ words: ArraySlice<UInt8>) -> Bool {
    if words.contains(where: { "`*~[]<>|\\".utf8.contains($0) }) { return false }
    return words.indices.filter { words[$0] == UInt8(ascii: "_") }.allSatisfy { place in
      place > words.startIndex && place + 1 < words.endIndex && isLetterOrDigit(words[place - 1])
        && (isLetterOrDigit(words[place + 1]) || words[place + 1] == UInt8(ascii: "_"))
    }
  }

  private static func isLetterOrDigit(_ byte: UInt8) -> Bool {
    (0x30...0x39).contains(byte) || (0x61...0x7A).contains(byte | 0x20) || byte == UInt8(ascii: "_")
  }
}
