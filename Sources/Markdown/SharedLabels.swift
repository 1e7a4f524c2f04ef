/// The labels that links of one part of a text may have, and definitions of another.
///
/// What may be a definition is taken for one, and labels are compared by less than the library compares them by: it is
/// enough that no part that depends on another is taken for one that does not.
struct SharedLabels {
  private let source: UnsafeRawBufferPointer

  /// The labels that may be defined, by their marks.
  private var defined: Set<UInt64> = []

  /// Whether a footnote may be defined.
  private var hasNotes = false

  /// Whether every label could be another.
  private var isVague = false

  private init(in source: UnsafeRawBufferPointer) {
    self.source = source
    findDefinitions()
  }

  /// Puts the parts of a text that depend on each other into one group; false where that cannot be told.
  static func group(_ parts: inout [SourcePart], of source: [UInt8]) -> Bool {
    source.withUnsafeBytes { bytes in
      let labels = SharedLabels(in: bytes)
      return !labels.isVague && labels.group(&parts)
    }
  }

  private func group(_ parts: inout [SourcePart]) -> Bool {
    guard hasNotes || !defined.isEmpty else { return true }
    // Where a label was met first, and the first footnote.
    var met: [UInt64: Int] = [:]
    var note: Int?
    var (part, next) = (0, 0)
    while let open = source.firstIndex(of: Byte.leftBracket, from: next) {
      while open >= parts[part].bytes.upperBound { part += 1 }
      next = open + 1
      if hasNotes, next < source.count, source[next] == Byte.caret {
        // Footnotes are numbered in one go.
        Self.join(note ?? part, part, of: &parts)
        note = note ?? part
      }
      while next < source.count, !Self.isBracket(source[next]) { next += 1 }
      guard next < source.count, source[next] == Byte.rightBracket else { continue }
      guard let label = mark(of: open + 1..<next) else { return false }
      guard defined.contains(label) else { continue }
      Self.join(met[label, default: part], part, of: &parts)
      met[label] = part
    }
    for place in parts.indices { parts[place].group = Self.group(of: place, &parts) }
    return true
  }

  /// The first part of a group; the way there is shorter the next time.
  private static func group(of part: Int, _ parts: inout [SourcePart]) -> Int {
    var first = part
    while parts[first].group != first { first = parts[first].group }
    var place = part
    while place != first { (place, parts[place].group) = (parts[place].group, first) }
    return first
  }

  private static func join(_ one: Int, _ other: Int, of parts: inout [SourcePart]) {
    let groups = [group(of: one, &parts), group(of: other, &parts)].sorted()
    parts[groups[1]].group = groups[0]
  }

  /// Definitions begin where nothing but marks of containers stands before them on a line.
  private mutating func findDefinitions() {
    var next = 0
    while let close = source.firstIndex(of: Byte.rightBracket, from: next), !isVague {
      next = close + 1
      guard next < source.count, source[next] == Byte.colon else { continue }
      var open = close - 1
      while open >= 0, !Self.isBracket(source[open]) { open -= 1 }
      guard open >= 0 else { continue }
      if open > 0, source[open - 1] == Byte.backslash {
        isVague = true
      } else if source[open] == Byte.leftBracket, mayBegin(at: open) {
        guard let label = mark(of: open + 1..<close) else {
          isVague = true
          return
        }
        if source[open + 1] == Byte.caret { hasNotes = true }
        defined.insert(label)
      }
    }
  }

  private func mayBegin(at open: Int) -> Bool {
    var index = open - 1
    while index >= 0, Self.isOfContainer(source[index]) { index -= 1 }
    guard index >= 0, !Byte.isLineEnd(source[index]) else { return true }
    // Behind the label of a footnote, or another definition.
    return source[index] == Byte.colon && index > 0 && source[index - 1] == Byte.rightBracket
  }

  private static func isOfContainer(_ byte: UInt8) -> Bool {
    switch byte {
    case Byte.greater, Byte.hyphen, UInt8(ascii: "+"), Byte.asterisk, 0x30...0x39, Byte.period: true
    case Byte.rightParenthesis, Byte.leftBracket, Byte.rightBracket, UInt8(ascii: "x"), UInt8(ascii: "X"):
      true
    default: Byte.isBlank(byte) && !Byte.isLineEnd(byte)
    }
  }

  private static func isBracket(_ byte: UInt8) -> Bool {
    byte == Byte.leftBracket || byte == Byte.rightBracket
  }

  /// A number that equal labels have in common; nil where the label holds letters that are equal to ASCII ones.
  ///
  /// White space, the marks of quotations and what cells are escaped with is left out, runs beyond ASCII count as one.
  private func mark(of label: Range<Int>) -> UInt64? {
    var mark: UInt64 = 0xCBF2_9CE4_8422_2325
    var isForeign = false
    for index in label {
      let byte = source[index]
      if byte >= 0x80 {
        guard !foldsToASCII(at: index) else { return nil }
        if isForeign { continue }
        isForeign = true
      } else {
        if Byte.isBlank(byte) || byte == Byte.greater || byte == Byte.backslash || byte == Byte.bar {
          continue
        }
        isForeign = false
      }
      let small = byte >= 0x80 ? 0x80 : (0x41...0x5A).contains(byte) ? byte | 0x20 : byte
      mark = (mark ^ UInt64(small)) &* 0x100_0000_01B3
    }
    return mark
  }

  /// Whether a letter begins whose small form holds one of ASCII, such as ß, K (Kelvin) and ﬁ.
  private func foldsToASCII(at index: Int) -> Bool {
    let second = index + 1 < source.count ? source[index + 1] : 0
    let third = index + 2 < source.count ? source[index + 2] : 0
    return switch (source[index], second) {
    case (0xC3, 0x9F), (0xC4, 0xB0), (0xC5, 0x89), (0xC5, 0xBF), (0xC7, 0xB0): true
    case (0xE1, 0xBA): (0x96...0x9A).contains(third) || third == 0x9E
    case (0xE2, 0x84): third == 0xAA
    case (0xEF, 0xAC): third <= 0x86
    default: false
    }
  }
}
