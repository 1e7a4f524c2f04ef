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
<<<<<<< HEAD
      add(effects[place] ?? [], marks[place] ?? [], to: piece.node)
    }
    for node in block.descendants where node.kind == .code { closedRanges.append(node.enclosingRange) }
  }

  /// What is put between the words of a record, by the place of the piece that it is put in.
  private func marks(
    of block: MarkdownNode, in prose: GitHubProse
  ) -> [Int: [(offset: Int, mark: PageMarks.Mark)]] {
    guard record != nil else { return [:] }
    let found = PageMarks(of: block, in: section, references)
    let marks = prose.pieces.enumerated().flatMap { place, piece in
      found.marks(at: piece.node.index).map { (place: place, offset: $0.offset, mark: $0.mark) }
    }
    var dropped: Set<Int> = []
    var begin = 0
    for (index, mark) in marks.enumerated() {
      if case .link = mark.mark { begin = index }
      if mark.mark == .endOfLink, !isLinkable(marks[begin], marks[index], in: prose) {
        dropped.formUnion([begin, index])
      }
    }
    return marks.enumerated().filter { !dropped.contains($0.offset) }.reduce(into: [:]) {
      $0[$1.element.place, default: []].append(($1.element.offset, $1.element.mark))
    }
  }

  /// Whether a link can stand there: next to its brackets a sign that is none of a pair could become one, and two
  /// brackets a link by reference.
  private func isLinkable(
    _ begin: (place: Int, offset: Int, mark: PageMarks.Mark),
    _ end: (place: Int, offset: Int, mark: PageMarks.Mark), in prose: GitHubProse
  ) -> Bool {
    guard let start = document.sourceOffsets(of: [begin.offset], in: prose.pieces[begin.place].node)?.first,
      let stop = document.sourceOffsets(of: [end.offset], in: prose.pieces[end.place].node)?.first
    else { return false }
    let isSign = { (byte: UInt8) in "*_~".utf8.contains(byte) }
    let before = source[..<start].reversed().drop(while: isSign)
    if before.startIndex != source[..<start].reversed().startIndex, before.first.map(ASCII.isSpace) == false {
      return false
    }
    let behind = source[stop...].drop(while: isSign)
    if behind.startIndex != stop, behind.first.map(ASCII.isSpace) == false { return false }
    return source[..<start].last != UInt8(ascii: "]")
=======
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
>>>>>>> 6340fa4 (render: github finds the places of many references in one walk)
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

<<<<<<< HEAD
  /// Puts something in between the words of a node: what keeps them from an effect, links and marks.
  private mutating func add(
    _ effects: [PostedEffects.Effect], _ marks: [(offset: Int, mark: PageMarks.Mark)], to node: MarkdownNode
  ) {
    if node.kind == .htmlInline { return show(html: node, effects) }
    guard !effects.isEmpty || !marks.isEmpty, node.kind == .text else { return }
=======
  /// Keeps the words of a text from what they would do.
  private mutating func add(_ effects: [PostedEffects.Effect], to node: MarkdownNode) {
>>>>>>> 6340fa4 (render: github finds the places of many references in one walk)
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
<<<<<<< HEAD

  private mutating func put(_ mark: PageMarks.Mark, at place: Int) {
    switch mark {
    case .link(let url):
      linkTarget = url
      patch.insert(beginOfLink(at: place) + "[", at: place)
    case .endOfLink: patch.insert("]\(GitHubText.target(linkTarget))", at: place)
    case .standing, .endOfStanding: patch.insert("**", at: place)
    // The sentence says it.
    case .attestedNote, .endOfNote: break
    }
  }

  /// What keeps a bracket from being read together with the byte before it.
  private func beginOfLink(at place: Int) -> String {
    let backslashes = source[..<place].reversed().prefix { $0 == UInt8(ascii: "\\") }.count
    if backslashes % 2 == 1 { return "\\" }
    return source[..<place].last == UInt8(ascii: "!") ? GitHubText.parting : ""
  }
=======
>>>>>>> 6340fa4 (render: github finds the places of many references in one walk)
}
