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
  ///
  /// If that was in vain, with the blank lines below too: a block above that keeps such would take them over.
  private func wholeLines(from start: Int, to end: Int) -> Range<Int> {
    var next = source.nextLine(end)
    while renderer.manner != .readable, let line = next, source.isRestBlank(line), line < source.bytes.count {
      next = source.nextLine(line)
    }
    return source.lineStart(start)..<(next ?? source.bytes.count)
  }

  private func removeInFlow(_ index: Int, of items: [Item]) -> [Splice] {
    let (start, node) = items[index]
    let end = node.range.upperBound
    let isLast = index == items.count - 1
    let next = sign(after: end)
    let hasComma = source.bytes[next] == .comma
    let isCommaBelow = hasComma && next > source.lineEnd(end)
    let rest = source.skippingBlanks(hasComma && !isCommaBelow ? next + 1 : end)
    let isRestFree = rest >= source.lineEnd(end) || source.bytes[rest] == .hash
    if source.isFirstInLine(start), isRestFree, !isCommaBelow {
      return [Splice(range: wholeLines(from: start, to: source.lineEnd(end)), text: [])]
    }
    let neighbours = isLast ? items[index - 1].node.range.upperBound..<start : end..<items[index + 1].start
    if source.bytes[neighbours].allSatisfy({ $0.isBlank || $0 == .comma }) {
      let range = isLast ? neighbours.lowerBound..<end : start..<neighbours.upperBound
      return [Splice(range: range, text: [])]
    }
    // Comments in between stay, so the comma goes by itself.
    let comma = sign(after: isLast ? items[index - 1].node.range.upperBound : end)
    let joint = Splice(range: comma..<comma + 1, text: gap(before: comma + 1))
    let removal = Splice(range: start..<end, text: [])
    return isLast ? [joint, removal] : [removal, joint]
  }

  /// The comma or bracket behind an item, be it lines below.
  private func sign(after end: Int) -> Int {
    var offset = end
    while source.bytes[offset] == .hash || source.bytes[offset].isBlank || source.isLineBreak(offset) {
      offset = source.bytes[offset] == .hash ? source.lineEnd(offset) : offset + 1
    }
    return offset
  }
}

extension SourceText {
  /// Whether a byte ends a line or is part of what does.
  fileprivate func isLineBreak(_ offset: Int) -> Bool {
    bytes[offset] == .lineFeed || bytes[offset] == .carriageReturn
  }
}
