/// What a byte of prose may begin.
enum ByteKind: UInt8, Sendable {
  case space, word, high, stop, quote, mark, other, silent

  /// The kinds of all bytes.
  static let table: [ByteKind] = (0...255).map { ByteKind(UInt8($0)) }

  private init(_ byte: UInt8) {
    switch byte {
    case 0x20, 0x09, 0x0A, 0x0D: self = .space
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x5F, Prose.code: self = .word
    case 0x80...: self = .high
    case UInt8(ascii: "."), UInt8(ascii: "!"), UInt8(ascii: "?"): self = .stop
    case UInt8(ascii: "\""), UInt8(ascii: "'"): self = .quote
    case UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: ":"), UInt8(ascii: "-"): self = .mark
    case UInt8(ascii: "("), UInt8(ascii: ")"), UInt8(ascii: "["), UInt8(ascii: "]"): self = .mark
    case UInt8(ascii: "{"), UInt8(ascii: "}"): self = .mark
    case UInt8(ascii: "*"), UInt8(ascii: "~"): self = .silent
    default: self = .other
    }
  }
}
