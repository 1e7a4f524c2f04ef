extension Editor {
  /// Replaces what is in a slot.
  func replace(_ slot: Slot, with value: YAMLValue) -> [Splice] {
    let node = slot.node
    if slot.isInFlow {
      let lead = slot.place == .entry && node.range.isEmpty ? " " : ""
      let text = Array((lead + renderer.inline(value, quotes: quotes(node))).utf8)
      return [Splice(range: node.range, text: text + gap(before: node.range.upperBound))]
    }
    let rendering = renderer.rendering(of: value, in: slot.place, column: slot.column, quotes: quotes(node))
    let isLaidOut = rendering.head.isEmpty && !rendering.body.isEmpty
    if slot.place == .root, node.range.isEmpty {
      return fill((isLaidOut ? [] : [rendering.head]) + rendering.body, at: node.range.lowerBound)
    }
    switch (node.isBlockCollection, isLaidOut) {
    case (true, true): return relayBlock(slot, as: value)
    case (true, false): return collapseBlock(slot, to: rendering)
    case (false, true): return expand(slot, to: value)
    case (false, false): return rewrite(slot, as: rendering)
    }
  }

  private func quotes(_ node: YAMLNode) -> YAMLScalarStyle {
    guard case .scalar(_, let style) = node.content else { return .plain }
    return style
  }

  /// Whether the value stands in a line below its `:` or `-`, or is a root in its own line.
  private func isBelow(_ slot: Slot) -> Bool {
    guard let indicatorEnd = slot.indicatorEnd else { return true }
    return source.lineStart(indicatorEnd) != source.lineStart(slot.node.range.lowerBound)
  }

  /// A scalar's part in its first line, and that in the lines below (a block's, else none).
  private func parts(_ node: YAMLNode) -> (head: Range<Int>, body: Range<Int>) {
    guard quotes(node).isBlock else {
      let end = source.lineEnd(node.range.upperBound)
      return (node.range, end..<end)
    }
    let start = node.range.lowerBound
    let headerEnd = source.lineEnd(start)
    return (BlockScalar.header(at: start, in: source), headerEnd..<max(headerEnd, node.range.upperBound))
  }

  /// Writes the first value into an empty document.
  private func fill(_ lines: [String], at offset: Int) -> [Splice] {
    let isInLine = source.lineStart(offset) != offset
    let text = isInLine ? below(lines) : from(0, lines)
    return [Splice(range: offset..<offset, text: text + source.lineEnding)]
  }

  /// Puts a list or mapping by indentation where another was.
  private func relayBlock(_ slot: Slot, as value: YAMLValue) -> [Splice] {
    let start = slot.node.range.lowerBound
    let end = source.lineEnd(slot.node.range.upperBound)
    let isRoomy = slot.valueColumn > slot.column
    if !isBelow(slot) || isRoomy || (slot.node.kind == .list && value.isList) {
      let lines = renderer.lines(of: value, column: slot.valueColumn)
      return [Splice(range: start..<end, text: from(slot.valueColumn, lines))]
    }
    let lines = renderer.lines(of: value, column: slot.column + Renderer.step)
    return [Splice(range: source.lineStart(start)..<end, text: from(0, lines))]
  }

  /// Puts a scalar where a list or mapping by indentation was.
  private func collapseBlock(_ slot: Slot, to rendering: Renderer.Rendering) -> [Splice] {
    let end = source.lineEnd(slot.node.range.upperBound)
    let head = Array(rendering.head.utf8)
    guard let indicatorEnd = slot.indicatorEnd, isBelow(slot) else {
      return [Splice(range: slot.node.range.lowerBound..<end, text: head + below(rendering.body))]
    }
    let lineEnd = source.lineEnd(indicatorEnd)
    let headEnd = source.isRestBlank(indicatorEnd) ? lineEnd : indicatorEnd
    return [
      Splice(range: indicatorEnd..<headEnd, text: head.isEmpty ? [] : [.space] + head),
      Splice(range: lineEnd..<end, text: below(rendering.body)),
    ]
  }

  /// Puts a list or mapping by indentation where a scalar was; a comment in its line stays above.
  private func expand(_ slot: Slot, to value: YAMLValue) -> [Splice] {
    let (head, body) = parts(slot.node)
    let isAlone = source.isRestBlank(head.upperBound)
    if isBelow(slot) {
      let column = slot.valueColumn > slot.column ? slot.valueColumn : slot.column + Renderer.step
      let lines = renderer.lines(of: value, column: column)
      if isAlone {
        return [Splice(range: source.lineStart(head.lowerBound)..<body.upperBound, text: from(0, lines))]
      }
      return [Splice(range: head, text: []), Splice(range: body, text: below(lines))]
    }
    let indicatorEnd = slot.indicatorEnd ?? head.lowerBound
    if isAlone, slot.place == .item {
      let column = head.isEmpty ? slot.column + Renderer.step : slot.valueColumn
      let text = from(column, renderer.lines(of: value, column: column))
      return [Splice(range: head.lowerBound..<body.upperBound, text: head.isEmpty ? [.space] + text : text)]
    }
    let column = slot.place == .root ? 0 : slot.column + Renderer.step
    let end = isAlone ? body.lowerBound : head.upperBound
    return [
      Splice(range: indicatorEnd..<end, text: gap(before: end)),
      Splice(range: body, text: below(renderer.lines(of: value, column: column))),
    ]
  }

  /// Puts a scalar where another was; a comment in its line stays.
  private func rewrite(_ slot: Slot, as rendering: Renderer.Rendering) -> [Splice] {
    let (head, body) = parts(slot.node)
    let isAlone = source.isRestBlank(head.upperBound)
    if rendering.head.isEmpty, let indicatorEnd = slot.indicatorEnd, !isBelow(slot) {
      let end = isAlone ? body.lowerBound : head.upperBound
      return [Splice(range: indicatorEnd..<end, text: gap(before: end)), Splice(range: body, text: [])]
    }
    let lead = head.isEmpty ? " " : ""
    let text = rendering.head.isEmpty ? "null" : rendering.head
    let end = head.isEmpty && isAlone ? body.lowerBound : head.upperBound
    return [
      Splice(range: head.lowerBound..<end, text: Array((lead + text).utf8) + gap(before: end)),
      Splice(range: body, text: below(rendering.body)),
    ]
  }
}

extension YAMLValue {
  /// Whether it is a list.
  fileprivate var isList: Bool {
    guard case .list = self else { return false }
    return true
  }
}
