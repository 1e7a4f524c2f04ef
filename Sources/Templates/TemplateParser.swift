/// Reads the tags of a template; goes on behind an error, so that all of them are told at once.
struct TemplateParser {
  private let text: [UInt8]
  private let file: String
  private var place = 0
  private var errors: [TemplateError] = []

  /// How many errors are told: nobody reads more, and each takes time to place.
  private static let errorLimit = 100
  private var open: [Open]

  /// A block that was begun: what stands in it so far, and the names that are known there.
  private struct Open {
    var name: String
    var isInverted = false
    var start = 0
    var parts: [Template.Part] = []
    var names: [TemplateName]
  }

  init(_ text: [UInt8], file: String, names: [TemplateName]) {
    self.text = text
    self.file = file
    open = [Open(name: "", names: names)]
  }

  mutating func parse() throws(TemplateErrors) -> [Template.Part] {
    guard String(validating: text, as: UTF8.self) != nil else {
      throw TemplateErrors(errors: [error(.notText, at: validPrefix)])
    }
    while place < text.count, errors.count < Self.errorLimit {
      guard let tag = nextTag() else {
        literal(place..<text.count)
        place = text.count
        break
      }
      // The remark, and the marks of a block, take their whole line with them where nothing else stands on it.
      let line = tag.isSilent ? wholeLine(around: tag.range) : nil
      literal(place..<(line ?? tag.range).lowerBound)
      read(tag)
      place = (line ?? tag.range).upperBound
    }
    // What comes behind the last error that is told may end them.
    for block in open.dropFirst() where errors.count < Self.errorLimit {
      errors.append(error(.unclosedBlock(block.name), at: block.start))
    }
    guard errors.isEmpty else {
      throw TemplateErrors(errors: errors.sorted { ($0.line, $0.column) < ($1.line, $1.column) })
    }
    return open[0].parts
  }

  // MARK: Tags

  private struct Tag {
    var range: Range<Int>
    var mark: UInt8?
    var name: String

    var isSilent: Bool { mark != nil }
  }

  /// The next tag; one that does not end is told of and read as text.
  private mutating func nextTag() -> Tag? {
    var start = place
    while errors.count < Self.errorLimit, let opening = index(of: UInt8(ascii: "{"), from: start) {
      let isComment = text.dropFirst(opening + 2).first == UInt8(ascii: "!")
      guard let closing = end(from: opening + 2, acrossLines: isComment) else {
        errors.append(error(.unclosedTag, at: opening))
        start = opening + 2
        continue
      }
      var content = text[opening + 2..<closing]
      let mark = content.first.flatMap { "#^/!".utf8.contains($0) ? $0 : nil }
      if mark != nil { content = content.dropFirst() }
      let isBlank = { (byte: UInt8) in byte == 0x20 || byte == 0x09 }
      let name = content.drop(while: isBlank).reversed().drop(while: isBlank).reversed()
      return Tag(range: opening..<closing + 2, mark: mark, name: String(decoding: Array(name), as: UTF8.self))
    }
    return nil
  }

  /// Where two of that byte stand side by side.
  private func index(of byte: UInt8, from start: Int) -> Int? {
    var index = start
    while index + 1 < text.count {
      if text[index] == byte, text[index + 1] == byte { return index }
      index += 1
    }
    return nil
  }

  private func end(from start: Int, acrossLines: Bool) -> Int? {
    var index = start
    while index + 1 < text.count {
      if text[index] == UInt8(ascii: "}"), text[index + 1] == UInt8(ascii: "}") { return index }
      if text[index] == 0x0A, !acrossLines { return nil }
      index += 1
    }
    return nil
  }

  private mutating func read(_ tag: Tag) {
    if tag.mark == UInt8(ascii: "!") { return }
    guard !tag.name.isEmpty else {
      errors.append(error(.emptyTag, at: tag.range.lowerBound))
      return
    }
    switch tag.mark {
    case UInt8(ascii: "/"): close(tag)
    case nil: value(tag)
    default:
      let name = known(tag)
      var names = open[open.count - 1].names
      if tag.mark == UInt8(ascii: "#"), case .list(let own)? = name?.kind {
        names = own + TemplateName.elementNames + names
      }
      open.append(
        Open(
          name: tag.name, isInverted: tag.mark == UInt8(ascii: "^"), start: tag.range.lowerBound, names: names
        ))
    }
  }

  private mutating func close(_ tag: Tag) {
    guard open.count > 1, open[open.count - 1].name == tag.name else {
      let current = open.count > 1 ? open[open.count - 1].name : nil
      errors.append(error(.strayEnd(tag.name, open: current), at: tag.range.lowerBound))
      // A slip in the name of the end is one error, not two.
      if open.dropFirst().contains(where: { $0.name == tag.name }) {
        while open.count > 1, open[open.count - 1].name != tag.name { open.removeLast() }
        open.removeLast()
      } else if open.count > 1 {
        open.removeLast()
      }
      return
    }
    let block = open.removeLast()
    open[open.count - 1].parts.append(
      block.isInverted ? .inverted(block.name, block.parts) : .block(block.name, block.parts))
  }

  private mutating func value(_ tag: Tag) {
    guard let name = known(tag) else { return }
    guard name.kind == .text else {
      errors.append(error(.noText(tag.name), at: tag.range.lowerBound))
      return
    }
    let isSentence = name.name != tag.name
    open[open.count - 1].parts.append(.value(name.name, asSentence: isSentence))
  }

  /// The name that a tag uses; one that is not known is told of.
  private mutating func known(_ tag: Tag) -> TemplateName? {
    let names = open[open.count - 1].names
    if let name = names.first(where: { $0.name == tag.name }) { return name }
    let suffix = TemplateName.sentenceSuffix
    if tag.mark == nil, tag.name.hasSuffix(suffix) {
      let bare = String(tag.name.dropLast(suffix.count))
      if let name = names.first(where: { $0.name == bare && $0.kind == .text }) { return name }
    }
    errors.append(error(.unknownName(tag.name, known: names.map(\.name)), at: tag.range.lowerBound))
    return nil
  }

  // MARK: Text

  private mutating func literal(_ range: Range<Int>) {
    guard !range.isEmpty else { return }
    let text = String(decoding: text[range], as: UTF8.self).replacing("\r\n", with: "\n")
    open[open.count - 1].parts.append(.literal(text))
  }

  /// The line of a tag with its end, where only white space stands beside it.
  private func wholeLine(around tag: Range<Int>) -> Range<Int>? {
    var start = tag.lowerBound
    while start > place, text[start - 1] == 0x20 || text[start - 1] == 0x09 { start -= 1 }
    guard start == 0 || text[start - 1] == 0x0A else { return nil }
    var end = tag.upperBound
    while end < text.count, text[end] == 0x20 || text[end] == 0x09 || text[end] == 0x0D { end += 1 }
    guard end == text.count || text[end] == 0x0A else { return nil }
    return start..<min(end + 1, text.count)
  }

  private var validPrefix: Int {
    var decoder = UTF8()
    var iterator = text.makeIterator()
    var length = 0
    while case .scalarValue(let scalar) = decoder.decode(&iterator) { length += UTF8.width(scalar) }
    return length
  }

  private func error(_ problem: TemplateError.Problem, at offset: Int) -> TemplateError {
    let before = text[..<offset]
    let line = before.count { $0 == 0x0A } + 1
    let start = before.lastIndex(of: 0x0A).map { $0 + 1 } ?? 0
    return TemplateError(problem: problem, file: file, line: line, column: offset - start + 1)
  }
}
