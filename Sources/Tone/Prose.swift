internal import Markdown

/// The visible words of one block in one flat buffer, with the way back to the source.
///
/// Code and addresses are one byte each, so that they are nouns and nothing in them is read.
struct Prose {
  /// Stands for code, and for all else that is written for machines.
  static let code: UInt8 = 0x01

  private(set) var bytes: [UInt8] = []

  /// A node whose words begin at an offset of `bytes`.
  private struct Piece {
    var start: Int
    var node: Int
    var isText: Bool
  }

  private var pieces: [Piece] = []

  /// Begins the next block.
  mutating func clear() {
    bytes.removeAll(keepingCapacity: true)
    pieces.removeAll(keepingCapacity: true)
  }

  mutating func append(_ words: Span<UInt8>, of node: Int) {
    pieces.append(Piece(start: bytes.count, node: node, isText: true))
    for place in words.indices { bytes.append(words[place]) }
  }

  mutating func appendPlaceholder(for node: Int) {
    pieces.append(Piece(start: bytes.count, node: node, isText: false))
    bytes.append(Self.code)
  }

  mutating func appendSpace() {
    bytes.append(0x20)
  }

  // MARK: Back to the source

  /// The bytes of the source in which ranges of the prose stand, in their order.
  ///
  /// Offsets of one node are looked for together: a node may be long, and each search begins at its start.
  func sources(of ranges: [Range<Int>], in document: MarkdownDocument) -> [Range<Int>] {
    var found = Array(repeating: 0..<0, count: ranges.count)
    let starts = ranges.indices.sorted { ranges[$0].lowerBound < ranges[$1].lowerBound }
    let starting = offsets(starts.map { (place: ranges[$0].lowerBound, edge: 0) }, in: document)
    let ends = ranges.indices.sorted { ranges[$0].upperBound < ranges[$1].upperBound }
    let ending = offsets(ends.map { (place: ranges[$0].upperBound - 1, edge: 1) }, in: document)
    for (index, start) in zip(starts, starting) { found[index] = start..<start }
    for (index, end) in zip(ends, ending) {
      found[index] = found[index].lowerBound..<max(found[index].lowerBound, end)
    }
    return found
  }

  /// Where bytes of the prose begin (`edge` 0) or end (1) in the source, for places that grow.
  private func offsets(_ places: [(place: Int, edge: Int)], in document: MarkdownDocument) -> [Int] {
    var found: [Int] = []
    var index = 0
    var piece = 0
    while index < places.count {
      while piece + 1 < pieces.count, pieces[piece + 1].start <= places[index].place { piece += 1 }
      let limit = piece + 1 < pieces.count ? pieces[piece + 1].start : bytes.count
      let group = places[index...].prefix { $0.place < limit }
      found += offsets(group, within: pieces[piece], of: document)
      index += max(1, group.count)
    }
    return found
  }

  private func offsets(
    _ group: ArraySlice<(place: Int, edge: Int)>, within piece: Piece, of document: MarkdownDocument
  ) -> [Int] {
    let node = document.node(at: piece.node)
    if piece.isText,
      let offsets = document.sourceOffsets(of: group.map { $0.place - piece.start + $0.edge }, in: node)
    {
      return offsets
    }
    let range = node.enclosingRange
    return group.map { $0.edge == 0 ? range.lowerBound : range.upperBound }
  }
}
