/// A place in the text that holds a value, with what an edit must know of what is around it.
struct Slot {
  let node: YAMLNode
  let place: Renderer.Place

  /// Where the value's `:` or `-` ends, or the `---` in the root's line; nil where there is none.
  let indicatorEnd: Int?

  /// The column that the holding list or mapping begins in, from 0; -1 for the root.
  let column: Int

  /// Whether it is between brackets, where lines and indentation mean nothing.
  let isInFlow: Bool

  /// The column that the value begins in, from 0.
  var valueColumn: Int { node.position.column - 1 }
}

extension YAMLDocument {
  /// The slot that a path leads to, if there is one.
  func slot(at path: YAMLPath) -> Slot? {
    let isRootInLine = !source.isFirstInLine(root.range.lowerBound)
    var slot = Slot(
      node: root, place: .root,
      indicatorEnd: isRootInLine ? source.lineStart(root.range.lowerBound) + 3 : nil, column: -1,
      isInFlow: false)
    for step in path.steps {
      guard let next = self.slot(step, in: slot) else { return nil }
      slot = next
    }
    return slot
  }

  private func slot(_ step: YAMLPath.Step, in slot: Slot) -> Slot? {
    let isInFlow = slot.isInFlow || !slot.node.isBlockCollection
    switch (slot.node.content, step) {
    case (.mapping(let entries, _), .key(let key)):
      guard let entry = entries.first(where: { $0.name == key }) else { return nil }
      return Slot(
        node: entry.value, place: .entry, indicatorEnd: source.skippingBlanks(entry.key.range.upperBound) + 1,
        column: slot.valueColumn, isInFlow: isInFlow)
    case (.sequence(let elements, _), .index(let index)) where elements.indices.contains(index):
      let dash = isInFlow ? nil : source.dashes(of: slot.node)[index]
      return Slot(
        node: elements[index], place: .item, indicatorEnd: dash.map { $0 + 1 }, column: slot.valueColumn,
        isInFlow: isInFlow)
    default: return nil
    }
  }
}

extension SourceText {
  /// Where the `-` of each element of a list by indentation stands.
  func dashes(of list: YAMLNode) -> [Int] {
    guard let elements = list.elements else { return [] }
    var dashes = [list.range.lowerBound]
    for element in elements.dropLast() {
      dashes.append(content(below: element.range.upperBound) ?? bytes.count)
    }
    return dashes
  }

  /// The first byte that is neither blank nor comment in the lines below that of a byte.
  func content(below offset: Int) -> Int? {
    var line = nextLine(offset)
    while let start = line {
      let first = skippingBlanks(start)
      if first < lineEnd(start), bytes[first] != .hash { return first }
      line = nextLine(start)
    }
    return nil
  }

  /// Where the lines of an entry or element end, with the comments below that belong to it.
  ///
  /// A comment belongs to what is above it if it is indented deeper; at the end of a list or mapping it also
  /// does if it follows at once at the same indentation.
  ///
  /// - Parameters:
  ///   - node: The value of the entry, or the element.
  ///   - column: Where the holding list or mapping begins.
  ///   - isLast: Whether to look for comments of the list or mapping itself.
  func linesEnd(of node: YAMLNode, column: Int, isLast: Bool) -> Int {
    var end = lineEnd(node.range.upperBound)
    let next = content(below: node.range.upperBound)
    let isEnding = isLast && next.map { $0 - lineStart($0) < column } ?? true
    var isAtOnce = true
    var line = nextLine(node.range.upperBound)
    while let start = line, start < next ?? bytes.count {
      let first = skippingBlanks(start)
      if first >= lineEnd(start) {
        isAtOnce = false
      } else if first - start > column || (first - start == column && isEnding && isAtOnce) {
        end = lineEnd(start)
      } else {
        break
      }
      line = nextLine(start)
    }
    return end
  }
}
