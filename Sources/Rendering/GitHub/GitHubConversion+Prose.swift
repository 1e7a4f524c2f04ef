import Markdown
import Record

extension GitHubConversion {
  /// Adds what has to change within a block of prose.
  mutating func add(prose block: MarkdownNode) {
    let prose = GitHubProse(block, in: source)
    for node in prose.html { add(inlineHTML: node) }
    for node in prose.links { add(link: node) }
    join(prose.lineEnds, of: block)
    let effects = prose.effects
    var marks = marks(of: block, in: prose)[...]
    for (place, piece) in prose.pieces.enumerated() {
      while let mark = marks.first, mark.piece == place {
        put(mark)
        marks.removeFirst()
      }
      if piece.node.kind == .htmlInline {
        show(html: piece.node, effects[place] ?? [])
      } else if let effects = effects[place] {
        add(effects, to: piece.node)
      }
    }
    for node in block.descendants where node.kind == .code { closedRanges.append(node.enclosingRange) }
  }

  private mutating func add(inlineHTML node: MarkdownNode) {
    guard let range = node.range, !HTMLText.isBreak(node.literalBytes) else { return }
    closedRanges.append(range)
    if !HTMLText.isVisible(node.literalBytes) { empty(comment: range) }
  }

  /// Lines of a paragraph are one: GitHub breaks a comment where its source breaks.
  private mutating func join(_ lineEnds: [MarkdownNode], of block: MarkdownNode) {
    for node in lineEnds {
      guard let range = node.range, node.index + 1 < block.children.endIndex, !endsAlert(node), !endsBox(node)
      else { continue }
      // A line that a backslash ends has no words to begin with.
      let next = document.node(at: node.index + 1)
      guard next.kind != .hardBreak, let next = next.range, isMargin(range, next.lowerBound)
      else { continue }
      note(.lineEnd, range.lowerBound)
      closedRanges.append(range.lowerBound..<next.lowerBound + 1)
      patch.replace(range.lowerBound..<next.lowerBound, with: [0x20])
    }
  }

  /// Whether there is nothing but the end of a line, and the marks of quotations, before the words of the next.
  private func isMargin(_ end: Range<Int>, _ next: Int) -> Bool {
    guard end.upperBound <= next, source[end].allSatisfy(ASCII.isSpace) else { return false }
    return source[end.upperBound..<next].allSatisfy { ASCII.isSpace($0) || $0 == UInt8(ascii: ">") }
  }

  /// Whether the line is the one that makes a quotation an alert.
  private func endsAlert(_ lineEnd: MarkdownNode) -> Bool {
    guard let paragraph = lineEnd.parent, let quote = paragraph.parent, quote.kind == .blockQuote,
      quote.index + 1 == paragraph.index, quote.parent?.index == 0, let alert = Alert(of: quote, in: source)
    else { return false }
    return alert.next == lineEnd.index + 1
  }

  /// Whether there is nothing but a box before it, which would be another one on the line of the words.
  private func endsBox(_ lineEnd: MarkdownNode) -> Bool {
    guard let paragraph = lineEnd.parent, lineEnd.index == paragraph.index + 2 else { return false }
    let box = document.node(at: lineEnd.index - 1).literalBytes
    return ["[ ]", "[x]", "[X]"].contains { box.elementsEqual($0.utf8) }
  }

  // MARK: Links

  private mutating func add(link node: MarkdownNode) {
    let (url, title): (String, String)
    switch node.kind {
    case .link(let address, let words), .image(let address, let words): (url, title) = (address, words)
    default: return
    }
    switch ADFAddress(url, base: nil) {
    case .none: note(.badAddress, node.enclosingRange.lowerBound)
    case .absolute: return
    case .relative:
      guard case .absolute(let target) = ADFAddress(url, base: options.baseURL), let tail = tail(of: node)
      else { return note(.relativeAddress, node.enclosingRange.lowerBound) }
      patch.replace(tail, with: GitHubText.target(target, title: title).utf8)
    }
  }

  /// What stands behind the words of a link or an image and their bracket.
  private func tail(of node: MarkdownNode) -> Range<Int>? {
    guard let range = node.range else { return nil }
    var end = range.lowerBound + (source[range].first == UInt8(ascii: "!") ? 2 : 1)
    for child in node.children {
      guard let range = child.range else { return nil }
      end = range.upperBound
    }
    guard end <= range.upperBound,
      let bracket = source[end..<range.upperBound].firstIndex(of: UInt8(ascii: "]"))
    else { return nil }
    return bracket + 1..<range.upperBound
  }

  // MARK: Words

  /// Keeps the words of a text from what they would do.
  private mutating func add(_ effects: [PostedEffects.Effect], to node: MarkdownNode) {
    // A dollar sign is replaced: where it ends counts as well.
    let ends = effects.filter { $0.rule == .math }.map { $0.offset + 1 }
    let offsets = Set(effects.map(\.offset) + ends).sorted()
    guard let found = document.sourceOffsets(of: offsets, in: node) else {
      isLost = true
      return
    }
    let places = Dictionary(uniqueKeysWithValues: zip(offsets, found))
    for effect in effects {
      guard let place = places[effect.offset] else { continue }
      note(effect.rule, place)
      if effect.rule == .math, let end = places[effect.offset + 1] {
        patch.replace(place..<end, with: GitHubText.dollar.utf8)
      } else {
        patch.insert(GitHubText.parting, at: place)
      }
    }
  }

  private mutating func show(html node: MarkdownNode, _ effects: [PostedEffects.Effect]) {
    guard let range = node.range else {
      isLost = true
      return
    }
    note(.html, range.lowerBound)
    for effect in effects { note(effect.rule, range.lowerBound) }
    let begin = followsAddress(range.lowerBound) ? GitHubText.parting : ""
    patch.replace(range, with: Array(begin.utf8) + GitHubText.escaped(node.literalBytes, effects))
  }

  /// Whether a bare address stands before a place, to which a backslash there would belong.
  private func followsAddress(_ place: Int) -> Bool {
    let word = source[..<place].reversed().prefix { !ASCII.isSpace($0) && $0 != UInt8(ascii: "<") }
    let text = String(decoding: word.reversed(), as: UTF8.self)
    return text.contains("://") || text.contains("www.")
  }
}
