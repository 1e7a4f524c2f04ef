/// What of the first level stays open until a line of its own ends it: fenced code, and some HTML.
///
/// Lines alone do not tell for certain; they do in what people write.
struct OpenMarkup {
  private enum State {
    case none, fence(sign: UInt8, length: Int), html(ends: [[UInt8]])
  }

  private var state = State.none

  /// Whether something is open behind the lines that were passed.
  var isOpen: Bool {
    if case .none = state { false } else { true }
  }

  /// Goes past a line.
  mutating func pass(_ line: UnsafeRawBufferPointer) {
    if case .html(let ends) = state {
      if line.holds(oneOf: ends, from: 0) { state = .none }
      return
    }
    var start = 0
    while start < line.count, start < 3, line[start] == 0x20 { start += 1 }
    guard start < line.count else { return }
    switch line[start] {
    case Byte.backtick, Byte.tilde: passFence(line, at: start)
    case Byte.less: passHTML(line, at: start)
    default: break
    }
  }

  private mutating func passFence(_ line: UnsafeRawBufferPointer, at start: Int) {
    let sign = line[start]
    var end = start
    while end < line.count, line[end] == sign { end += 1 }
    guard end - start >= 3 else { return }
    switch state {
    case .none:
      // What follows the fence of a block holds no backtick; a code span does.
      guard sign == Byte.tilde || line.firstIndex(of: sign, from: end) == nil else { return }
      state = .fence(sign: sign, length: end - start)
    case .fence(sign, let length) where end - start >= length:
      if line[end...].allSatisfy(Byte.isBlank) { state = .none }
    default: break
    }
  }

  private mutating func passHTML(_ line: UnsafeRawBufferPointer, at start: Int) {
    guard case .none = state,
      let kind = Self.kinds.first(where: { line.holds($0.opening, at: start) }),
      !line.holds(oneOf: kind.ends, from: start + kind.opening.count)
    else { return }
    state = .html(ends: kind.ends)
  }

  private static let kinds: [(opening: [UInt8], ends: [[UInt8]])] = {
    let names = ["pre", "script", "style", "textarea"]
    let ends = names.map { Array("</\($0)>".utf8) }
    return names.map { (Array("<\($0)".utf8), ends) } + [
      (Array("<!--".utf8), [Array("-->".utf8)]), (Array("<?".utf8), [Array("?>".utf8)]),
      (Array("<![cdata[".utf8), [Array("]]>".utf8)]),
    ]
  }()
}

extension UnsafeRawBufferPointer {
  /// Whether words in small letters, whatever its capitals, stand at a place.
  fileprivate func holds(_ words: [UInt8], at place: Int) -> Bool {
    guard count - place >= words.count else { return false }
    for (offset, wanted) in words.enumerated() {
      let byte = self[place + offset]
      guard byte == wanted || (0x41...0x5A).contains(byte) && byte | 0x20 == wanted else { return false }
    }
    return true
  }

  fileprivate func holds(oneOf texts: [[UInt8]], from start: Int) -> Bool {
    guard start < count else { return false }
    return (start..<count).contains { place in texts.contains { holds($0, at: place) } }
  }
}
