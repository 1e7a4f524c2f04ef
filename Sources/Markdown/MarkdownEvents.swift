/// A step of a walk through a tree.
public enum MarkdownEvent: Sendable {
  /// The node is met, its children follow.
  case enter(MarkdownNode)

  /// The node's children are done; a node without children is left at once.
  case leave(MarkdownNode)
}

/// A walk through a node and all nodes below it, at any depth in constant space.
public struct MarkdownEvents: Sequence, IteratorProtocol, Sendable {
  private let tree: MarkdownTree
  private let root: Int

  /// The row to be entered next.
  private var upcoming: Int

  /// The row that was entered and not left yet; nil before the first and after the last event.
  private var current: Int?

  init(of node: MarkdownNode) {
    tree = node.tree
    root = node.index
    upcoming = node.index
  }

  /// The next step, or nil at the end.
  public mutating func next() -> MarkdownEvent? {
    guard let open = current else {
      guard upcoming == root else { return nil }
      return enter()
    }
    let end = Int(tree.rows[open].end)
    guard upcoming == end else { return enter() }
    if open == root {
      current = nil
      upcoming = -1
    } else {
      current = Int(tree.rows[open].parent)
    }
    return .leave(MarkdownNode(tree: tree, index: open))
  }

  private mutating func enter() -> MarkdownEvent {
    let node = MarkdownNode(tree: tree, index: upcoming)
    current = upcoming
    upcoming += 1
    return .enter(node)
  }
}
