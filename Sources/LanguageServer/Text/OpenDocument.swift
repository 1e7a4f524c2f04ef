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
  /// - Returns: whether all of them could be read.
  mutating func apply(_ changes: [JSONTree], version: JSONTree, _ encoding: PositionEncoding) -> Bool {
    self.version = version
    generation += 1
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
