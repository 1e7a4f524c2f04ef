import Casework
import Markdown

extension RecordFacts {
  /// Names of code in the prose of a case that Markdown takes for markup: they may not be seen whole.
  var eatenNames: [RecordRemark] {
    prose.flatMap { field, text in
      Self.eaten(in: text).map { name in
        RecordRemark(
          message: "\(field) says \(name.text), which Markdown \(name.reading).",
          remedy: "Put it between backticks: postmortem edit \(facts.key)")
      }
    }
  }

  /// The fields that a record takes as Markdown.
  private var prose: [(field: String, text: String)] {
    var prose = [
      ("cause.mechanism", facts.cause.mechanism), ("cause.chain", facts.cause.chain),
      ("fix.summary", facts.fix.summary), ("fix.reason", facts.fix.reason),
      ("slipped.text", facts.slipped.text),
    ]
    for (place, attempt) in facts.attempts.enumerated() {
      prose.append(("attempts.\(place).flaw", attempt.flaw))
    }
    return prose
  }

  private static func eaten(in text: String) -> [(text: String, reading: String)] {
    let bytes = Array(text.utf8)
    return MarkdownDocument(text: bytes).root.descendants.compactMap { node in
      switch node.kind {
      case .strong:
        // Stars are meant; underscores around one word may be a part of it.
        guard let range = node.range, bytes[range].starts(with: "__".utf8), isName(node.plainText) else {
          return nil
        }
        return (String(decoding: bytes[range], as: UTF8.self), "sets in bold, without its underscores")
      case .htmlInline where !node.literal.hasPrefix("<!--") && !node.literal.hasPrefix("<br"):
        return (node.literal, "reads as HTML: a page of the record may not show it")
      default: return nil
      }
    }
  }

  private static func isName(_ text: String) -> Bool {
    !text.isEmpty && text.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "_") }
  }
}
