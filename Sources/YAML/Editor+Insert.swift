extension Editor {
  /// Inserts an entry into a mapping, after a key or at its end.
  func insert(_ entry: YAMLValue.Entry, into slot: Slot, after key: String?) -> [Splice] {
    guard let entries = slot.node.entries, !entries.isEmpty else {
      return insertFirst(renderer.inline(entry), into: slot.node) ?? replace(slot, with: .map([entry]))
    }
    let index = entries.firstIndex { $0.name == key } ?? entries.count - 1
    let isLast = index == entries.count - 1
    guard slot.node.isBlockCollection else {
      let item = entries[index].key.range.lowerBound..<entries[index].value.range.upperBound
      return insertInFlow(renderer.inline(entry), after: item, isLast: isLast)
    }
    let end = source.linesEnd(of: entries[index].value, column: slot.valueColumn, isLast: isLast)
    let lines = renderer.lines(of: entry, column: slot.valueColumn)
    return [Splice(range: end..<end, text: below(lines))]
  }

  /// Inserts an element into a list.
  func insert(_ element: YAMLValue, into slot: Slot, at index: Int) -> [Splice] {
    guard let elements = slot.node.elements, let first = elements.first else {
      return insertFirst(renderer.inline(element), into: slot.node) ?? replace(slot, with: .list([element]))
    }
    let isLast = index >= elements.count
    let previous = isLast ? elements.count - 1 : index - 1
    guard slot.node.isBlockCollection else {
      let text = renderer.inline(element)
      if previous >= 0 { return insertInFlow(text, after: elements[previous].range, isLast: isLast) }
      let start = first.range.lowerBound
      return [Splice(range: start..<start, text: Array((text + ", ").utf8))]
    }
    let column = slot.valueColumn
    let lines = renderer.lines(ofElement: element, column: column)
    guard previous >= 0 else {
      let start = slot.node.range.lowerBound
      let indentation = [UInt8](repeating: .space, count: column)
      return [Splice(range: start..<start, text: from(column, lines) + source.lineEnding + indentation)]
    }
    let end = source.linesEnd(of: elements[previous], column: column, isLast: isLast)
    return [Splice(range: end..<end, text: below(lines))]
  }

  /// Inserts between brackets that hold nothing but a comment, which has to stay; nil where there is none.
  private func insertFirst(_ text: String, into node: YAMLNode) -> [Splice]? {
    let inside = node.range.dropFirst()
    guard let start = inside.first, inside.contains(where: { source.bytes[$0] == .hash }) else { return nil }
    let gap: [UInt8] = source.bytes[start] == .hash ? [.space] : []
    return [Splice(range: start..<start, text: Array(text.utf8) + gap)]
  }

  /// Inserts between brackets: in a line of its own if the item before has one.
  private func insertInFlow(_ text: String, after item: Range<Int>, isLast: Bool) -> [Splice] {
    let text = Array(text.utf8)
    let next = source.skippingBlanks(item.upperBound)
    let hasComma = next < source.bytes.count && source.bytes[next] == .comma
    let restStart = source.skippingBlanks(hasComma ? next + 1 : item.upperBound)
    let lineEnd = source.lineEnd(item.upperBound)
    let isRestFree = restStart >= lineEnd || source.bytes[restStart] == .hash
    guard source.isFirstInLine(item.lowerBound), isRestFree, hasComma || isLast else {
      let end = item.upperBound
      return [Splice(range: end..<end, text: comma(after: end) + [.space] + text + gap(before: end))]
    }
    let indentation = source.bytes[source.lineStart(item.lowerBound)..<item.lowerBound]
    return [
      Splice(range: item.upperBound..<item.upperBound, text: hasComma ? [] : comma(after: item.upperBound)),
      Splice(
        range: lineEnd..<lineEnd, text: source.lineEnding + indentation + text + (hasComma ? [.comma] : [])),
    ]
  }

  /// A comma behind an item; at once behind the colon of a missing value it would be taken for text.
  private func comma(after end: Int) -> [UInt8] {
    source.bytes[end - 1] == .colon ? [.space, .comma] : [.comma]
  }
}
