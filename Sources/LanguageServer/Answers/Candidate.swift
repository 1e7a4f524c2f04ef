import Record
import Review
import Storage
import Workspace

/// One thing that may be written.
struct Candidate {
  private let text: String
  private let source: String
  private let kind: Int64
  private let inTicks: Bool
  private let belongs: @Sendable (UInt8) -> Bool

  /// What there is to be named; outside of code and front matter names are put into it.
  init(_ entry: RecordOffer.Entry, inTicks: Bool) {
    text = entry.text
    source = entry.source
    self.inTicks = inTicks && entry.kind != .fact
    (kind, belongs) =
      switch entry.kind {
      case .identifier: (18, Self.isWord)
      case .path: (17, { Self.isWord($0) || "/.-+".utf8.contains($0) })
      case .commit: (12, Self.isWord)
      case .fact: (21, { $0 != 0x20 && $0 != 0x09 && $0 != UInt8(ascii: "`") })
      }
  }

  private init(text: String, source: String, belongs: @escaping @Sendable (UInt8) -> Bool) {
    (self.text, self.source, self.belongs) = (text, source, belongs)
    kind = 14
    inTicks = false
  }

  /// The rules that can be allowed.
  static func rules(_ catalogue: RuleCatalogue) -> [Candidate] {
    catalogue.all.filter { $0.family != .allowance }.map { rule in
      Candidate(text: rule.id, source: rule.title) { isWord($0) || "-.".utf8.contains($0) }
    }
  }

  /// The headings that a record does not have yet, in their order.
  static func headings(missingIn record: RecordDocument) -> [Candidate] {
    SectionKind.allCases.filter { record.section($0) == nil }.map { kind in
      Candidate(text: kind.heading, source: kind.isMandatory ? "a mandatory section" : "a section") {
        $0 != UInt8(ascii: "#")
      }
    }
  }

  private static func isWord(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, UInt8(ascii: "_"), 0x80...: true
    default: false
    }
  }

  /// How many bytes at the end of a line are the beginning of it.
  func typed(in line: [UInt8]) -> Int {
    let count = line.reversed().prefix(while: belongs).count
    // A blank before a heading belongs to its marks.
    return line[(line.count - count)...].drop { $0 == 0x20 }.count
  }

  /// Whether the letters that were typed stand in it, in their order and in either case.
  func matches(_ typed: ArraySlice<UInt8>) -> Bool {
    var rest = text.utf8[...]
    for byte in typed {
      guard let place = rest.firstIndex(where: { Self.folded($0) == Self.folded(byte) }) else { return false }
      rest = rest[rest.index(after: place)...]
    }
    return true
  }

  private static func folded(_ byte: UInt8) -> UInt8 { (0x41...0x5A).contains(byte) ? byte | 0x20 : byte }

  /// The item of an answer.
  ///
  /// - Parameter rank: its place in the list.
  func item(_ rank: Int, _ range: JSONTree) -> JSONTree {
    let order = String(repeating: "0", count: max(0, 4 - "\(rank)".count)) + "\(rank)"
    return .object([
      "label": .text(text), "kind": .whole(kind), "detail": .text(source), "filterText": .text(text),
      "sortText": .text(order),
      "textEdit": .object(["range": range, "newText": .text(inTicks ? "`\(text)`" : text)]),
    ])
  }
}
