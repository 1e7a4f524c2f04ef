import Markdown

/// What a reader sees of one block of prose, and where each of its words is written.
struct GitHubProse {
  /// Words of one node.
  struct Piece {
    var node: MarkdownNode

    /// Where they begin among all words.
    var start: Int

    /// Whether something can be put between them.
    var isOpen: Bool
  }

  /// All words, one behind the other.
  private(set) var bytes: [UInt8] = []

  private(set) var pieces: [Piece] = []

  /// Where words begin that are set otherwise than those before them.
  private(set) var starts: [Int] = []

  /// Ends of lines that are to be blanks.
  private(set) var lineEnds: [MarkdownNode] = []

  /// Links and images, each behind those that stand in it.
  private(set) var links: [MarkdownNode] = []

  /// HTML.
  private(set) var html: [MarkdownNode] = []

  private var last: MarkdownNode?

  init(_ block: MarkdownNode, in source: [UInt8]) {
    var closedEnd = 0
    var addressEnd = 0
    for event in block.events {
      switch event {
      case .leave(let node):
        switch node.kind {
        case .link, .image: links.append(node)
        default: break
        }
      case .enter(let node):
        // What stands in the place of an image is the value of an attribute, in which nothing has an effect.
        guard node.index >= closedEnd else { continue }
        switch node.kind {
        case .text: append(node.literalBytes, of: node, isOpen: node.index >= addressEnd)
        case .softBreak:
          lineEnds.append(node)
          append([0x0A], of: node, isOpen: false)
        case .hardBreak: bytes.append(0x0A)
        case .htmlInline where Self.isDollar(node, in: source):
          bytes.append(PostedEffects.barrier)
          closedEnd = node.index + 3
        case .htmlInline:
          html.append(node)
          if HTMLText.isBreak(node.literalBytes) {
            bytes.append(0x0A)
          } else if HTMLText.isVisible(node.literalBytes) {
            append(node.literalBytes, of: node, isOpen: true)
          }
        case .image:
          closedEnd = node.children.endIndex
          bytes.append(PostedEffects.barrier)
        case .link:
          if let range = node.range, source[range].first != UInt8(ascii: "[") {
            addressEnd = node.children.endIndex
          }
        case .code, .footnoteReference: bytes.append(PostedEffects.barrier)
        default: break
        }
      }
    }
  }

  /// Whether three nodes begin here that are a dollar sign as GitHub's documentation has it.
  private static func isDollar(_ node: MarkdownNode, in source: [UInt8]) -> Bool {
    guard let range = node.range, let parent = node.parent, node.index + 2 < parent.children.endIndex else {
      return false
    }
    return source[range.lowerBound...].starts(with: GitHubText.dollar.utf8)
  }

  private mutating func append(_ words: ArraySlice<UInt8>, of node: MarkdownNode, isOpen: Bool) {
    let isNext = last.map { $0.index + 1 == node.index && $0.parent?.index == node.parent?.index }
    if isNext != true { starts.append(bytes.count) }
    pieces.append(Piece(node: node, start: bytes.count, isOpen: isOpen))
    bytes += words
    last = node
  }

  /// What the words would do, by the place of the piece in which.
  var effects: [Int: [PostedEffects.Effect]] {
    var effects: [Int: [PostedEffects.Effect]] = [:]
    var place = 0
    for effect in PostedEffects(bytes, starts: starts).found {
      while place + 1 < pieces.count, pieces[place + 1].start <= effect.offset { place += 1 }
      guard pieces[place].isOpen else { continue }
      var effect = effect
      effect.offset -= pieces[place].start
      effects[place, default: []].append(effect)
    }
    return effects
  }
}
