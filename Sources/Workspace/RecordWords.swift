import Markdown
import Record
import Repository

/// The words of a record that mean something beyond their language: names of the code, keys, pull requests, addresses.
struct RecordWords {
  /// Names of the code, in their order, each once.
  private(set) var identifiers: [String] = []

  /// Keys of tickets, likewise.
  private(set) var keys: [String] = []

  /// Pull requests, likewise: "#67".
  private(set) var pullRequests: [String] = []

  /// Addresses, likewise.
  private(set) var links: [String] = []

  private let project: String?

  /// - Parameter key: the record's own; other keys count where they are of the same project.
  init(_ record: RecordDocument, project key: String) {
    project = TicketKey(key)?.project
    for case .enter(let node) in record.markdown.root.events {
      switch node.kind {
      case .code: sort(node.literal, isCode: true)
      case .text:
        for word in node.literal.split(whereSeparator: { " ,;()[]\"“”'".contains($0) }) {
          sort(String(word), isCode: false)
        }
      case .link(let url, _): Self.add(url, to: &links)
      default: break
      }
    }
  }

  private mutating func sort(_ word: String, isCode: Bool) {
    let bare = isCode ? word : Self.trimmed(word)
    if let key = TicketKey(bare) {
      if key.project == project { Self.add(bare, to: &keys) }
    } else if bare.hasPrefix("#"), bare.dropFirst().allSatisfy(\.isNumber), bare.count > 1 {
      Self.add(bare, to: &pullRequests)
    } else if isCode || Self.hasShapeOfName(bare) {
      Self.add(bare, to: &identifiers)
    }
  }

  private static func add(_ word: String, to list: inout [String]) {
    if !word.isEmpty, !list.contains(word) { list.append(word) }
  }

  private static func trimmed(_ word: String) -> String {
    var word = Substring(word)
    while let last = word.last, ".:!?".contains(last) { word.removeLast() }
    return String(word)
  }

  /// Whether a word of prose looks like a name of code: an underscore or a capital amid small letters, `::`.
  private static func hasShapeOfName(_ word: String) -> Bool {
    let bytes = Array(word.utf8)
    guard bytes.count >= 3, !word.contains("://") else { return false }
    if word.contains("::") { return true }
    func isLetter(_ byte: UInt8) -> Bool { (0x61...0x7A).contains(byte | 0x20) }
    return bytes.indices.dropFirst().dropLast().contains { place in
      let (before, here, after) = (bytes[place - 1], bytes[place], bytes[place + 1])
      if here == UInt8(ascii: "_") { return isLetter(before) && isLetter(after) }
      return (0x61...0x7A).contains(before) && (0x41...0x5A).contains(here) && (0x61...0x7A).contains(after)
    }
  }
}
