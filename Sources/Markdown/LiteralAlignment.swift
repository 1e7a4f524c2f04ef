/// Walks a literal beside the source it was read from, in which escapes and entities are not resolved yet.
struct LiteralAlignment {
  /// What of the source stands for something else.
  enum Reading {
    /// Escapes and entities, as in prose.
    case prose

    /// Entities alone, as between `<` and `>`.
    case address

    /// Nothing, as in a bare link.
    case verbatim
  }

  private let literal: ArraySlice<UInt8>
  private let source: ArraySlice<UInt8>

  /// Where the walk is in the literal.
  private(set) var literalOffset: Int

  /// Where the walk is in the source.
  private(set) var sourceOffset: Int

  private let reading: Reading

  init(literal: ArraySlice<UInt8>, source: ArraySlice<UInt8>, as reading: Reading) {
    self.literal = literal
    self.source = source
    self.reading = reading
    literalOffset = literal.startIndex
    sourceOffset = source.startIndex
  }

  /// Whether all of the literal was found.
  var isDone: Bool {
    literalOffset == literal.endIndex
  }

  /// Passes one byte, escape or entity; false where the source does not read like the literal.
  mutating func step() -> Bool {
    guard sourceOffset < source.endIndex, !isDone else { return false }
    let written = source[sourceOffset]
    let wanted = literal[literalOffset]
    if reading == .prose, written == Byte.backslash, sourceOffset + 1 < source.endIndex,
      source[sourceOffset + 1] == wanted,
      Byte.isPunctuation(wanted)
    {
      advance(source: 2, literal: 1)
      return true
    }
    if reading != .verbatim, written == Byte.ampersand, let length = entityLength() {
      advance(source: length, literal: scalarLength(wanted))
      advance(source: 0, literal: secondScalarLength())
      return true
    }
    guard written == wanted else { return false }
    advance(source: 1, literal: 1)
    return true
  }

  private mutating func advance(source bytes: Int, literal count: Int) {
    sourceOffset += bytes
    literalOffset = min(literalOffset + count, literal.endIndex)
  }

  /// The length of the entity at the source offset, or nil where the source has a mere ampersand.
  private func entityLength() -> Int? {
    var end = sourceOffset + 1
    let longest = min(source.endIndex, sourceOffset + 40)
    while end < longest, Byte.isAlphanumeric(source[end]) || source[end] == Byte.hash { end += 1 }
    guard end < longest, source[end] == Byte.semicolon, end > sourceOffset + 1 else { return nil }
    let written = source[sourceOffset...end]
    // A name that HTML does not know stays as it is written.
    let isKept = literal[literalOffset...].starts(with: written) && !written.elementsEqual("&amp;".utf8)
    return isKept ? nil : written.count
  }

  /// The length of the mark an entity adds to its first scalar, as `&nsim;` does; 0 for most.
  private func secondScalarLength() -> Int {
    let rest = literal[literalOffset...]
    let mark = Self.secondScalars.first { rest.starts(with: $0) }
    guard let mark, !source[sourceOffset...].starts(with: mark) else { return 0 }
    return mark.count
  }

  /// All second scalars of HTML's entities but the j of `&fjlig;`.
  private static let secondScalars: [[UInt8]] = [
    "\u{331}", "\u{333}", "\u{338}", "\u{200A}", "\u{20D2}", "\u{20E5}", "\u{FE00}",
  ].map { Array($0.utf8) }

  private func scalarLength(_ lead: UInt8) -> Int {
    switch lead {
    case 0xF0...: 4
    case 0xE0...: 3
    case 0xC0...: 2
    default: 1
    }
  }
}
