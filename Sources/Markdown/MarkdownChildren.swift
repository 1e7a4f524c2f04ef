/// The nodes that one node holds itself, first to last.
public struct MarkdownChildren: Collection, Sendable {
  let tree: MarkdownTree

  /// The place of the first child in reading order.
  public let startIndex: Int

  /// The place behind the last child and all it holds.
  public let endIndex: Int

  /// The child at a place in reading order.
  public subscript(position: Int) -> MarkdownNode {
    MarkdownNode(tree: tree, index: position)
  }

  /// The place of the child's next sibling.
  public func index(after position: Int) -> Int {
    Int(tree.rows[position].end)
  }
}
