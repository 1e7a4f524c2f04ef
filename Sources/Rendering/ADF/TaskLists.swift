import Markdown

/// Which lists of a document can be lists of tasks in ADF, and which items are tasks at all.
///
/// The parser sees a box only where the item's mark comes first on its line: in `> - [ ] a` and `1. - [x] a` it leaves
/// the box in the text, where GitHub shows one.
struct TaskLists {
  /// A box at the beginning of an item.
  struct Box: Equatable {
    var isDone: Bool

    /// Whether it is still in the item's text.
    var isLiteral: Bool
  }

  private let source: [UInt8]

  /// Whether there may be any.
  let mayBeAny: Bool

  /// For each list of tasks only, how many lists deep it is; by the list's place in reading order.
  private var depths: [Int: Int] = [:]

  init(of document: MarkdownDocument) {
    source = document.text
    mayBeAny = document.mayHaveTasks
    guard mayBeAny else { return }
    // Backwards, what a list holds comes before the list.
    for index in stride(from: document.nodeCount - 1, through: 1, by: -1) {
      let node = document.node(at: index)
      guard node.isList, case .list(let list) = node.kind, !list.isOrdered else { continue }
      depths[index] = depth(of: node)
    }
  }

  /// How many lists of tasks stand in each other, this one included; nil where it is no list of tasks only.
  func depth(ofList node: MarkdownNode) -> Int? { depths[node.index] }

  /// The box of an item.
  func box(of item: MarkdownNode) -> Box? {
    guard mayBeAny, case .item(let task) = item.kind else { return nil }
    if let task { return Box(isDone: task == .done, isLiteral: false) }
    guard let first = item.children.first, case .paragraph = first.kind,
      let text = first.children.first, text.literalBytes.first == UInt8(ascii: "["), case .text = text.kind,
      let isDone = Self.isDone(box: text.literalBytes.prefix(Self.boxLength)),
      text.literalBytes.count > Self.boxLength || text.end < first.end,
      // An escaped bracket reads the same and is written otherwise.
      let range = text.range, source[range].starts(with: text.literalBytes.prefix(Self.boxLength))
    else { return nil }
    return Box(isDone: isDone, isLiteral: true)
  }

  /// Whether a box is ticked; nil where it is none.
  private static func isDone(box: ArraySlice<UInt8>) -> Bool? {
    guard box.first == UInt8(ascii: "[") else { return nil }
    return box.elementsEqual("[ ] ".utf8)
      ? false : box.elementsEqual("[x] ".utf8) || box.elementsEqual("[X] ".utf8) ? true : nil
  }

  static let boxLength = 4

  private func depth(of list: MarkdownNode) -> Int? {
    var deepest = 0
    for item in list.children {
      // A task may have no words as yet.
      guard box(of: item) != nil, item.children.first.map({ $0.kind == .paragraph }) ?? true else {
        return nil
      }
      for block in item.children.dropFirst() {
        guard let depth = depths[block.index] else { return nil }
        deepest = max(deepest, depth)
      }
    }
    return deepest + 1
  }
}
