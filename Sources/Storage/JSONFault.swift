/// The first place where a text breaks the grammar of JSON (RFC 8259).
///
/// Decoders tell that something is wrong, not dependably where. How deep values nest is not held against a text.
public struct JSONFault: Error, Sendable, Equatable {
  /// Its byte, counted from 0; behind the last one where the text ends too early.
  public var offset: Int

  /// What should stand there, as the end of a sentence: “a colon”.
  public var expected: String

  /// What breaks the grammar in a text; nil where nothing does.
  public init?(in text: [UInt8]) {
    var reading = JSONReading(text: text)
    guard let expected = reading.fault() else { return nil }
    offset = reading.place
    self.expected = expected
  }
}

/// JSON that is gone through once, without recursion.
private struct JSONReading {
  let text: [UInt8]
  var place = 0

  /// What may come next.
  private enum Next {
    case value
    case valueOrEnd
    case key
    case keyOrEnd
    case more
  }

  init(text: [UInt8]) {
    self.text = text
  }

  private var byte: UInt8? { place < text.count ? text[place] : nil }

  /// Goes on behind a byte, if it stands here.
  private mutating func take(_ byte: UInt8) -> Bool {
    guard self.byte == byte else { return false }
    place += 1
    return true
  }

  private mutating func skip(while isSkipped: (UInt8) -> Bool) {
    while let byte, isSkipped(byte) { place += 1 }
  }

  private static func isDigit(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
  }

  private mutating func skipBlanks() { skip { $0 == 0x20 || (0x09...0x0A).contains($0) || $0 == 0x0D } }

  /// What is expected where the text breaks the grammar, `place` being there.
  mutating func fault() -> String? {
    // The closing signs of what is open.
    var open: [UInt8] = []
    var next = Next.value
    while true {
      skipBlanks()
      switch next {
      case .valueOrEnd where take(UInt8(ascii: "]")), .keyOrEnd where take(UInt8(ascii: "}")):
        open.removeLast()
        next = .more
      case .value, .valueOrEnd:
        if take(UInt8(ascii: "{")) {
          open.append(UInt8(ascii: "}"))
          next = .keyOrEnd
        } else if take(UInt8(ascii: "[")) {
          open.append(UInt8(ascii: "]"))
          next = .valueOrEnd
        } else if let fault = scalarFault() {
          return fault
        } else {
          next = .more
        }
      case .key, .keyOrEnd:
        guard byte == UInt8(ascii: "\"") else { return "a name in quotation marks" }
        if let fault = stringFault() { return fault }
        skipBlanks()
        guard take(UInt8(ascii: ":")) else { return "a colon" }
        next = .value
      case .more:
        guard let end = open.last else { return byte == nil ? nil : "the end of the text" }
        if take(end) {
          open.removeLast()
        } else if take(UInt8(ascii: ",")) {
          next = end == UInt8(ascii: "}") ? .key : .value
        } else {
          return "a comma or \(end == UInt8(ascii: "}") ? "}" : "]")"
        }
      }
    }
  }

  private mutating func scalarFault() -> String? {
    switch byte {
    case UInt8(ascii: "\"")?: return stringFault()
    case let byte? where byte == UInt8(ascii: "-") || Self.isDigit(byte): return numberFault()
    default:
      let word = ["true", "false", "null"].first { text[place...].starts(with: $0.utf8) }
      place += word?.utf8.count ?? 0
      return word == nil ? "a value" : nil
    }
  }

  private mutating func stringFault() -> String? {
    place += 1
    while let byte {
      switch byte {
      case UInt8(ascii: "\""):
        place += 1
        return nil
      case UInt8(ascii: "\\"):
        place += 1
        guard let escape = self.byte, "\"\\/bfnrtu".utf8.contains(escape) else { return "an escape of JSON" }
        place += 1
        guard escape == UInt8(ascii: "u") else { continue }
        for _ in 0..<4 {
          guard let digit = self.byte, Character(Unicode.Scalar(digit)).isHexDigit else {
            return "four hexadecimal digits"
          }
          place += 1
        }
      case ..<0x20: return "the end of the string: line ends and control characters are escaped in it"
      default: place += 1
      }
    }
    return "the end of the string"
  }

  private mutating func numberFault() -> String? {
    _ = take(UInt8(ascii: "-"))
    if !take(UInt8(ascii: "0")) {
      guard let byte, Self.isDigit(byte) else { return "a digit" }
      skip(while: Self.isDigit)
    }
    if take(UInt8(ascii: ".")) {
      guard let byte, Self.isDigit(byte) else { return "a digit" }
      skip(while: Self.isDigit)
    }
    if take(UInt8(ascii: "e")) || take(UInt8(ascii: "E")) {
      _ = take(UInt8(ascii: "+")) || take(UInt8(ascii: "-"))
      guard let byte, Self.isDigit(byte) else { return "a digit" }
      skip(while: Self.isDigit)
    }
    return nil
  }
}
