/// Gathers scalars up to a limit, writing those that must not be printed as escapes.
struct PrintableText {
  let keepsLines: Bool
  let limit: Int
  private var pieces: [String] = []
  private var count = 0

  init(keepsLines: Bool, limit: Int) {
    self.keepsLines = keepsLines
    self.limit = limit
  }

  /// Whether more than the limit was put in, so that the rest need not be read.
  var isFull: Bool { count > limit }

  mutating func append(_ scalar: Unicode.Scalar) {
    let isKeptSpace = keepsLines && (scalar == "\n" || scalar == "\t")
    append(piece: isKeptSpace || scalar.isPrintable ? String(scalar) : scalar.escape)
  }

  mutating func append(strayByte byte: UInt8) {
    append(piece: byte.escape)
  }

  private mutating func append(piece: String) {
    pieces.append(piece)
    count += piece.unicodeScalars.count
  }

  /// The text; where the limit was passed it ends in "…" and never within an escape.
  var finished: String {
    guard isFull else { return pieces.joined() }
    var kept = pieces
    var length = count
    while length > limit - 1, let last = kept.popLast() { length -= last.unicodeScalars.count }
    return kept.joined() + "…"
  }
}

extension Unicode.Scalar {
  fileprivate var isPrintable: Bool {
    switch properties.generalCategory {
    // Joiners are letters' business in many scripts and hold pictures together.
    case .format: self == "\u{200C}" || self == "\u{200D}"
    case .control, .lineSeparator, .paragraphSeparator, .privateUse, .unassigned: false
    default: true
    }
  }

  fileprivate var escape: String {
    if let byte = UInt8(exactly: value), byte < 0x80 { return byte.escape }
    return "\\u{" + String(value, radix: 16, uppercase: true) + "}"
  }
}

extension UInt8 {
  fileprivate var escape: String {
    "\\x" + (self < 0x10 ? "0" : "") + String(self, radix: 16, uppercase: true)
  }
}
