import Record
import Storage

/// A text that a client has open: what it says counts, not what is on the disk.
struct OpenDocument: Sendable {
  /// What the client calls it.
  let address: String

  /// Where it is; nil where it is on no disk yet.
  let path: String?

  /// The client's number of this text.
  private(set) var version: JSONTree

  private(set) var text: [UInt8]

  /// How often it was changed.
  private(set) var generation = 0

  /// The last notices of changes, by rising version, each with the text that it was about.
  private var recent: [(version: Int64, changes: [JSONTree], before: [UInt8])] = []

  /// How many notices are remembered, and how many bytes of texts at most, save for one.
  ///
  /// A client that was seen to mix them up was off by five.
  private static let remembered = (notices: 32, bytes: 4_000_000)

  /// A document as `textDocument/didOpen` tells of it; nil where it does not.
  init?(_ item: JSONTree) {
    guard let address = item["uri"].text, let text = item["text"].text else { return nil }
    self.address = address
    path = FileAddress.path(of: address)
    version = item["version"]
    self.text = Array(text.utf8)
  }

  /// Applies changes of `textDocument/didChange`, each to what the one before it has left.
  ///
  /// Versions rise with each notice. One that is lower than that of a notice already here has been overtaken, as Helix
  /// lets it happen when keys come faster than they are typed: it is put in where it belongs, and what came before it
  /// is applied anew.
  ///
  /// - Returns: whether all of them could be read.
  mutating func apply(_ changes: [JSONTree], version: JSONTree, _ encoding: PositionEncoding) -> Bool {
    generation += 1
    guard case .whole(let number) = version else {
      self.version = version
      recent = []
      return replace(changes, encoding)
    }
    let place = recent.firstIndex { $0.version > number } ?? recent.endIndex
    let overtaking = recent[place...].map { ($0.version, $0.changes) }
    if let first = recent[place...].first { text = first.before } else { self.version = version }
    recent.removeSubrange(place...)
    var isWhole = true
    for (number, changes) in [(number, changes)] + overtaking {
      recent.append((number, changes, text))
      if !replace(changes, encoding) { isWhole = false }
    }
    let room = min(Self.remembered.notices, max(1, Self.remembered.bytes / max(1, text.count)))
    recent.removeFirst(max(0, recent.count - room))
    return isWhole
  }

  private mutating func replace(_ changes: [JSONTree], _ encoding: PositionEncoding) -> Bool {
    for change in changes {
      guard let new = change["text"].text else { return false }
      guard change["range"] != .nothing else {
        text = Array(new.utf8)
        continue
      }
      guard let range = TextPositions(text, encoding).range(change["range"]) else { return false }
      text.replaceSubrange(range, with: new.utf8)
    }
    return true
  }

  var record: RecordDocument { RecordDocument(text) }
}
