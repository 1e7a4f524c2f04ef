extension Editor {
  /// Removes a key or an element with its lines; comments above it stay.
  ///
  /// The last one leaves an empty list or mapping.
  func remove(_ step: YAMLPath.Step, from slot: Slot) -> [Splice] {
    switch (slot.node.content, step) {
    case (.mapping(let entries, _), .key(let key)):
      guard let index = entries.firstIndex(where: { $0.name == key }) else { return [] }
      if entries.count == 1 { return replace(slot, with: .map([])) }
      return remove(index, of: entries.map { ($0.key.range.lowerBound, $0.value) }, from: slot)
    case (.sequence(let elements, let style), .index(let index)) where elements.indices.contains(index):
      if elements.count == 1 { return replace(slot, with: .list([])) }
      let starts = style == .block ? source.dashes(of: slot.node) : elements.map(\.range.lowerBound)
      return remove(index, of: Array(zip(starts, elements)), from: slot)
    default: return []
    }
  }

  private typealias Item = (start: Int, node: YAMLNode)

  private func remove(_ index: Int, of items: [Item], from slot: Slot) -> [Splice] {
    slot.node.isBlockCollection
      ? removeLines(index, of: items, column: slot.valueColumn) : removeInFlow(index, of: items)
  }

  private func removeLines(_ index: Int, of items: [Item], column: Int) -> [Splice] {
    let item = items[index]
    let end = source.linesEnd(of: item.node, column: column, isLast: false)
    if source.isFirstInLine(item.start) {
      return [Splice(range: wholeLines(from: item.start, to: end), text: [])]
    }
    // The first of a list or mapping in the line of a `-`: the next one moves up to it.
    let next = items[index + 1].start
    if source.nextLine(end) == source.lineStart(next) { return [Splice(range: item.start..<next, text: [])] }
    return [Splice(range: item.start..<end, text: [])]
  }

  /// Lines with the line break behind them, if there is one.
  private func wholeLines(from start: Int, to end: Int) -> Range<Int> {
    source.lineStart(start)..<(source.nextLine(end) ?? source.bytes.count)
  }

  private func removeInFlow(_ index: Int, of items: [Item]) -> [Splice] {
    let (start, node) = items[index]
    let end = node.range.upperBound
    let isLast = index == items.count - 1
    let comma = source.skippingBlanks(end)
    let hasComma = comma < source.bytes.count && source.bytes[comma] == .comma
    let rest = source.skippingBlanks(hasComma ? comma + 1 : end)
    let isRestFree = rest >= source.lineEnd(end) || source.bytes[rest] == .hash
    if source.isFirstInLine(start), isRestFree, hasComma || isLast {
      return [Splice(range: wholeLines(from: start, to: source.lineEnd(end)), text: [])]
    }
    let neighbours = isLast ? items[index - 1].node.range.upperBound..<start : end..<items[index + 1].start
    if source.bytes[neighbours].allSatisfy({ $0.isBlank || $0 == .comma }) {
      let range = isLast ? neighbours.lowerBound..<end : start..<neighbours.upperBound
      return [Splice(range: range, text: [])]
    }
    return [Splice(range: start..<(hasComma ? comma + 1 : end), text: [])]
  }
}
