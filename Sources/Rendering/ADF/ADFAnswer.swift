public import Markdown
import Storage

/// The one document of ADF that stands in what an API answers: a comment, an issue, a page, or the document alone.
public struct ADFAnswer: Sendable {
  /// The document.
  public let document: ADFDocument

  /// Looks for it in the bytes of an answer.
  ///
  /// - Throws: `ADFAnswerFault` where they are no JSON, or hold no document or several.
  public init(_ json: [UInt8]) throws(ADFAnswerFault) {
    if let fault = JSONFault(in: json) {
      throw .notJSON(LineIndex(json).position(of: fault.offset), expected: fault.expected)
    }
    guard let answer = try? JSONText.decode(ADFPlaces.self, from: json) else { throw .notReadable }
    guard let first = answer.found.first else { throw .noDocument }
    guard answer.found.count == 1 else { throw .several(answer.found.map(\.path)) }
    document = ADFReading(first.root.withBlanksOfMarkdown).document
  }
}

/// Why no document can be taken from an answer.
public enum ADFAnswerFault: Error, Sendable, Equatable {
  /// It breaks the grammar of JSON.
  case notJSON(MarkdownPosition, expected: String)

  /// It is JSON that cannot be read: nested more than 512 levels deep, or with text that is no Unicode.
  case notReadable

  /// There is none in it.
  case noDocument

  /// There are several, each at a path as `jq` writes it.
  case several([String])
}

/// Where documents stand in any JSON.
private struct ADFPlaces: Decodable {
  var found: [(path: String, root: ADFNode)] = []

  private struct Key: CodingKey {
    static let type = Self("type")

    let stringValue: String
    let intValue: Int?

    init(_ name: String) { (stringValue, intValue) = (name, nil) }
    init?(stringValue: String) { self.init(stringValue) }
    init?(intValue: Int) { return nil }
  }

  init(from decoder: any Decoder) throws {
    if let members = try? decoder.container(keyedBy: Key.self) {
      if (try? members.decode(String.self, forKey: .type)) == "doc" {
        found = [(Self.path(decoder.codingPath), try ADFNode(from: decoder))]
        return
      }
      for name in members.allKeys.sorted(by: { $0.stringValue < $1.stringValue }) {
        found += try members.decode(Self.self, forKey: name).found
      }
    } else if var elements = try? decoder.unkeyedContainer() {
      while !elements.isAtEnd { found += try elements.decode(Self.self).found }
    } else if decoder.codingPath.contains(where: { $0.stringValue == "atlas_doc_format" }),
      // Confluence answers with the JSON of a page as a string.
      let text = try? decoder.singleValueContainer().decode(String.self),
      let root = try? JSONText.decode(ADFNode.self, from: Array(text.utf8)), root.type == "doc"
    {
      found = [(Self.path(decoder.codingPath), root)]
    }
  }

  /// A path as `jq` writes it: `.fields.comment.comments[0].body`.
  private static func path(_ keys: [any CodingKey]) -> String {
    let path = keys.map { key in key.intValue.map { "[\($0)]" } ?? ".\(key.stringValue)" }.joined()
    return path.first == "." ? path : ".\(path)"
  }
}
